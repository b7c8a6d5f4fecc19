using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Review;

/// <summary>What a decision makes of a document, wherever it lies. Pure.</summary>
public static class ReviewDecisionRules
{
    public const int LongestReason = 1000;

    public static ReviewEffect Apply(ReviewDecision decision, Document document, ReviewContext context)
    {
        if (document.State is DocumentState.Quarantined && decision is not ReviewDecision.Move)
            return Refuse("Handlingen ligger i karantän och kan inte granskas förrän den har släppts därifrån.");
        if (document.DisposedAt is not null)
            return Refuse("Handlingens innehåll är gallrat.");
        if (context.Reason is { Length: > LongestReason })
            return Refuse($"Skriv skälet med högst {LongestReason} tecken.", "reason");
        if (decision is ReviewDecision.Correct or ReviewDecision.Move or ReviewDecision.Reopen && string.IsNullOrWhiteSpace(context.Reason))
            return Refuse("Skriv ett skäl.", "reason");

        return decision switch
        {
            ReviewDecision.Accept => document.Classification is { } proposed
                ? Decide(DecisionKind.Accepted, document, proposed, context)
                : Refuse("Programmet har inget förslag att godta. Ange själv vad handlingen är."),
            ReviewDecision.Correct labels => Correct(labels, document, context),
            ReviewDecision.NotAnAnswer => Decide(
                DecisionKind.NotAnAnswer, document, Labelled(document.Classification, DocumentType.Ovrigt, Stance.Oklart) with { RequestedDeadline = null }, context),
            ReviewDecision.Reopen => document.IsPinned
                ? new ReviewEffect.Changed(Reopen(document, context))
                : Refuse("Det finns inget beslut att ta tillbaka."),
            ReviewDecision.Move => new ReviewEffect.Changed(document),
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        };
    }

    /// <summary>Only answers take a stance, and a decline is one by itself.</summary>
    public static Stance StanceOf(DocumentType type, Stance given) => type switch
    {
        DocumentType.Avstar => Stance.Avstar,
        _ when ReviewRules.IsAnswer(type) => given,
        _ => Stance.Oklart,
    };

    private static ReviewEffect Correct(ReviewDecision.Correct labels, Document document, ReviewContext context)
    {
        var text = context.Text?.Text.Length ?? 0;
        foreach (var passage in labels.Passages ?? [])
        {
            if (passage.Start < 0 || passage.Length <= 0 || passage.Start > text - passage.Length)
                return Refuse("Ett utdrag ligger utanför handlingens text.");
            if (passage.Topic is { } topic && !context.Topics.Contains(topic))
                return Refuse($"Ärendet har ingen punkt {topic}.");
        }

        var corrected = Labelled(document.Classification, labels.Type, StanceOf(labels.Type, labels.Stance)) with
        {
            RequestedDeadline = labels.Type is DocumentType.Anstand ? labels.RequestedDeadline ?? document.Classification?.RequestedDeadline : null,
        };
        if (labels.Passages is { } chosen)
            corrected = corrected with { Passages = [.. chosen.Select(p => new Passage(p.Kind, p.Topic, p.Start, p.Length, context.Text!.PageAt(p.Start)))] };
        return Decide(DecisionKind.Corrected, document, corrected, context);
    }

    /// <summary>A person is certain; the passages stay while there is an answer to quote.</summary>
    private static ClassificationResult Labelled(ClassificationResult? proposed, DocumentType type, Stance stance)
    {
        var labels = proposed ?? new ClassificationResult { Type = type, TypeConfidence = 1, Stance = stance, StanceConfidence = 1, Review = false };
        return labels with
        {
            Type = type,
            TypeConfidence = 1,
            Stance = stance,
            StanceConfidence = 1,
            Passages = ReviewRules.IsAnswer(type) ? labels.Passages : [],
        };
    }

    private static ReviewEffect.Changed Decide(DecisionKind kind, Document document, ClassificationResult labels, ReviewContext context) => new(document with
    {
        State = DocumentState.Accepted,
        Classification = labels with { Review = false, Reasons = [] },
        Proposal = document.Decision is null ? document.Classification : document.Proposal,
        Decision = new(kind, context.By, context.At, context.Reason?.Trim(), document.Decision?.Before ?? document.State),
    });

    private static Document Reopen(Document document, ReviewContext context)
    {
        var before = document.Decision!.Before;
        return document with
        {
            State = before is DocumentState.Accepted or DocumentState.Received or DocumentState.Extracted ? DocumentState.Review : before,
            Classification = document.Proposal,
            Decision = new(DecisionKind.Reopened, context.By, context.At, context.Reason!.Trim(), before),
            SupersededBy = null,
        };
    }

    private static ReviewEffect.Refused Refuse(string why, string? field = null) => new(why, field);
}

/// <param name="Text">Null when none was read out of the file.</param>
/// <param name="Topics">Ids of the topics of the case that the document will lie in.</param>
public sealed record ReviewContext(string By, DateTimeOffset At, string? Reason, DocumentText? Text, IReadOnlyList<string> Topics);

public abstract record ReviewEffect
{
    private ReviewEffect()
    {
    }

    public sealed record Changed(Document Document) : ReviewEffect;

    /// <param name="Why">In Swedish, for the coordinator.</param>
    /// <param name="Field">What it is about, as the API names it, when it is about one thing that was given.</param>
    public sealed record Refused(string Why, string? Field = null) : ReviewEffect;
}
