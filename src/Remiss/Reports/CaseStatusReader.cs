using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Reports;

public sealed class CaseStatusReader(RemissLedger ledger)
{
    /// <returns>Null when there is no such case.</returns>
    public async Task<CaseStatus?> ReadAsync(string caseId, CancellationToken cancellationToken) =>
        await ledger.ReadAsync(caseId, cancellationToken) is { } found ? await OfAsync(found, cancellationToken) : null;

    public async Task<CaseStatus> OfAsync(CaseLedger found, CancellationToken cancellationToken)
    {
        var folder = found.Case.Id + "/";
        var documents = await ledger.ListAsync<Document>(LedgerKeys.Unassigned, cancellationToken);
        var arrivals = await ledger.ListAsync<Arrival>(LedgerKeys.Unassigned, cancellationToken);
        return CaseStatus.Of(found, [.. documents.Where(d => !d.IsMoved && d.Path.StartsWith(folder, StringComparison.OrdinalIgnoreCase))], arrivals);
    }
}
