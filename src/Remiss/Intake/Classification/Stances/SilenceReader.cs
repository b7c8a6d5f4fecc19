using Remiss.Intake.Classification.Passages;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

/// <summary>
/// Where no stance was understood: tells an answer that takes none from one whose stance was missed. What may hide a stance makes the
/// label a guess.
/// </summary>
internal sealed class SilenceReader(DocumentOutline outline, IReadOnlyList<StanceEvidence> evidence, SubjectReader subjects)
{
    private const int LongEnoughToTakeNone = 110;
    private const int ClosingSentences = 3;
    private const int OpeningSentences = 2;
    private const int Terse = 12;

    public StanceDecision Decide(IReadOnlyList<Sentence> sentences)
    {
        var body = sentences.Where(s => s.Section.IsOwn && !outline.IsLetterhead(s.Line) && !outline.IsSignature(s.Line) && s.Kind != LineKind.Heading
            && s.Section.Role != SectionRole.Background && !TellsWhomToAsk(s)).ToList();
        if (body.Any(s => StanceWordings.TakesNone.Any(outline.Words, s.FirstWord, s.AfterWord) && !subjects.RetellsAnother(s))) return None(0.9);
        var hiding = body.Where((s, i) => MayHideStance(s, i < OpeningSentences || i >= body.Count - ClosingSentences, i == body.Count - 1)).ToList();
        var points = body.Count(s => PointWordings.All.Any(outline.Words, s.FirstWord, s.AfterWord));
        if (points < 2 && body.Sum(s => s.WordCount) < LongEnoughToTakeNone) return None(0.55);
        if (hiding.Count > 0) return None(0.6);
        if (evidence.Count == 0) return None(0.9);
        return None(evidence.Any(e => e.Subject == Subject.Unknown && e.Strength > Strength.Soft && e.Scope == Scope.Whole) ? 0.5 : 0.75);
    }

    private bool TellsWhomToAsk(Sentence sentence) => outline.Text.AsSpan(sentence.Start, sentence.Length).Contains('@');

    private static StanceDecision None(double confidence) => new(Stance.Oklart, confidence, []);

    /// <summary>A word of judgement beside the proposal or where conclusions stand, or a terse last word, in a sentence that nothing was understood of.</summary>
    private bool MayHideStance(Sentence sentence, bool concludes, bool isLast)
    {
        if (evidence.Any(e => e.Sentence.Index == sentence.Index) || subjects.RetellsAnother(sentence)) return false;
        if (StanceWordings.Hints.Any(outline.Words, sentence.FirstWord, sentence.AfterWord)) return concludes || ScopeReader.NamesProposal(outline, sentence);
        return isLast && sentence.WordCount <= Terse && !PointWordings.All.Any(outline.Words, sentence.FirstWord, sentence.AfterWord);
    }
}
