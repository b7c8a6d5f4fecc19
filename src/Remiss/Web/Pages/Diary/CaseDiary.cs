using Remiss.Cases;
using Remiss.Reports;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Diary;

/// <summary>All rows of a case's diary, worked out once for each change of the case.</summary>
internal sealed record CaseDiary(IReadOnlyList<DiaryRow> Rows)
{
    public static CaseDiary Of(CaseSnapshot snapshot, Register register) =>
        snapshot.Kept<CaseDiary>(register, default) ?? snapshot.Keep(register, default, new CaseDiary(Reports.Diary.Of(snapshot.Ledger, register)));
}
