using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Storage;

namespace Remiss.Intake.Review;

/// <summary>
/// Brings a document, with all its arrivals, to where a person has moved it. Two partitions cannot change in one transaction, so the old
/// row first says where the document is going; from there on anybody may finish, any number of times, with the same result.
/// </summary>
public sealed class DocumentMover(RemissLedger ledger, StepQueues queues, TimeProvider time)
{
    /// <summary>Arrivals of one transaction, well below the limit of 100 rows.</summary>
    private const int ArrivalsAtOnce = 45;

    /// <summary>What a mail carried, and what that carried, which has not been moved by itself.</summary>
    public static IReadOnlyList<Document> CarriedBy(Document mail, IReadOnlyList<Document> documents)
    {
        List<Document> carried = [];
        for (IEnumerable<Document> level = [mail]; level.Any();)
        {
            var parents = level.Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
            level = [.. documents.Where(d => d.Parent is { } parent && parents.Contains(parent) && !d.IsMoved && d.Sha256 != mail.Sha256 && !carried.Contains(d))];
            carried.AddRange(level);
        }

        return carried;
    }

    /// <param name="id">Where the document lay. Does nothing when it has not been moved from there.</param>
    public async Task FinishAsync(DocumentId id, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Document(id.Organisation, id.Sha256);
        if (await ledger.FindAsync<Document>(id.Case, key, cancellationToken) is not { Value.MovedTo: { } move } source) return;

        await BringArrivalsAsync(id, move, cancellationToken);
        await BringDocumentAsync(id, source.Value, move, cancellationToken);
        while (source is { Value: { State: DocumentState.Moving } moving } && moving.MovedTo == move)
        {
            var entry = new AuditEntry(time.GetUtcNow(), AuditEntry.System, "document_move_finished", key, $"{move.Place.Case}/{move.Place.Organisation}");
            if (await ledger.Change(id.Case).Replace(key, source, moving with { State = DocumentState.Moved }).Audit(entry).CommitAsync(cancellationToken)) return;
            source = await ledger.FindAsync<Document>(id.Case, key, cancellationToken);
        }
    }

    private async Task BringArrivalsAsync(DocumentId id, DocumentMove move, CancellationToken cancellationToken)
    {
        var (target, organisation) = move.Place;
        var arrivals = (await ledger.ListAsync<Arrival>(id.Case, cancellationToken)).Where(a => a.Organisation == id.Organisation && a.Sha256 == id.Sha256);
        foreach (var chunk in arrivals.Chunk(ArrivalsAtOnce))
        {
            while (true)
            {
                var change = ledger.Change(target);
                var isComplete = true;
                foreach (var arrival in chunk)
                {
                    var key = LedgerKeys.Arrival(arrival);
                    var there = await ledger.FindAsync<Arrival>(target, key, cancellationToken);
                    if (there?.Value.Organisation == organisation) continue;
                    isComplete = false;
                    var brought = arrival with { Organisation = organisation };
                    if (there is null) change.Insert(key, brought);
                    else change.Replace(key, there, brought);
                    change.Audit(new(time.GetUtcNow(), move.By, "arrival_moved", arrival.Path, $"{id.Case}/{id.Organisation} → {target}/{organisation}"));
                }

                if (isComplete || await change.CommitAsync(cancellationToken)) break;
            }
        }
    }

    private async Task BringDocumentAsync(DocumentId id, Document source, DocumentMove move, CancellationToken cancellationToken)
    {
        var (target, organisation) = move.Place;
        var there = new DocumentId(target, organisation, id.Sha256);
        while (true)
        {
            var recipient = await ledger.FindAsync<Recipient>(target, LedgerKeys.Recipient(organisation), cancellationToken);
            var documents = await ledger.FindDocumentsAsync(target, organisation, cancellationToken);
            var row = documents.FirstOrDefault(d => d.Value.Sha256 == id.Sha256);
            if (row is not null && !IsOlderMove(row.Value, move))
            {
                if (row.Value.IsMoved) await FinishAsync(there, cancellationToken);
                else await QueueAsync(there, row.Value, cancellationToken);
                return;
            }

            var brought = await InNewPlaceAsync(source, move, new(id.Case, id.Organisation), cancellationToken);
            var change = ledger.Change(target).Audit(new(
                time.GetUtcNow(), move.By, "document_moved_here", LedgerKeys.Document(brought), $"{id.Case}/{id.Organisation}; {move.Reason}"));
            var followUp = new DecisionFollowUp(change, move.By, time.GetUtcNow());
            foreach (var document in followUp.Of(recipient, [brought], documents))
            {
                var before = documents.FirstOrDefault(d => d.Value.Sha256 == document.Sha256);
                if (before is null) change.Insert(LedgerKeys.Document(document), document);
                else change.Replace(LedgerKeys.Document(document), before, document);
            }

            if (await change.CommitAsync(cancellationToken))
            {
                await QueueAsync(there, brought, cancellationToken);
                return;
            }
        }
    }

    /// <summary>The row only tells that the document once went away from there; now it comes back.</summary>
    private static bool IsOlderMove(Document there, DocumentMove move) => there.MovedTo is { } earlier && earlier.At < move.At;

    private async Task<Document> InNewPlaceAsync(Document source, DocumentMove move, DocumentPlace from, CancellationToken cancellationToken)
    {
        var state = source.IsPinned ? DocumentState.Accepted : move.State switch
        {
            DocumentState.NeedsOcr or DocumentState.Unreadable or DocumentState.Quarantined => move.State,
            DocumentState.Received or DocumentState.Failed => DocumentState.Received,
            _ => DocumentState.Extracted,
        };
        var topics = (await ledger.FindAsync<RemissCase>(move.Place.Case, LedgerKeys.Case, cancellationToken))?.Value.Topics ?? [];
        return source with
        {
            Organisation = move.Place.Organisation,
            State = state,
            Classification = source.IsPinned ? WithTopicsOf(source.Classification!, topics) : null,
            Proposal = source.IsPinned ? source.Proposal : null,
            Reasons = [.. source.Reasons.Where(IsCode)],
            LastError = null,
            SupersededBy = null,
            MovedTo = null,
            MovedFrom = move with { Place = from },
        };
    }

    private static ClassificationResult WithTopicsOf(ClassificationResult labels, IReadOnlyList<Topic> topics) => labels with
    {
        Passages = [.. labels.Passages.Select(p => topics.Any(t => t.Id == p.Topic) ? p : p with { Topic = null })],
    };

    /// <summary>What the extractor said of the file holds everywhere; the sentences were about the old place.</summary>
    private static bool IsCode(string reason) => !reason.Contains(' ', StringComparison.Ordinal);

    private Task QueueAsync(DocumentId id, Document document, CancellationToken cancellationToken) => document.State switch
    {
        DocumentState.Received => queues.SendToExtractAsync(id, cancellationToken),
        DocumentState.Extracted => queues.SendToClassifyAsync(id, cancellationToken),
        _ => Task.CompletedTask,
    };
}
