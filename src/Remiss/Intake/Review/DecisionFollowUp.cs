using Remiss.Cases;
using Remiss.Storage;

namespace Remiss.Intake.Review;

/// <summary>What a decision about documents means for their sender, added to the change that carries the decision.</summary>
internal sealed class DecisionFollowUp(LedgerChange change, string by, DateTimeOffset at)
{
    /// <summary>
    /// The recipient's row is replaced even when nothing follows for it, so that of two decisions about the same organisation at the same
    /// moment one sees the other.
    /// </summary>
    /// <param name="recipient">Null when the documents belong to no recipient.</param>
    /// <param name="documents">All of the organisation's.</param>
    /// <returns>The documents to write: the decided ones, and those that became or ceased to be superseded.</returns>
    public IReadOnlyList<Document> Of(Stored<Recipient>? recipient, IReadOnlyList<Document> decided, IReadOnlyList<Stored<Document>> documents)
    {
        if (recipient is null) return decided;

        var effect = AnswerRules.Recount(recipient.Value, decided, documents.Select(d => d.Value));
        var key = LedgerKeys.Recipient(recipient.Value.Organisation);
        change.Replace(key, recipient, effect.Recipient);
        if (effect.Recipient != recipient.Value)
            change.Audit(new(at, by, $"recipient_{RemissJson.Label(effect.Recipient.Status)}", key, decided[^1].Path));
        var isDecided = decided.Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
        foreach (var document in effect.Changed.Where(d => !isDecided.Contains(d.Sha256)))
        {
            var what = document.SupersededBy is null ? "answer_counts_again" : "answer_superseded";
            change.Audit(new(at, by, what, LedgerKeys.Document(document), decided[^1].Path));
        }

        return effect.Changed;
    }
}
