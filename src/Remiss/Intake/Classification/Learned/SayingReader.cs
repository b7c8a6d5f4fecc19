using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Learned;

/// <summary>Picks the sentences that can hold the sender's view and says how far each may be trusted to.</summary>
internal sealed class SayingReader(DocumentOutline outline, SubjectReader subjects, StanceReader rules, SayingModel model)
{
    private const float InBackground = 0.5f;
    private const float OfAnother = 0.5f;
    private const float OfPart = 0.7f;
    private const float NotTheSenders = 0.25f;
    private const float Limited = 0.25f;
    private const float Quoted = 0.3f;

    private readonly PartSections parts = new(outline);

    /// <param name="evidence">What the rules found in the same sentences.</param>
    public List<Said> Read(IReadOnlyList<Sentence> sentences, IReadOnlyList<StanceEvidence> evidence)
    {
        var limited = evidence.GroupBy(e => e.Sentence.Index).Where(g => g.All(IsLimited)).Select(g => g.Key).ToHashSet();
        return [.. sentences.Where(s => CanHoldAView(outline, s))
            .Select(s => new Said(s, model.Judge(outline.Words, s.FirstWord, s.AfterWord, Asks(outline, s)), Trust(s) * (limited.Contains(s.Index) ? Limited : 1)))];
    }

    public static bool Asks(DocumentOutline outline, Sentence sentence) => outline.Text[sentence.End - 1] == '?';

    public static bool CanHoldAView(DocumentOutline outline, Sentence sentence)
    {
        if (!sentence.Section.IsOwn || sentence.Kind == LineKind.TableRow || StanceReader.IsOrder(outline, sentence)) return false;
        if (sentence.Kind == LineKind.Heading && sentence.Section.Role != SectionRole.Other && sentence.WordCount <= 4) return false;
        return !outline.IsLetterhead(sentence.Line) && !outline.IsSignature(sentence.Line) || sentence.Line.EndsAsSentence(outline.Text)
            || sentence.Kind == LineKind.ListItem;
    }

    /// <summary>Praise of an aim, and nothing to object to in one part or the rest.</summary>
    private static bool IsLimited(StanceEvidence evidence) =>
        evidence.Scope == Scope.Aim || evidence is { Scope: Scope.Part, Polarity: Polarity.NoObjection or Polarity.Decline };

    private float Trust(Sentence sentence)
    {
        var trust = sentence.Section.Role == SectionRole.Background ? InBackground : 1;
        if (subjects.RetellsAnother(sentence)) trust *= OfAnother;
        if (rules.NotTheSenders.Contains(sentence.Index)) trust *= NotTheSenders;
        if (parts.IsAboutPart(sentence)) trust *= OfPart;
        if (outline.Text[sentence.Start] is '"' or '”' or '»') trust *= Quoted;
        return trust;
    }
}
