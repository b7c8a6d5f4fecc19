using Remiss.Cases;
using Remiss.Reports;

namespace Remiss.Web.Pages.Cases;

/// <param name="Search">What the list is narrowed down to; empty for all.</param>
/// <param name="Total">Before narrowing.</param>
public sealed record CaseListModel(IReadOnlyList<CaseRow> Cases, int Total, string Search, bool OnlyMine, DateOnly Today, int Unassigned)
{
    public static CaseListModel Of(WeeklyStatus status, string? search, string? account)
    {
        var words = (search ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rows = status.Cases
            .Where(c => words.All(word => Matches(c.Case, word)))
            .Where(c => account is null || c.Case.Coordinators.Any(k => k.Mail.Equals(account, StringComparison.OrdinalIgnoreCase)))
            .Select(CaseRow.Of);
        return new([.. rows], status.Cases.Count, search?.Trim() ?? "", account is not null, status.Today, status.Unassigned.Count);
    }

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
