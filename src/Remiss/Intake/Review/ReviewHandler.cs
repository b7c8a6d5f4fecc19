using Azure;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Intake.Review;

/// <summary>
/// Carries out what a person decides about a document: the document, what follows for its sender and for its sender's other answers, and
/// the lines of the audit log are one change of the ledger. What is decided stays so, whatever runs again.
/// </summary>
public sealed class ReviewHandler(RemissLedger ledger, TextStore texts, DocumentMover mover, TimeProvider time)
{
    /// <summary>Documents of one transaction, well below the limit of 100 rows.</summary>
    private const int DocumentsAtOnce = 20;

    /// <param name="who">The person, as the audit log is to name him.</param>
    /// <param name="reason">In the person's own words.</param>
    /// <param name="seen">The ETag of the row as the person saw it; the decision is made only on that. Null decides on whatever is there.</param>
    public async Task<ReviewOutcome> HandleAsync(
        DocumentId id, ReviewDecision decision, string who, string? reason, CancellationToken cancellationToken, ETag? seen = null)
    {
        while (true)
        {
            var sender = await SenderAsync(id, cancellationToken);
            var documents = sender.Documents;
            if (documents.FirstOrDefault(d => d.Value.Sha256 == id.Sha256) is not { } row) return new ReviewOutcome.NoDocument();
            var place = PlaceOf(decision) is { } wanted && wanted != new DocumentPlace(id.Case, id.Organisation) ? wanted : null;
            if (row.Value.MovedTo is { } moved) return await AfterMoveAsync(id, moved, place, cancellationToken);
            if (seen is { } expected && expected != row.ETag) return new ReviewOutcome.ChangedMeanwhile();
            if (await FaultOfAsync(id, row.Value, decision, place, cancellationToken) is { } refusal) return refusal;

            var context = await ContextAsync(place?.Case ?? id.Case, id.Sha256, who, reason, cancellationToken);
            switch (ReviewDecisionRules.Apply(decision, row.Value, context))
            {
                case ReviewEffect.Refused refused:
                    return new ReviewOutcome.Refused(refused.Why, refused.Field);
                case ReviewEffect.Changed changed when place is null:
                    if (await CommitAsync(id, sender, [changed.Document], decision, context, cancellationToken)) return new ReviewOutcome.Decided(id);
                    break;
                case ReviewEffect.Changed changed:
                    if (await MoveAsync(id, sender, changed.Document, place!, decision, context, cancellationToken))
                        return new ReviewOutcome.Decided(new(place!.Case, place.Organisation, id.Sha256));
                    break;
            }
        }
    }

    private static DocumentPlace? PlaceOf(ReviewDecision decision) => decision switch
    {
        ReviewDecision.Move move => move.Place,
        ReviewDecision.Correct labels => labels.Place,
        _ => null,
    };

    /// <summary>Asked again for a move that has been made, it is made sure that it was made whole.</summary>
    private async Task<ReviewOutcome> AfterMoveAsync(DocumentId id, DocumentMove moved, DocumentPlace? place, CancellationToken cancellationToken)
    {
        if (place != moved.Place)
        {
            var there = await ledger.FindAsync<RemissCase>(moved.Place.Case, LedgerKeys.Case, cancellationToken);
            return new ReviewOutcome.Refused(there is null
                ? "Handlingen är redan flyttad till det som inte hör till något känt ärende."
                : $"Handlingen är redan flyttad till {await NameAsync(moved.Place.Organisation, cancellationToken)} i ärendet {SingleLine.Of(there.Value.Dnr)}.");
        }

        await mover.FinishAsync(id, cancellationToken);
        return new ReviewOutcome.Decided(new(place.Case, place.Organisation, id.Sha256));
    }

    private async Task<ReviewOutcome.Refused?> FaultOfAsync(
        DocumentId id, Document document, ReviewDecision decision, DocumentPlace? place, CancellationToken cancellationToken)
    {
        if (place is null)
        {
            if (decision is ReviewDecision.Move) return new("Handlingen ligger redan där.", "organisation");
            return id.Case == LedgerKeys.Unassigned && ConcernsRecipient(decision, document)
                ? new("Välj först vilket ärende och vilken remissinstans handlingen hör till.")
                : null;
        }

        if (place == new DocumentPlace(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation))
            return decision is ReviewDecision.Move ? null : new("Välj vilket ärende och vilken remissinstans handlingen hör till.");
        if (await ledger.FindAsync<RemissCase>(place.Case, LedgerKeys.Case, cancellationToken) is not { } target)
            return new($"Ärendet {SingleLine.Of(place.Case, 60)} finns inte.", "case");
        var dnr = SingleLine.Of(target.Value.Dnr);
        if (await ledger.FindAsync<CaseDisposal>(place.Case, LedgerKeys.Disposal, cancellationToken) is not null)
            return new($"Ärendet {dnr} är gallrat.", "case");
        return await ledger.FindAsync<Recipient>(place.Case, LedgerKeys.Recipient(place.Organisation), cancellationToken) is null
            ? new($"{await NameAsync(place.Organisation, cancellationToken)} är inte remissinstans i ärendet {dnr}. Lägg till den i ärendet först.", "organisation")
            : null;
    }

