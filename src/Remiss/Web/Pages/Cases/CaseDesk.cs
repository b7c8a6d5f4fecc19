using Microsoft.Extensions.Options;
using Remiss.Intake;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Cases;

/// <summary>What the pages of cases are made from.</summary>
public sealed class CaseDesk(CaseSnapshots snapshots, RemissLedger ledger, IOptions<ReminderSchedule> schedule, TimeProvider time)
{
    /// <returns>Null when there is no such case.</returns>
    public async Task<CaseModel?> ReadAsync(string caseId, CaseFilter filter, CancellationToken cancellationToken)
    {
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var snapshot = await snapshots.ReadAsync(caseId, cancellationToken);
        return snapshot is null ? null : CaseModel.Of(snapshot, await register, filter, schedule.Value, time.GetUtcNow());
    }

    public async Task<WeeklyStatus> ReadOpenAsync(CancellationToken cancellationToken)
    {
        var unassigned = ledger.ListAsync<Document>(LedgerKeys.Unassigned, cancellationToken);
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var open = await Task.WhenAll((await ledger.OpenCasesAsync(cancellationToken)).Select(id => snapshots.ReadAsync(id, cancellationToken)));
        return WeeklyStatus.Of(open.OfType<CaseSnapshot>().Select(s => s.Ledger), await unassigned, [], await register, time.GetUtcNow());
    }
}
