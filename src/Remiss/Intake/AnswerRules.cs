using Remiss.Cases;
using Remiss.Intake.Classification;

namespace Remiss.Intake;

/// <summary>What a judged document means for its sender and for the sender's earlier answer. Pure.</summary>
public static class AnswerRules
{
    /// <param name="current">The document that counted so far; null when none did.</param>
    public static AnswerEffect Apply(Recipient recipient, Document judged, Document? current, DateOnly judgedOn)
    {
        if (judged.Classification is not { } classification) return new(recipient, judged, current);
        if (classification.Type is DocumentType.Anstand) return new(WithRequest(recipient, judged, judgedOn), judged, current);
        if (!judged.Counts || current?.Sha256 == judged.Sha256) return new(recipient, judged, current);
        if (current is null) return new(Counting(recipient, judged), judged, current);

        var accompany = judged.Parent is not null && judged.Parent == current.Parent;
        return (accompany, Outranks(judged, current, accompany)) switch
        {
            (true, true) => new(Counting(recipient, judged), judged, current),
            (true, false) => new(recipient, judged, current),
            (false, true) => new(Counting(recipient, judged), judged, current with { SupersededBy = judged.Sha256 }),
            (false, false) => new(recipient, judged with { SupersededBy = current.Sha256 }, current),
        };
    }

    /// <summary>
    /// What follows when a person has decided about documents, perhaps against what was thought before: what counts is reckoned anew from
    /// all that the organisation has sent.
    /// </summary>
    /// <param name="documents">All of the organisation's, with or without the decided ones.</param>
    /// <returns>The recipient, and every document that is no longer what it was; the decided ones always.</returns>
    public static RecountEffect Recount(Recipient recipient, IReadOnlyList<Document> decided, IEnumerable<Document> documents)
    {
        var decidedHashes = decided.Select(d => d.Sha256).ToHashSet(StringComparer.Ordinal);
        var before = documents.Where(d => !decidedHashes.Contains(d.Sha256)).Concat(decided).ToDictionary(d => d.Sha256, StringComparer.Ordinal);
        var after = before.Values.ToDictionary(d => d.Sha256, d => d with { SupersededBy = null }, StringComparer.Ordinal);
        var counted = decided.Aggregate(recipient, WithDecidedRequest) with { Answer = null, Status = Unanswered(recipient) };
        foreach (var judged in after.Values.Where(d => d.Counts).OrderBy(d => d.ArrivedAt).ThenBy(d => d.Sha256, StringComparer.Ordinal).ToList())
        {
            var effect = Apply(counted, judged, counted.Answer is { } answer ? after[answer] : null, SwedishTime.Date(judged.ArrivedAt));
            counted = effect.Recipient;
            after[judged.Sha256] = effect.Judged;
            if (effect.Current is { } current) after[current.Sha256] = current;
        }

        var isWithdrawnAsBefore = counted.Answer == recipient.Answer && recipient.Status is RecipientStatus.Withdrawn;
        return new(
            isWithdrawnAsBefore ? counted with { Status = recipient.Status } : counted,
            [
                .. before.Values
                    .Select(d => d with { SupersededBy = Superseding(d, after) })
                    .Where(d => decidedHashes.Contains(d.Sha256) || d != before[d.Sha256]),
            ]);
    }

    /// <summary>What it was before any document counted.</summary>
    private static RecipientStatus Unanswered(Recipient recipient) =>
        recipient.Answer is null || recipient.Status is RecipientStatus.Withdrawn ? recipient.Status : RecipientStatus.Awaiting;

    /// <summary>Which newer answer replaced an older one is left as it is while both are answers.</summary>
    private static string? Superseding(Document before, Dictionary<string, Document> after) =>
        after[before.Sha256].SupersededBy is { } now
            ? before.SupersededBy is { } then && after.TryGetValue(then, out var newer) && newer.Counts ? then : now
            : null;

    private static Recipient WithDecidedRequest(Recipient recipient, Document decided)
    {
        if (!decided.IsMoved && decided.Classification?.Type is DocumentType.Anstand)
            return WithRequest(recipient, decided, SwedishTime.Date(decided.ArrivedAt));
        return recipient.Extension is { State: ExtensionState.Requested } asked && asked.Document == decided.Sha256
            ? recipient with { Extension = null }
            : recipient;
    }

    private static Recipient WithRequest(Recipient recipient, Document judged, DateOnly judgedOn) =>
        recipient.Extension?.Document == judged.Sha256 ? recipient : recipient with
        {
            Extension = new(ExtensionState.Requested, judgedOn, judged.Classification!.RequestedDeadline, judged.Sha256),
        };

    private static Recipient Counting(Recipient recipient, Document document) => recipient with
    {
        Answer = document.Sha256,
        Status = document.Declines ? RecipientStatus.Declined : RecipientStatus.Responded,
    };

    /// <summary>The newest answer counts; of two that came in one mail, the letter before the report before the minutes.</summary>
    private static bool Outranks(Document judged, Document current, bool cameTogether) => cameTogether
        ? (Rank(judged), judged.Sha256).CompareTo((Rank(current), current.Sha256)) < 0
        : (judged.ArrivedAt, Dated(judged), judged.Sha256).CompareTo((current.ArrivedAt, Dated(current), current.Sha256)) > 0;

    private static int Rank(Document document) => document.Classification!.Type switch
    {
        DocumentType.Remissvar => 0,
        DocumentType.Tjansteutlatande => 1,
        DocumentType.Protokollsutdrag => 2,
        _ => 3,
    };

    private static DateOnly Dated(Document document) => document.Classification?.Date ?? DateOnly.MinValue;
}

/// <param name="Current">The document that counted before, perhaps superseded now.</param>
public sealed record AnswerEffect(Recipient Recipient, Document Judged, Document? Current);

public sealed record RecountEffect(Recipient Recipient, IReadOnlyList<Document> Changed);
