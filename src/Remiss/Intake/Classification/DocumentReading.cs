using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Learned;
using Remiss.Intake.Classification.Numbers;
using Remiss.Intake.Classification.Organisations;
using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;
using Remiss.Intake.Classification.Types;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification;

/// <summary>A document as structure, rules and the sentence model read it, before type and stance are judged as a whole.</summary>
internal sealed record DocumentReading
{
    private const int LinesOfTitle = 3;

    public required ClassificationContext Context { get; init; }

    public required DocumentOutline Outline { get; init; }

    public required IReadOnlyList<DnrFound> Numbers { get; init; }

    public required CaseDecision About { get; init; }

    public required OrganisationDecision Organisation { get; init; }

    public required bool IsCompiled { get; init; }

    public required SubjectReader Subjects { get; init; }

    public required SignReader Signs { get; init; }

    /// <summary>The type that the rules find.</summary>
    public required TypeDecision RulesOnType { get; init; }

    /// <summary>All sentences, or those of the § of minutes that is about the case.</summary>
    public required IReadOnlyList<Sentence> Judged { get; init; }

    /// <summary>How many §§ the minutes have, when none of them is surely about the case.</summary>
    public required int? NoMatchingItem { get; init; }

    /// <summary>What the rules found in the judged sentences.</summary>
    public required List<StanceEvidence> Evidence { get; init; }

    /// <summary>What the sentence model makes of the judged sentences.</summary>
    public required List<Said> Said { get; init; }

    public required (int Index, float Value)[] FeaturesOfType { get; init; }

    /// <param name="deciding">Weighs each sentence by its place; none while that itself is learned.</param>
    public static DocumentReading Of(DocumentText text, ClassificationContext context, SayingModel model, DecidingModel? deciding)
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
        var namesMatter = numbers.Count > 0 || about.IsSupported;
        var type = new TypeRules(outline, signs, evidence, context, new TypeHints(isCompiled, namesMatter)).Decide();
        var said = new SayingReader(outline, sender, subjects, stanceReader, model).Read(outline.Sentences, evidence);
        var featuresOfType = TypeFeatures.Of(outline, type, signs, said, evidence, context, namesMatter);

        var (judged, noMatchingItem) = JudgedOf(outline, type.Type, about.Case);
        if (judged.Count != outline.Sentences.Count)
        {
            evidence = stanceReader.Read(judged);
            var indexes = judged.Select(s => s.Index).ToHashSet();
            said.RemoveAll(s => !indexes.Contains(s.Sentence.Index));
        }

        return new DocumentReading
        {
            Context = context,
            Outline = outline,
            Numbers = numbers,
            About = about,
            Organisation = organisation,
            IsCompiled = isCompiled,
            Subjects = subjects,
            Signs = signs,
            RulesOnType = type,
            Judged = judged,
            NoMatchingItem = noMatchingItem,
            Evidence = evidence,
            Said = deciding is null ? said : deciding.Weigh(said, evidence),
            FeaturesOfType = featuresOfType,
        };
    }

    public StanceDecision RulesOnStance() => StanceRules.Decide(Outline, Evidence, Judged, Subjects);

    public (int Index, float Value)[] FeaturesOfStance(StanceDecision rules) => StanceFeatures.Of(Said, Evidence, rules, RulesOnType.Type, Outline.OwnWordCount);

    private static string? CoordinatingBodyOf(ClassificationContext context) =>
        context.OpenCases.Select(c => c.CoordinatingBody).Distinct().ToList() is [var only] ? only : null;

    private static (IReadOnlyList<Sentence> Sentences, int? NoMatchingItem) JudgedOf(DocumentOutline outline, DocumentType type, Cases.RemissCase? about)
    {
        if (type != DocumentType.Protokollsutdrag) return (outline.Sentences, null);
        var items = Minutes.Split(outline);
        if (items.Count == 0) return (outline.Sentences, null);
        var item = Minutes.Find(outline, items, about, text => about is not null && DnrFinder.Holds(text, about.Dnr));
        if (item is null) return (about is null ? outline.Sentences : [], items.Select(i => i.Number).Distinct().Count());
        return ([.. outline.Sentences.Where(s => s.Line.Index >= item.FirstLine && s.Line.Index < item.AfterLine)], null);
    }

    private static HashSet<string> TitleStems(DocumentOutline outline, Cases.RemissCase? about)
    {
        if (about is not null) return TitleWords.Of(about);
        return outline.Lines
            .Where(l => outline.IsLetterhead(l) && l.WordCount is >= 1 and <= 40 && (l.WordCount >= 4 || l.Index >= outline.LetterheadLines - LinesOfTitle))
            .SelectMany(l => outline.Words.AsSpan(l.FirstWord, l.WordCount).ToArray())
            .Where(w => w.Plain.Length > 4 && !w.IsNumber)
            .Select(w => w.Form.Stem)
            .ToHashSet(StringComparer.Ordinal);
    }
}
