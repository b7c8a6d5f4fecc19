namespace Remiss.Intake.Classification.Evaluation;

/// <summary>A labelled text beside what the classifier made of it.</summary>
public sealed record JudgedText(LabelledText Label, ClassificationResult Result)
{
    public bool TakesStance => ReviewRules.IsAnswer(Label.Type) || Label.Type is DocumentType.Avstar;

    public bool IsAccepted => !Result.Review;

    public bool IsRight => Result.Type == Label.Type && Result.Stance == Label.Stance;

    /// <summary>A stance is claimed as sure where the text takes none.</summary>
    public bool IsFalselyCertain => IsAccepted && Label.Stance is Stance.Oklart && Result.Stance is not Stance.Oklart;

    public bool HasWrongSender => IsAccepted && Result.Organisation is { } found && found.Id != Label.Organisation;

    public bool HasWrongCase => IsAccepted && Result.Case is { } found && found.Id != Label.Case;

    /// <summary>Null where the label names no span.</summary>
    public bool? FindsSpan => Label is { SpanStart: { } start, SpanLength: { } length } && Label.Stance is not Stance.Oklart
        ? Result.Passages.Any(p => p.Kind is PassageKind.Stance && p.Start < start + length && start < p.Start + p.Length)
        : null;

    public static IReadOnlyList<JudgedText> Judge(LabelledSet set, DocumentClassifier classifier) =>
        [.. set.Texts.Select(t => new JudgedText(t, classifier.Classify(t.ToDocument(), set.ContextOf(t))))];
}
