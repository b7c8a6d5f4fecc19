using Remiss.Storage;

namespace Remiss.Intake.Review;

/// <summary>
/// Marks a document, and what it carried, as secret: its content stays out of mails and of everything that is compiled from then on, until
/// a person releases it. What was sent or compiled before stays as it is.
/// </summary>
public sealed class SecrecyHandler(RemissLedger ledger, TimeProvider time)
{
    /// <summary>Documents of one transaction, well below the limit of 100 rows.</summary>
    private const int DocumentsAtOnce = 45;

    /// <param name="reason">The ground: <c>OSL 31 kap. 16 §</c>.</param>
    public Task<ReviewOutcome> MarkAsync(DocumentId id, string who, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(id, "document_marked_secret", who, reason, new Secrecy(who, time.GetUtcNow(), reason?.Trim() ?? ""), cancellationToken);

    public Task<ReviewOutcome> ReleaseAsync(DocumentId id, string who, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(id, "document_released", who, reason, secrecy: null, cancellationToken);

    private async Task<ReviewOutcome> ChangeAsync(
        DocumentId id, string what, string who, string? reason, Secrecy? secrecy, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > ReviewDecisionRules.LongestReason)
            return new ReviewOutcome.Refused($"Skriv ett skäl, med högst {ReviewDecisionRules.LongestReason} tecken.", "reason");

        while (true)
        {
            var documents = await ledger.FindDocumentsAsync(id.Case, id.Organisation, cancellationToken);
            if (documents.FirstOrDefault(d => d.Value.Sha256 == id.Sha256) is not { } row) return new ReviewOutcome.NoDocument();
            if (row.Value.MovedTo is not null) return new ReviewOutcome.Refused("Handlingen är flyttad. Ändra den där den ligger nu.");

            // The document itself goes last: until it is marked, a person sees that the mark is to be made again.
            var left = DocumentMover.CarriedBy(row.Value, [.. documents.Select(d => d.Value)]).Append(row.Value).Where(d => d.IsSecret != secrecy is not null).ToList();
            var change = ledger.Change(id.Case);
            foreach (var document in left.Take(DocumentsAtOnce))
            {
                var key = LedgerKeys.Document(document);
                change.Replace(key, documents.First(d => d.Value.Sha256 == document.Sha256), document with { Secrecy = secrecy })
                    .Audit(new(time.GetUtcNow(), who, what, key, reason.Trim()));
            }

            if (await change.CommitAsync(cancellationToken) && left.Count <= DocumentsAtOnce) return new ReviewOutcome.Decided(id);
        }
    }
}