    private async Task<string> NameAsync(string organisation, CancellationToken cancellationToken) =>
        SingleLine.Of((await ledger.ReadRegisterAsync(cancellationToken)).Find(organisation)?.DisplayName ?? organisation);

    private static bool ConcernsRecipient(ReviewDecision decision, Document document) => decision switch
    {
        ReviewDecision.Accept => document.Classification?.Type is not (DocumentType.Ovrigt or DocumentType.Kvittens or DocumentType.Remiss),
        ReviewDecision.Correct labels => labels.Type is not (DocumentType.Ovrigt or DocumentType.Kvittens or DocumentType.Remiss),
        _ => false,
    };

    private async Task<ReviewContext> ContextAsync(
        string caseId, string sha256, string who, string? reason, CancellationToken cancellationToken) => new(
        who,
        time.GetUtcNow(),
        reason,
        (await texts.FindAsync(sha256, cancellationToken))?.Text,
        [.. ((await ledger.FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken))?.Value.Topics ?? []).Select(t => t.Id)]);

    /// <summary>The document itself goes last: should the rest be interrupted, it still lies here and can be moved again.</summary>
    private async Task<bool> MoveAsync(
        DocumentId id, Sender sender, Document document, DocumentPlace place, ReviewDecision decision, ReviewContext context, CancellationToken cancellationToken)
    {
        Document Marked(Document moving) => moving with
        {
            State = DocumentState.Moving,
            MovedTo = new(place, context.By, context.At, context.Reason!.Trim(), moving.State),
        };
        List<Document> moving = [.. DocumentMover.CarriedBy(document, [.. sender.Documents.Select(d => d.Value)]).Select(Marked), Marked(document)];
        await ledger.NoteUnfinishedAsync(id.Case, cancellationToken);
        foreach (var chunk in moving.Chunk(DocumentsAtOnce))
        {
            if (!await CommitAsync(id, sender, chunk, decision, context, cancellationToken)) return false;
            foreach (var moved in chunk) await mover.FinishAsync(id with { Sha256 = moved.Sha256 }, cancellationToken);
            sender = await SenderAsync(id, cancellationToken);
        }

        return true;
    }

    private async Task<bool> CommitAsync(
        DocumentId id, Sender sender, IReadOnlyList<Document> decided, ReviewDecision decision, ReviewContext context, CancellationToken cancellationToken)
    {
        var change = ledger.Change(id.Case);
        var before = sender.Documents.ToDictionary(d => d.Value.Sha256, StringComparer.Ordinal);
        foreach (var document in decided)
            change.Audit(EntryOf(decision, before[document.Sha256].Value, document, context));

        var effect = new DecisionFollowUp(change, context.By, context.At);
        foreach (var document in effect.Of(sender.Recipient, decided, sender.Documents))
            change.Replace(LedgerKeys.Document(document), before[document.Sha256], document);
        return await change.CommitAsync(cancellationToken);
    }

    /// <summary>The recipient is read first: what is decided about its documents meanwhile changes it, and then nothing is committed on it.</summary>
    private async Task<Sender> SenderAsync(DocumentId id, CancellationToken cancellationToken)
    {
        var recipient = await ledger.FindAsync<Recipient>(id.Case, LedgerKeys.Recipient(id.Organisation), cancellationToken);
        return new(recipient, await ledger.FindDocumentsAsync(id.Case, id.Organisation, cancellationToken));
    }

    private static AuditEntry EntryOf(ReviewDecision decision, Document before, Document after, ReviewContext context)
    {
        var what = after.MovedTo is not null ? "document_moved" : decision switch
        {
            ReviewDecision.Accept => "document_accepted",
            ReviewDecision.Correct => "document_corrected",
            ReviewDecision.NotAnAnswer => "document_not_an_answer",
            _ => "document_reopened",
        };
        var place = after.MovedTo is { } move ? $" → {move.Place.Case}/{move.Place.Organisation}" : "";
        return new(context.At, context.By, what, LedgerKeys.Document(before), $"{Labels(before)} → {Labels(after)}{place}; {context.Reason?.Trim()}".TrimEnd(' ', ';'));
    }

    private static string Labels(Document document) => document.Classification is { } labels
        ? $"{RemissJson.Label(document.State)} {RemissJson.Label(labels.Type)} {RemissJson.Label(labels.Stance)}"
        : RemissJson.Label(document.State);

    /// <param name="Recipient">Null when the documents belong to no recipient.</param>
    private sealed record Sender(Stored<Recipient>? Recipient, IReadOnlyList<Stored<Document>> Documents);
}
