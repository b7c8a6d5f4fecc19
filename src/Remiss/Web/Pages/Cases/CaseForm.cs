using Microsoft.AspNetCore.Http;
using Remiss.Cases;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Cases;

/// <summary>What was sent from the forms that change a case.</summary>
internal static class CaseForm
{
    public const string Deadlines = "svarsdagar";
    public const string Add = "lagg-till";
    public const string Withdraw = "aterkalla";
    public const string Close = "avsluta";
    public const string Reopen = "oppna";

    /// <returns>Null when the form is not filled in, or none of ours.</returns>
    public static CaseDecision? Read(IFormCollection form) => form[SentForm.Which].ToString() switch
    {
        Deadlines when FormDate.Read(form["svar"]) is { } recipients && FormDate.Read(form["vart"]) is { } remitter =>
            new CaseDecision.ChangeDeadlines(recipients, remitter),
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
        Add or Withdraw when form["instans"].ToString().Length == 0 => new("Välj en organisation.", "instans"),
        Withdraw or Close or Reopen => new("Skriv ett skäl.", "skal"),
        _ => FormFault.Incomplete,
    };

    private static bool HasReason(IFormCollection form) => !string.IsNullOrWhiteSpace(form["skal"]);
}
