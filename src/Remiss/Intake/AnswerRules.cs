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
