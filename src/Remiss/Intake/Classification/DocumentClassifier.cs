using Remiss.Cases;
using Remiss.Intake.Classification.Dates;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Numbers;
using Remiss.Intake.Classification.Organisations;
using Remiss.Intake.Classification.Passages;
using Remiss.Intake.Classification.People;
using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;
using Remiss.Intake.Classification.Types;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification;

/// <summary>Reads what a document is, whose it is and what it says. Structure first, then one judgement at a time; no I/O.</summary>
public sealed class DocumentClassifier(ClassificationThresholds? thresholds = null)
{
    private const double WorthTelling = 0.4;
    private const int MostRivals = 3;
    private const int LinesOfTitle = 3;

    private readonly ClassificationThresholds thresholds = thresholds ?? ClassificationThresholds.Default;

    public ClassificationResult Classify(DocumentText text, ClassificationContext context)
    {
        var outline = DocumentOutline.Read(text);
        var numbers = DnrFinder.Find(outline);
        var about = CaseRules.Decide(outline, numbers, context);
        var isCompiled = CompiledReport.Is(outline);
        var organisation = OrganisationRules.Decide(outline, context, new Matter(about.Case?.CoordinatingBody ?? CoordinatingBodyOf(context), about.Case?.Title ?? "", isCompiled));
        var registered = organisation.Match is { } match ? context.Register.Find(match.Id) : null;
        var sender = SenderProfile.Create(outline, isCompiled ? null : registered, isCompiled);

        var subjects = new SubjectReader(outline, sender);
        var stanceReader = new StanceReader(outline, sender, subjects, TitleStems(outline, about.Case));
        var signs = SignReader.Read(outline, context.Mail is { Subject.Length: > 0 } mail ? new MailSubject(WordReader.Read(mail.Subject)) : null);
        var evidence = stanceReader.Read(outline.Sentences);
        var type = new TypeRules(outline, signs, evidence, context, new TypeHints(isCompiled, numbers.Count > 0 || about.IsSupported)).Decide();

        var (judged, noMatchingItem) = Judged(outline, type.Type, about.Case);
        if (judged.Count != outline.Sentences.Count) evidence = stanceReader.Read(judged);
        var stance = StanceOf(type.Type, outline, evidence, judged, subjects);
        var date = DocumentDate.Find(outline, context);
        var signatory = SignatoryFinder.Find(outline);
        var hasOrders = outline.Sentences.Any(s => StanceReader.IsOrder(outline, s)) && type.Type is not (DocumentType.Remiss or DocumentType.Ovrigt);
        var reasons = ReviewRules.Reasons(
            type, stance, organisation, about, new ReviewFacts(outline.OwnWordCount, hasOrders, isCompiled, noMatchingItem), context, thresholds);

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
            Dnr = DnrRules.Sort(numbers, type.Type, context),
            Date = date?.Date,
            Signatory = signatory?.Signatory,
            RequestedDeadline = type.Type == DocumentType.Anstand
                ? RequestedDeadline.Find(outline, date?.Date ?? context.ArrivedOn, about.Case?.RecipientDeadline)
                : null,
            Passages = SaysSomething(type.Type) ? new PassageSelector(outline, new TopicFinder(about.Case), subjects).Select(judged, stance.Deciding) : [],
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

    private static string? CoordinatingBodyOf(ClassificationContext context) =>
        context.OpenCases.Select(c => c.CoordinatingBody).Distinct().ToList() is [var only] ? only : null;

    private static (IReadOnlyList<Sentence> Sentences, int? NoMatchingItem) Judged(DocumentOutline outline, DocumentType type, RemissCase? about)
    {
        if (type != DocumentType.Protokollsutdrag) return (outline.Sentences, null);
        var items = Minutes.Split(outline);
        if (items.Count == 0) return (outline.Sentences, null);
        var item = Minutes.Find(outline, items, about, text => about is not null && DnrFinder.Holds(text, about.Dnr));
        if (item is null) return ([], items.Select(i => i.Number).Distinct().Count());
        return ([.. outline.Sentences.Where(s => s.Line.Index >= item.FirstLine && s.Line.Index < item.AfterLine)], null);
    }

    private static StanceDecision StanceOf(DocumentType type, DocumentOutline outline, List<StanceEvidence> evidence, IReadOnlyList<Sentence> judged, SubjectReader subjects)
    {
        if (type == DocumentType.Avstar)
        {
            var decline = evidence.Where(e => e.Polarity == Polarity.Decline).MaxBy(e => e.Weight);
            return new(Stance.Avstar, decline?.Weight ?? 0.5, decline is null ? [] : [decline]);
        }

        return ReviewRules.IsAnswer(type) ? StanceRules.Decide(outline, evidence, judged, subjects) : new(Stance.Oklart, 1, []);
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

    private static HashSet<string> TitleStems(DocumentOutline outline, RemissCase? about)
    {
        if (about is not null) return TitleWords.Of(about);
        return outline.Lines
            .Where(l => outline.IsLetterhead(l) && l.WordCount is >= 1 and <= 40 && (l.WordCount >= 4 || l.Index >= outline.LetterheadLines - LinesOfTitle))
            .SelectMany(l => outline.Words.AsSpan(l.FirstWord, l.WordCount).ToArray())
            .Where(w => w.Plain.Length > 4 && !w.IsNumber)
            .Select(w => w.Form.Stem)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static double Rounded(double confidence) => Math.Round(Math.Clamp(confidence, 0, 1), 2);
}
