using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Learned;

/// <summary>Picks the sentences that can hold the sender's view and says how far each may be trusted to.</summary>
internal sealed class SayingReader(DocumentOutline outline, SenderProfile sender, SubjectReader subjects, StanceReader rules, SayingModel model)
{
    private const int WordsOfSubject = 10;

    private readonly PartSections parts = new(outline);

    /// <param name="evidence">What the rules found in the same sentences.</param>
    public List<Said> Read(IReadOnlyList<Sentence> sentences, IReadOnlyList<StanceEvidence> evidence)
    {
        var limited = evidence.GroupBy(e => e.Sentence.Index).Where(g => g.All(IsLimited)).Select(g => g.Key).ToHashSet();
        return [.. sentences.Where(s => CanHoldAView(outline, s)).Select(s =>
        {
            var doubts = DoubtsOf(s) | (limited.Contains(s.Index) ? Doubts.Limited : Doubts.None);
            return new Said(s, model.Judge(outline.Words, s.FirstWord, s.AfterWord, Asks(outline, s)), doubts, NamingOf(s));
        })];
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

    /// <summary>"Kommunen …" beside "Riksorganisationen …" and "Moderaterna …" in a letter from a municipality.</summary>
    private Naming NamingOf(Sentence sentence)
    {
        var naming = Naming.None;
        var after = Math.Min(sentence.AfterWord, sentence.FirstWord + WordsOfSubject);
        for (var i = sentence.FirstWord; i < after; i++)
        {
            ref readonly var word = ref outline.Words[i];
            var isSender = word.Form.Traits.IsSender || word.Capital ? sender.IsSenderNoun(word) || sender.IsName(word) || sender.IsGenitive(word) : word.Plain is "vår" or "vårt" or "våra";
            if (isSender) naming |= naming == Naming.None ? Naming.Sender | Naming.SenderFirst : Naming.Sender;
            else if (word.Capital && i > sentence.FirstWord || word.Form.Traits.IsSender) naming |= naming == Naming.None ? Naming.Another | Naming.AnotherFirst : Naming.Another;
        }

        return naming;
    }

    private Doubts DoubtsOf(Sentence sentence)
    {
        var doubts = sentence.Section.Role == SectionRole.Background ? Doubts.Background : Doubts.None;
        if (subjects.RetellsAnother(sentence)) doubts |= Doubts.RetellsAnother;
        if (rules.NotTheSenders.Contains(sentence.Index)) doubts |= Doubts.NotTheSenders;
        if (parts.IsAboutPart(sentence)) doubts |= Doubts.OfPart;
        if (outline.Text[sentence.Start] is '"' or '”' or '»') doubts |= Doubts.Quoted;
        return doubts;
    }
}
