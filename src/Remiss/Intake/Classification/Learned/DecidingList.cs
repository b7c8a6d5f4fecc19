using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Learned;

/// <summary>The sentences of one text, each beside the others.</summary>
internal sealed class DecidingList
{
    public const int Features = 58;

    private const int Edge = 3;
    private const int LongClosing = 6;
    private const int FewWords = 6;
    private const int ManyWords = 40;

    private static readonly Doubts[] AllDoubts = [Doubts.Background, Doubts.RetellsAnother, Doubts.NotTheSenders, Doubts.OfPart, Doubts.Quoted, Doubts.Limited];

    private static readonly Naming[] AllNaming = [Naming.Sender, Naming.SenderFirst, Naming.Another, Naming.AnotherFirst];

    private static readonly SectionRole[] OwnRoles = [SectionRole.Summary, SectionRole.OwnView, SectionRole.Decision];

    private readonly IReadOnlyList<Said> said;
    private readonly Dictionary<int, double> found;
    private readonly int best = -1;
    private readonly float most;
    private readonly float second;

    public DecidingList(IReadOnlyList<Said> said, IReadOnlyList<StanceEvidence> evidence)
    {
        this.said = said;
        found = [];
        foreach (var e in evidence)
        {
            if (e.Scope == Scope.Whole) found[e.Sentence.Index] = Math.Max(e.Weight, found.GetValueOrDefault(e.Sentence.Index));
        }

        for (var i = 0; i < said.Count; i++)
        {
            var takes = said[i].TakesStance * said[i].Trust;
            if (takes > most) (best, second, most) = (i, most, takes);
            else second = MathF.Max(second, takes);
        }
    }

    public void Fill(int index, Span<float> into)
    {
        into.Clear();
        var one = said[index];
        var takes = Stretched(one.TakesStance);
        var at = 0;
        into[at++] = takes;
        for (var saying = 0; saying < SayingModel.Labels; saying++) into[at++] = one.Chances[saying];
        into[at++] = Stretched(one.TakesStance * one.Trust);
        into[at++] = Stretched(index == best ? second : most);
        into[at++] = index == best ? 1 : 0;
        foreach (var doubt in AllDoubts)
        {
            var has = (one.Doubts & doubt) != 0;
            into[at++] = has ? 1 : 0;
            into[at++] = has ? takes : 0;
        }

        foreach (var naming in AllNaming)
        {
            var has = (one.Naming & naming) != 0;
            into[at++] = has ? 1 : 0;
            into[at++] = has ? takes : 0;
        }

        var (sentence, role) = (one.Sentence, one.Sentence.Section.Role);
        foreach (var known in OwnRoles)
        {
            into[at++] = role == known ? 1 : 0;
            into[at++] = role == known ? takes : 0;
        }

        into[at++] = index == 0 ? 1 : 0;
        into[at++] = index < Edge ? 1 : 0;
        into[at++] = index >= said.Count - 1 ? 1 : 0;
        into[at++] = index >= said.Count - Edge ? 1 : 0;
        into[at++] = index >= said.Count - LongClosing ? 1 : 0;
        into[at++] = (float)index / said.Count;
        into[at++] = index == 0 || said[index - 1].Sentence.Section.Index != sentence.Section.Index ? 1 : 0;
        into[at++] = index == said.Count - 1 || said[index + 1].Sentence.Section.Index != sentence.Section.Index ? 1 : 0;
        into[at++] = index == 0 ? 0 : said[index - 1].TakesStance;
        into[at++] = index == said.Count - 1 ? 0 : said[index + 1].TakesStance;
        into[at++] = index == 0 ? 0 : said[index - 1].Chances[(int)Saying.Remark];
        into[at++] = index == said.Count - 1 ? 0 : said[index + 1].Chances[(int)Saying.Remark];
        into[at++] = sentence.Kind == LineKind.Heading ? 1 : 0;
        into[at++] = sentence.Kind == LineKind.ListItem ? 1 : 0;
        into[at++] = (float)found.GetValueOrDefault(sentence.Index);
        into[at++] = sentence.WordCount < FewWords ? 1 : 0;
        into[at++] = sentence.WordCount > ManyWords ? 1 : 0;
        into[at] = MathF.Log(1 + said.Count) / 4;
    }

    private static float Stretched(float chance) => MathF.Log((chance + 0.01f) / (1.01f - chance)) / 4;
}
