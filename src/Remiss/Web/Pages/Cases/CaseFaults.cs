using System.Globalization;
using System.Text.RegularExpressions;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Cases;

/// <summary>What is wrong with a case that was made from a form: told in the form's words, at the form's fields. Pure.</summary>
internal static partial class CaseFaults
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["id"] = "dnr",
        ["dnr"] = "dnr",
        ["title"] = "rubrik",
        ["remitter"] = "fran",
        ["coordinatingBody"] = "vi",
        ["remittedOn"] = "skickas",
        ["recipientDeadline"] = "svar",
        ["remitterDeadline"] = "vart",
        ["coordinators.name"] = "namn",
        ["coordinators.title"] = "titel",
        ["coordinators.mail"] = "epost",
        ["topics"] = "punkter",
        ["files"] = "lank",
        ["recipients"] = "instans",
    };

    /// <param name="fault"><c>rad 9: coordinators[0].mail: en e-postadress väntades</c></param>
    public static FormFault InForm(string fault) => InForm(fault, []);

    /// <param name="rows">Of the form, for each coordinator in it; empty when the form has fields for one only.</param>
    public static FormFault InForm(string fault, IReadOnlyList<int> rows)
    {
        if (AtField().Match(fault) is not { Success: true } match) return new(Words.Capital(fault));
        var path = Index().Replace(match.Groups["path"].Value, "");
        var field = Fields.GetValueOrDefault(path) ?? Fields.GetValueOrDefault(path.Split('.')[0]);
        if (field is null) return new(Words.Capital(fault));
        if (CoordinatorAt().Match(match.Groups["path"].Value) is { Success: true } at && int.Parse(at.Groups[1].Value, CultureInfo.InvariantCulture) is var person && person < rows.Count)
            field = CaseForm.Field(field, rows[person]);

        var text = match.Groups["text"].Value
            .Replace("efter remittedOn", "efter den då remissen skickas vidare", StringComparison.Ordinal)
            .Replace("samma dag som recipientDeadline eller senare", "samma dag som remissinstanserna eller senare", StringComparison.Ordinal);
        return new(Words.Capital((Wanted().Match(text) is { Success: true } wanted ? Ask(path, wanted.Groups[1].Value) : text).TrimEnd('.') + "."), field);
    }

    /// <summary>What a file should have held, as a form asks for it.</summary>
    private static string Ask(string path, string wanted) => (path, wanted) switch
    {
        ("id" or "dnr", _) => "skriv diarienumret, till exempel KS 2026/123",
        ("coordinatingBody", _) => "välj er organisation",
        (_, "minst 1") => "välj minst en",
        ("remittedOn" or "recipientDeadline" or "remitterDeadline", var day) => day.StartsWith("ett datum", StringComparison.Ordinal) ? "välj en dag" : $"välj {day}",
        _ => $"skriv {wanted}",
    };

    [GeneratedRegex(@"^(rad \d+: )?(?<path>[a-zA-Z]+(\[\d+\])?(\.[a-zA-Z]+)?): (?<text>.+)$")]
    private static partial Regex AtField();

    [GeneratedRegex(@"^(.+) väntades\.?$")]
    private static partial Regex Wanted();

    [GeneratedRegex(@"^coordinators\[(\d+)\]")]
    private static partial Regex CoordinatorAt();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();
}
