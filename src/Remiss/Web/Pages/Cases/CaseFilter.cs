using Remiss.Intake.Classification;
using Remiss.Reports;

namespace Remiss.Web.Pages.Cases;

/// <summary>Which recipients of a case are listed; it stands in the page's address.</summary>
public sealed record CaseFilter(Standing? Standing, Stance? Stance, string Search)
{
    public static CaseFilter None { get; } = new(null, null, "");

    public bool IsSet => this != None;

    public static CaseFilter Of(string? standing, string? stance, string? search) => new(
        Enum.TryParse<Standing>(standing, ignoreCase: true, out var s) && Enum.IsDefined(s) ? s : null,
        Enum.GetValues<Stance>().Cast<Stance?>().FirstOrDefault(v => RemissJson.Label(v!.Value) == stance),
        search?.Trim() ?? "");

    public bool Takes(RecipientRow row) =>
        (Standing is null || row.Status.Standing == Standing)
        && (Stance is null || row.Status.Stance == Stance)
        && (Search.Length == 0 || row.Status.Name.Contains(Search, StringComparison.OrdinalIgnoreCase));

    public string Query => IsSet
        ? $"?lage={Standing?.ToString().ToLowerInvariant()}&stallning={(Stance is { } s ? RemissJson.Label(s) : "")}&sok={Uri.EscapeDataString(Search)}"
        : "";
}
