using Microsoft.AspNetCore.Http;
using Remiss.Cases;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Cases;

/// <summary>What was sent from the forms that change a case.</summary>
internal static class CaseForm
{
    public const string Deadlines = "svarsdagar";
    public const string Coordinators = "handlaggare";
    public const string Add = "lagg-till";
    public const string Withdraw = "aterkalla";
    public const string Close = "avsluta";
    public const string Reopen = "oppna";

    /// <returns>Null when the form is not filled in, or none of ours.</returns>
    public static CaseDecision? Read(IFormCollection form) => form[SentForm.Which].ToString() switch
    {
        Deadlines when FormDate.Read(form["svar"]) is { } recipients && FormDate.Read(form["vart"]) is { } remitter =>
            new CaseDecision.ChangeDeadlines(recipients, remitter),
        Coordinators when People(form) is { Count: > 0 } people => new CaseDecision.ChangeCoordinators([.. people.Select(p => p.Person)]),
        Add when form["instans"].ToString() is { Length: > 0 } organisation => new CaseDecision.AddRecipient(organisation),
        Withdraw when form["instans"].ToString() is { Length: > 0 } organisation && HasReason(form) => new CaseDecision.WithdrawRecipient(organisation),
        Close when HasReason(form) => new CaseDecision.Close(),
        Reopen when HasReason(form) => new CaseDecision.Reopen(),
        _ => null,
    };

    /// <summary>What <see cref="Read"/> misses.</summary>
    public static FormFault Missing(IFormCollection form) => form[SentForm.Which].ToString() switch
    {
        Deadlines => FormFault.NoDay(FormDate.Read(form["svar"]) is null ? "svar" : "vart"),
        Coordinators => new("Minst en handläggare måste finnas.", Field("namn", 0)),
        Add or Withdraw when form["instans"].ToString().Length == 0 => new("Välj en organisation.", "instans"),
        Withdraw or Close or Reopen => new("Skriv ett skäl.", "skal"),
        _ => FormFault.Incomplete,
    };

    /// <summary>The rows that are filled in, each with its number in the form.</summary>
    public static IReadOnlyList<(int Row, Coordinator Person)> People(IFormCollection form)
    {
        List<(int, Coordinator)> people = [];
        for (var row = 0; form.ContainsKey(Field("namn", row)); row++)
        {
            string Text(string field) => form[Field(field, row)].ToString().Trim();
            var person = new Coordinator(Text("namn"), Text("titel"), Text("epost"), Text("entra") is { Length: > 0 } id ? id : null);
            if (person.Name.Length + person.Title.Length + person.Mail.Length > 0) people.Add((row, person));
        }

        return people;
    }

    /// <summary>The name of a field of that row.</summary>
    public static string Field(string field, int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{field}-{row}");

    private static bool HasReason(IFormCollection form) => !string.IsNullOrWhiteSpace(form["skal"]);
}
