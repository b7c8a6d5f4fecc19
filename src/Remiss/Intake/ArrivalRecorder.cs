using System.Security.Cryptography;
using Remiss.Cases;
using Remiss.Intake.Review;
using Remiss.Storage;
using Remiss.Telemetry;

namespace Remiss.Intake;

/// <summary>A file on disk that came in, whichever way.</summary>
/// <param name="Case">Partition of the ledger.</param>
public sealed record IncomingFile(string LocalPath, string Case, string Organisation, Origin Origin, DateTimeOffset StoredAt, string? Parent = null)
{
    /// <summary>The scanner says so: it is kept apart and nobody reads it.</summary>
    public bool IsMalicious { get; init; }
}

/// <summary>Makes a file that came in last: its original, its arrival, its document, and the message that sets the next step off.</summary>
public sealed class ArrivalRecorder(RemissLedger ledger, OriginalStore originals, StepQueues queues, DocumentMover mover, TimeProvider time)
{
    private const string MaliciousReason = "Genomsökningen efter skadlig kod säger att filen är skadlig. Den ligger i karantän och läses inte.";

    /// <summary>May be called again for the same arrival, after a crash say, with the same result.</summary>
    public async Task<ReceiveOutcome> RecordAsync(IncomingFile file, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(file.LocalPath);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
        if (file.IsMalicious) await originals.KeepApartAsync(sha256, file.LocalPath, cancellationToken);
        else await originals.KeepAsync(sha256, file.LocalPath, cancellationToken);

        var arrival = ArrivalOf(file, sha256, content.Length);
        var id = new DocumentId(file.Case, file.Organisation, sha256);
        // Nearly every file is new, so it is looked for only when it turns out not to be.
        Stored<Document>? before = null;
        while (true)
        {
            var isNew = before is null or { Value.DisposedAt: not null };
            if (await CommitAsync(file, arrival, isNew, before, cancellationToken))
            {
                if (isNew) RemissTelemetry.Came(file.IsMalicious ? DocumentState.Quarantined : DocumentState.Received);
                if (file.IsMalicious) return isNew ? ReceiveOutcome.Stored : ReceiveOutcome.Duplicate;
                await originals.EnsureAsync(sha256, file.LocalPath, cancellationToken);
                await GoOnAsync(id, isNew ? null : before!.Value, cancellationToken);
                return isNew ? ReceiveOutcome.Stored : ReceiveOutcome.Duplicate;
            }

            if (await ledger.FindAsync<Arrival>(file.Case, LedgerKeys.Arrival(arrival), cancellationToken) is not null)
            {
                if (file.IsMalicious) return ReceiveOutcome.AlreadyReceived;
                await originals.EnsureAsync(sha256, file.LocalPath, cancellationToken);
                await GoOnAsync(id, (await FindAsync(id, cancellationToken))?.Value, cancellationToken);
                return ReceiveOutcome.AlreadyReceived;
            }

            before = await FindAsync(id, cancellationToken);
        }
    }

    private Task<Stored<Document>?> FindAsync(DocumentId id, CancellationToken cancellationToken) =>
        ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, id.Sha256), cancellationToken);

    /// <summary>
    /// Whoever recorded the document may have died before the message was sent, so everyone sends it who finds it unread. What a person has
    /// moved is told of this arrival where it lies now.
    /// </summary>
    private Task GoOnAsync(DocumentId id, Document? document, CancellationToken cancellationToken) => document switch
    {
        null or { State: DocumentState.Received } => queues.SendToExtractAsync(id, cancellationToken),
        { IsMoved: true } => mover.FinishAsync(id, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <param name="before">What is disposed of and comes in again is a new document in the place of the old.</param>
    private async Task<bool> CommitAsync(IncomingFile file, Arrival arrival, bool isNew, Stored<Document>? before, CancellationToken cancellationToken)
    {
        var change = ledger.Change(file.Case)
            .Insert(LedgerKeys.Arrival(arrival), arrival)
            .Audit(new(time.GetUtcNow(), AuditEntry.System, isNew ? "document_received" : "duplicate_received", arrival.Path, arrival.Sha256));
        if (isNew)
        {
            var key = LedgerKeys.Document(arrival.Organisation, arrival.Sha256);
            var document = new Document
            {
                Organisation = arrival.Organisation,
                Sha256 = arrival.Sha256,
                Path = arrival.Path,
                Size = arrival.Size,
                ArrivedAt = arrival.ArrivedAt,
                Parent = arrival.Parent,
                Doubt = file.Origin.Doubt,
                State = file.IsMalicious ? DocumentState.Quarantined : DocumentState.Received,
                Reasons = file.IsMalicious ? [MaliciousReason] : [],
            };
            if (file.IsMalicious) change.Audit(new(time.GetUtcNow(), AuditEntry.System, "document_quarantined", key, MaliciousReason));
            if (before is null) change.Insert(key, document);
            else change.Replace(key, before, document);
        }
        else if (arrival.ArrivedAt < before!.Value.ArrivedAt && !before.Value.IsMoved)
        {
            await AddEarlierAsync(change, file.Case, before, before.Value with { ArrivedAt = arrival.ArrivedAt }, cancellationToken);
        }

        return await change.CommitAsync(cancellationToken);
    }

    /// <summary>Events come in any order: which arrival was the first, and so which answer is the newest, may show late.</summary>
    private async Task AddEarlierAsync(
        LedgerChange change, string partition, Stored<Document> before, Document earlier, CancellationToken cancellationToken)
    {
        if (!earlier.Counts)
        {
            change.Replace(LedgerKeys.Document(earlier), before, earlier);
            return;
        }

        var recipient = await ledger.FindAsync<Recipient>(partition, LedgerKeys.Recipient(earlier.Organisation), cancellationToken);
        var documents = (await ledger.FindDocumentsAsync(partition, earlier.Organisation, cancellationToken)).ToDictionary(d => d.Value.Sha256, StringComparer.Ordinal);
        documents[earlier.Sha256] = before;
        var effect = new DecisionFollowUp(change, AuditEntry.System, time.GetUtcNow());
        foreach (var document in effect.Of(recipient, [earlier], [.. documents.Values]))
            change.Replace(LedgerKeys.Document(document), documents[document.Sha256], document);
    }

    private static Arrival ArrivalOf(IncomingFile file, string sha256, long size) => new()
    {
        Path = file.Origin.Path,
        Version = file.Origin.Version,
        Organisation = file.Organisation,
        Sha256 = sha256,
        Size = size,
        ArrivedAt = file.Origin.ReceivedAt,
        StoredAt = file.StoredAt,
        Sender = file.Origin.Sender,
        Item = file.Origin.Item,
        QuickXorHash = file.Origin.QuickXorHash,
        Parent = file.Parent,
        Way = file.Origin.Way,
    };
}

public enum ReceiveOutcome
{
    /// <summary>A new document.</summary>
    Stored,

    /// <summary>A new arrival of a document that was here.</summary>
    Duplicate,

    /// <summary>This very arrival was recorded before.</summary>
    AlreadyReceived,

    /// <summary>The blob is no longer in the inbox: it has been received, or replaced by a newer one with its own event.</summary>
    Gone,

    /// <summary>The file has no content yet.</summary>
    Waiting,
}
