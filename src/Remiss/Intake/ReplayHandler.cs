using Remiss.Intake.Extraction.Ocr;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>Sets off again what failed or stopped half-way in a case, and scans once there is OCR. What is done stays done.</summary>
public sealed class ReplayHandler(RemissLedger ledger, StepQueues queues, ScanReading scans, TimeProvider time)
{
    /// <returns>The documents that were set off.</returns>
    public async Task<IReadOnlyList<Document>> HandleAsync(string caseId, string who, CancellationToken cancellationToken)
    {
        List<Document> replayed = [];
        var canReadScans = await scans.IsAvailableAsync(cancellationToken);
        foreach (var document in await ledger.ListAsync<Document>(caseId, cancellationToken))
        {
            if (document.State is DocumentState.Failed || (document.State is DocumentState.NeedsOcr && canReadScans)) await RestartAsync(caseId, document, who, cancellationToken);
            else if (document.State is not (DocumentState.Received or DocumentState.Extracted)) continue;

            await queues.SendToExtractAsync(new(caseId, document.Organisation, document.Sha256), cancellationToken);
            replayed.Add(document);
        }

        return replayed;
    }

    /// <summary>Sets off one document that failed or stopped half-way, in a case or among the unassigned.</summary>
    /// <returns>False when there is nothing to set off: it is done, or is not there.</returns>
    public async Task<bool> HandleAsync(DocumentId id, string who, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Document(id.Organisation, id.Sha256);
        if (await ledger.FindAsync<Document>(id.Case, key, cancellationToken) is not { } document) return false;
        if (document.Value.State is DocumentState.Failed || (document.Value.State is DocumentState.NeedsOcr && await scans.IsAvailableAsync(cancellationToken)))
            await RestartAsync(id.Case, document.Value, who, cancellationToken);
        else if (document.Value.State is not (DocumentState.Received or DocumentState.Extracted)) return false;

        await queues.SendToExtractAsync(id, cancellationToken);
        return true;
    }

    private async Task RestartAsync(string caseId, Document stopped, string who, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Document(stopped);
        while (await ledger.FindAsync<Document>(caseId, key, cancellationToken) is { } document && document.Value.State == stopped.State)
        {
            var restarted = document.Value with { State = DocumentState.Received, Reasons = [], LastError = null };
            var entry = new AuditEntry(time.GetUtcNow(), who, "document_replayed", key);
            if (await ledger.Change(caseId).Replace(key, document, restarted).Audit(entry).CommitAsync(cancellationToken)) return;
        }
    }
}
