using Remiss.Storage;
using Remiss.Telemetry;

namespace Remiss.Intake;

/// <summary>A message that failed too often: its document is Failed, with the reason, until somebody replays it. The original is safe.</summary>
public sealed class PoisonHandler(RemissLedger ledger, TimeProvider time)
{
    /// <param name="step">The queue whose messages are processed by the step: <c>extract</c> or <c>classify</c>.</param>
    public async Task HandleAsync(string step, DocumentId id, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Document(id.Organisation, id.Sha256);
        var stuck = step == StepQueues.ExtractName ? DocumentState.Received : DocumentState.Extracted;
        while (await ledger.FindAsync<Document>(id.Case, key, cancellationToken) is { } document && document.Value.State == stuck)
        {
            var reason = $"{(step == StepQueues.ExtractName ? "Läsningen" : "Bedömningen")} misslyckades upprepade gånger: {document.Value.LastError ?? "ingen orsak noterad"}";
            var failed = document.Value with { State = DocumentState.Failed, Reasons = [reason] };
            var entry = new AuditEntry(time.GetUtcNow(), AuditEntry.System, "document_failed", key, reason);
            if (!await ledger.Change(id.Case).Replace(key, document, failed).Audit(entry).CommitAsync(cancellationToken)) continue;
            RemissTelemetry.Came(failed.State);
            return;
        }
    }
}
