using Remiss.Cases;
using Remiss.Reports;

namespace Remiss.Web.Pages.Cases;

/// <param name="Cases">On this page.</param>
/// <param name="Found">On all pages together.</param>
/// <param name="Total">Before narrowing.</param>
/// <param name="Number">Of the page, from 1.</param>
public sealed record CaseListModel(
    IReadOnlyList<CaseRow> Cases, int Found, int Total, CaseSearch Search, int Number, int Pages, DateOnly Today, int Unassigned);

/// <summary>What the list is narrowed down to.</summary>
/// <param name="Text">Words that each stand in title, dnr or remitter; empty for all.</param>
/// <param name="Account">Of the coordinator whose cases alone are shown; null for everybody's.</param>
public sealed record CaseSearch(string Text, string? Account)
{
    public static CaseSearch Of(string? text, string? account) => new(text?.Trim() ?? "", account);

    /// <summary>The most urgent first.</summary>
    public IReadOnlyList<RemissCase> In(IEnumerable<RemissCase> cases)
    {
        var words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return
        [
            .. cases
                .Where(c => words.All(word => Matches(c, word)))
                .Where(c => Account is null || c.Coordinators.Any(k => k.Mail.Equals(Account, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(c => c.RecipientDeadline).ThenBy(c => c.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The list's own address with this search.</summary>
    public string Address => $"{Addresses.Cases}?sok={Uri.EscapeDataString(Text)}{(Account is null ? "" : "&mina=ja")}";

    private static bool Matches(RemissCase remissCase, string word) =>
        remissCase.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
        || remissCase.Dnr.Contains(word, StringComparison.OrdinalIgnoreCase)
        || remissCase.Remitter.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <param name="Settled">Recipients that have answered or declined.</param>
/// <param name="Asked">Recipients that are still in the case.</param>
public sealed record CaseRow(RemissCase Case, int Settled, int Asked, int Late, int Todo)
{
    public static CaseRow Of(WeeklyCase status) => new(
        status.Case,
        status.Count(Standing.Answered) + status.Count(Standing.Declined),
        status.Recipients.Count - status.Count(Standing.Withdrawn),
        status.Count(Standing.Late),
        status.TodoCount);
}
