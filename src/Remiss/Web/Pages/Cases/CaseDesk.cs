using Microsoft.Extensions.Options;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Cases;

/// <summary>What the pages of cases are made from.</summary>
public sealed class CaseDesk(CaseSnapshots snapshots, RemissLedger ledger, IOptions<ReminderSchedule> schedule, TimeProvider time)
{
    private const int CasesOnPage = 25;

    /// <returns>Null when there is no such case.</returns>
    public async Task<CaseModel?> ReadAsync(string caseId, CaseFilter filter, CancellationToken cancellationToken)
    {
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var snapshot = await snapshots.ReadAsync(caseId, cancellationToken);
        return snapshot is null ? null : CaseModel.Of(snapshot, await register, filter, schedule.Value, time.GetUtcNow());
    }

    /// <summary>Of the cases that the list holds, only those on the page asked for are read as a whole.</summary>
    public async Task<CaseListModel> ListAsync(CaseSearch search, int page, CancellationToken cancellationToken)
    {
        var unassigned = ledger.ReadWaitingAsync(LedgerKeys.Unassigned, cancellationToken);
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var open = await ledger.ReadOpenCasesAsync(cancellationToken);
        var found = search.In(open);
        var pages = Math.Max(1, (found.Count + CasesOnPage - 1) / CasesOnPage);
        var number = Math.Clamp(page, 1, pages);
        var shown = await Task.WhenAll(found.Skip((number - 1) * CasesOnPage).Take(CasesOnPage).Select(c => snapshots.ReadAsync(c.Id, cancellationToken)));
        var status = WeeklyStatus.Of(shown.OfType<CaseSnapshot>().Select(s => s.Ledger), await unassigned, [], await register, time.GetUtcNow());
        return new([.. status.Cases.Select(CaseRow.Of)], found.Count, open.Count, search, number, pages, status.Today, status.Unassigned.Count);
    }
}
