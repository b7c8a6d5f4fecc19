using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Storage;

namespace Remiss.Compilation.Report;

/// <summary>Where a recipient stands at the moment of compilation.</summary>
internal sealed record RecipientStanding(Recipient Recipient, string Name, RecipientOutcome Outcome)
{
    /// <summary>The document that answers or declines.</summary>
    public Document? Answer { get; private init; }

    /// <summary>Accepted documents that came with the answer, in order of relevance.</summary>
    public IReadOnlyList<Document> Companions { get; private init; } = [];

    /// <summary>Documents that nobody has judged yet.</summary>
    public IReadOnlyList<Document> Open { get; private init; } = [];

    /// <summary>The day of the first answer, when a newer one has replaced it.</summary>
    public DateOnly? ReplacedAnswerOf { get; private init; }

    /// <summary>The answer is kept out of the report until a person releases it.</summary>
    public bool IsSecret => Answer is { IsSecret: true };

    public Stance Stance => IsSecret ? Stance.Oklart : Answer?.Classification?.Stance ?? Stance.Oklart;

    public DateOnly? ArrivedOn => Answer is null ? null : SwedishTime.Date(Answer.ArrivedAt);

    /// <summary>A correction of an answer that came in time is not late.</summary>
    public bool Late => (ReplacedAnswerOf ?? ArrivedOn) is { } day && SwedishCalendar.IsPast(Recipient.Deadline, day);

    public static RecipientStanding Of(Recipient recipient, CaseLedger ledger, Register register)
    {
        var documents = ledger.DocumentsOf(recipient.Organisation).ToList();
        var open = documents.Where(d => d.IsOpen).ToList();
        var counting = documents.Find(d => d.Sha256 == recipient.Answer && d.Counts);
        var outcome = Decide(recipient.Status, counting, open.Count > 0);
        var answer = outcome is RecipientOutcome.Answered or RecipientOutcome.Declined ? counting : null;

        return new(recipient, register[recipient.Organisation].DisplayName, outcome)
        {
            Answer = answer,
            Companions = answer is null ? [] : CompanionsOf(answer, documents),
            Open = open,
            ReplacedAnswerOf = outcome is RecipientOutcome.Answered ? FirstAnswerBefore(answer!, documents) : null,
        };
    }

    /// <summary>A recipient noted as having answered, whose answer is not among the accepted documents, is a matter for a person.</summary>
    private static RecipientOutcome Decide(RecipientStatus status, Document? counting, bool hasOpen) => (status, counting) switch
    {
        (RecipientStatus.Withdrawn, _) => RecipientOutcome.Withdrawn,
        (RecipientStatus.Declined, _) or (_, { IsAnswer: false }) => RecipientOutcome.Declined,
        (_, not null) => RecipientOutcome.Answered,
        (RecipientStatus.Responded, null) => RecipientOutcome.InReview,
        _ => hasOpen ? RecipientOutcome.InReview : RecipientOutcome.NotAnswered,
    };

    /// <summary>
    /// Every accepted document of type bilaga, and another answer that the same mail carried (minutes beside a report). A bilaga that
    /// came with a replaced answer stays, since a correction seldom repeats its attachments.
    /// </summary>
    private static List<Document> CompanionsOf(Document answer, List<Document> documents) =>
    [
        .. documents
            .Where(d => d.Sha256 != answer.Sha256 && d.State is DocumentState.Accepted)
            .Where(d => d is { Classification.Type: DocumentType.Bilaga, SupersededBy: null } || (d.IsAnswer && CameTogether(d, answer)))
            .OrderByDescending(d => d.IsAnswer)
            .ThenByDescending(d => CameTogether(d, answer))
            .ThenBy(d => d.ArrivedAt)
            .ThenBy(d => d.FileName, StringComparer.Ordinal)
            .ThenBy(d => d.Sha256, StringComparer.Ordinal),
    ];

    private static bool CameTogether(Document document, Document answer) =>
        document.Parent is not null && (document.Parent == answer.Parent || document.Parent == answer.Sha256);

    private static DateOnly? FirstAnswerBefore(Document answer, List<Document> documents)
    {
        var first = SwedishTime.Date(documents.Where(d => d.IsAnswer).Min(d => d.ArrivedAt));
        return first < SwedishTime.Date(answer.ArrivedAt) ? first : null;
    }
}
