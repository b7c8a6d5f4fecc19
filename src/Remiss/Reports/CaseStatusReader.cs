using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Reports;

public sealed class CaseStatusReader(RemissLedger ledger)
{
    /// <returns>Null when there is no such case.</returns>
    public async Task<CaseStatus?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        if (await ledger.ReadAsync(caseId, cancellationToken) is not { } found) return null;

        var folder = caseId + "/";
        var documents = await ledger.ListAsync<Document>(LedgerKeys.Unassigned, cancellationToken);
        var arrivals = await ledger.ListAsync<Arrival>(LedgerKeys.Unassigned, cancellationToken);
        return CaseStatus.Of(found, [.. documents.Where(d => !d.IsMoved && d.Path.StartsWith(folder, StringComparison.OrdinalIgnoreCase))], arrivals);
    }
}
