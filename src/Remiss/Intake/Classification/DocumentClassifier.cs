using Remiss.Intake.Classification.Dates;
using Remiss.Intake.Classification.Learned;
using Remiss.Intake.Classification.Numbers;
using Remiss.Intake.Classification.Passages;
using Remiss.Intake.Classification.People;
using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification;

/// <summary>Reads what a document is, whose it is and what it says. Structure first, then one judgement at a time; no I/O.</summary>
public sealed class DocumentClassifier(ClassificationThresholds? thresholds = null)
{
    private const double WorthTelling = 0.4;
    private const int MostRivals = 3;

    private readonly ClassificationThresholds thresholds = thresholds ?? ClassificationThresholds.Default;
    private readonly LearnedModels? own;

    /// <summary>With models other than the program's own, to measure how they do.</summary>
    internal DocumentClassifier(LearnedModels models, ClassificationThresholds? thresholds = null)
        : this(thresholds) => own = models;

    public ClassificationResult Classify(DocumentText text, ClassificationContext context)
    {
        var models = own ?? LearnedModels.Shipped;
        var reading = DocumentReading.Of(text, context, models.Sayings, models.Deciding);
        var (outline, about, organisation, evidence) = (reading.Outline, reading.About, reading.Organisation, reading.Evidence);
        var type = LearnedJudge.TypeOf(reading, models);
        var stance = ReviewRules.IsAnswer(type.Type) || type.Type == DocumentType.Avstar ? LearnedJudge.StanceOf(reading, type.Type, models) : new StanceDecision(Stance.Oklart, 1, []);
        if (type.Type == DocumentType.Remissvar && LearnedJudge.OnlyDeclines(stance)) type = type with { Type = DocumentType.Avstar };
        var date = DocumentDate.Find(outline, context);
        var signatory = SignatoryFinder.Find(outline);
        var hasOrders = outline.Sentences.Any(s => StanceReader.IsOrder(outline, s)) && type.Type is not (DocumentType.Remiss or DocumentType.Ovrigt);
        var reasons = ReviewRules.Reasons(
            type, stance, organisation, about, new ReviewFacts(outline.OwnWordCount, hasOrders, reading.IsCompiled, reading.NoMatchingItem), context, thresholds);

        return new ClassificationResult
        {
            Type = type.Type,
            TypeConfidence = Rounded(type.Confidence),
            Stance = stance.Stance,
            StanceConfidence = Rounded(stance.Confidence),
            Review = reasons.Count > 0 || context.Remarks.Any(ReviewRules.NeedsPerson),
            Reasons = reasons,
            Organisation = organisation.Match,
            Case = about.Case is { } known ? new CaseMatch(known.Id, known.Dnr) : null,
            Dnr = DnrRules.Sort(reading.Numbers, type.Type, context),
            Date = date?.Date,
            Signatory = signatory?.Signatory,
            RequestedDeadline = type.Type == DocumentType.Anstand
                ? RequestedDeadline.Find(outline, date?.Date ?? context.ArrivedOn, about.Case?.RecipientDeadline)
                : null,
            Passages = SaysSomething(type.Type) ? new PassageSelector(outline, new TopicFinder(about.Case), reading.Subjects).Select(reading.Judged, stance.Deciding) : [],
            Evidence =
            [
                .. type.Evidence,
                .. StanceEvidenceOf(type.Type, stance),
                .. ReviewRules.IsAnswer(type.Type) ? RivalsOf(stance, evidence) : [],
                .. organisation.Evidence,
                .. about.Evidence,
                .. date is { } day ? [new Evidence("date", day.Length > 0 ? "dokumentets eget datum" : "mejlets datum", day.Start, day.Length)] : Array.Empty<Evidence>(),
                .. signatory is not null ? [new Evidence("signatory", "den som har beslutat eller undertecknat", signatory.Start, signatory.Length)] : Array.Empty<Evidence>(),
            ],
        };
    }

    private static IEnumerable<Evidence> StanceEvidenceOf(DocumentType type, StanceDecision stance)
    {
        if (stance.Deciding.Count > 0) return stance.Deciding.Select(e => new Evidence("stance", e.Rule, e.Sentence.Start, e.Sentence.Length));
        return [new Evidence("stance", ReviewRules.IsAnswer(type) ? "avsändaren tar inte ställning till helheten" : "ett dokument av den här typen tar inte ställning", 0, 0)];
    }

    /// <summary>What speaks for another stance, or of a part only: the strongest first.</summary>
    private static IEnumerable<Evidence> RivalsOf(StanceDecision stance, List<StanceEvidence> evidence) => evidence
        .Where(e => e.Weight >= WorthTelling && stance.Deciding.All(d => d.Sentence.Index != e.Sentence.Index))
        .OrderByDescending(e => e.Weight)
        .DistinctBy(e => e.Sentence.Index)
        .Take(MostRivals)
        .Select(e => new Evidence("stance_rival", e.Scope switch
        {
            Scope.Part => e.Rule + ", men i en del",
            Scope.Aim => e.Rule + ", men bara i fråga om syftet",
            _ => e.Rule,
        }, e.Sentence.Start, e.Sentence.Length));

    private static bool SaysSomething(DocumentType type) => ReviewRules.IsAnswer(type) || type is DocumentType.Avstar or DocumentType.Anstand;

    private static double Rounded(double confidence) => Math.Round(Math.Clamp(confidence, 0, 1), 2);
}
