using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>Sets off again what failed or stopped half-way in a case. What is done stays done.</summary>
public sealed class ReplayHandler(RemissLedger ledger, StepQueues queues, TimeProvider time)
{
    /// <returns>The documents that were set off.</returns>
    public async Task<IReadOnlyList<Document>> HandleAsync(string caseId, string who, CancellationToken cancellationToken)
    {
        List<Document> replayed = [];
        foreach (var document in await ledger.ListAsync<Document>(caseId, cancellationToken))
        {
            if (document.State is DocumentState.Failed) await RestartAsync(caseId, document, who, cancellationToken);
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
        if (document.Value.State is not (DocumentState.Failed or DocumentState.Received or DocumentState.Extracted)) return false;

        await RestartAsync(id.Case, document.Value, who, cancellationToken);
        await queues.SendToExtractAsync(id, cancellationToken);
        return true;
    }

    private async Task RestartAsync(string caseId, Document failed, string who, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Document(failed);
        while (await ledger.FindAsync<Document>(caseId, key, cancellationToken) is { Value.State: DocumentState.Failed } document)
        {
            var restarted = document.Value with { State = DocumentState.Received, Reasons = [], LastError = null };
            var entry = new AuditEntry(time.GetUtcNow(), who, "document_replayed", key);
            if (await ledger.Change(caseId).Replace(key, document, restarted).Audit(entry).CommitAsync(cancellationToken)) return;
        }
    }
}
