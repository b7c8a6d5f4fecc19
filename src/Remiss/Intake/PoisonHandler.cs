using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>A message that failed too often: its document is Failed, with the reason, until somebody replays it. The original is safe.</summary>
public sealed class PoisonHandler(RemissLedger ledger, TimeProvider time)
{
    public async Task HandleAsync(string step, DocumentId id, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Document(id.Organisation, id.Sha256);
        while (await ledger.FindAsync<Document>(id.Case, key, cancellationToken) is
            { Value.State: DocumentState.Received or DocumentState.Extracted } document)
        {
            var reason = $"Steget {step} misslyckades upprepade gånger: {document.Value.LastError ?? "ingen orsak noterad"}";
            var failed = document.Value with { State = DocumentState.Failed, Reasons = [reason] };
            var entry = new AuditEntry(time.GetUtcNow(), AuditEntry.System, "document_failed", key, reason);
            if (await ledger.Change(id.Case).Replace(key, document, failed).Audit(entry).CommitAsync(cancellationToken)) return;
        }
    }
}
