using Remiss.Cases;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Cases;

/// <summary>The whole audit log of a case as a person reads it.</summary>
/// <param name="Lines">The newest first.</param>
internal sealed record CaseLog(IReadOnlyList<TimelineLine> Lines)
{
    public static CaseLog Of(CaseSnapshot snapshot, Register register, DateTimeOffset now)
    {
        var day = SwedishTime.Date(now);
        return snapshot.Kept<CaseLog>(register, day) ?? snapshot.Keep(register, day, new CaseLog([.. TimelineLine.Of(snapshot.Audit, register)]));
    }
}
