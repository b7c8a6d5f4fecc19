using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Learned;

/// <summary>What an answer as a whole is judged by: what its sentences seem to say and where, beside what the rules found.</summary>
internal static class StanceFeatures
{
    public const int Count = 128;

    private const int Opening = 3;
    private const int Closing = 5;
    private const int Stances = (int)Saying.Declines + 1;

    public static (int Index, float Value)[] Of(IReadOnlyList<Said> said, IReadOnlyList<StanceEvidence> evidence, StanceDecision rules, DocumentType type, int words)
    {
        var features = new (int, float)[Count];
        var at = 0;
        void Add(float value)
        {
            features[at] = (at, value);
            at++;
        }

        for (var saying = (Saying)0; (int)saying < Stances; saying++)
        {
            var (most, edge, role, none, second) = (0f, 0f, 0f, 1f, 0f);
            for (var i = 0; i < said.Count; i++)
            {
                var chance = said[i][saying];
                if (chance > most) (second, most) = (most, chance);
                else second = Math.Max(second, chance);
                if (i < Opening || i >= said.Count - Closing) edge = Math.Max(edge, chance);
                if (said[i].Sentence.Section.Role is SectionRole.Summary or SectionRole.Decision or SectionRole.OwnView) role = Math.Max(role, chance);
                none *= 1 - chance * 0.999f;
            }

            Add(Stretched(most));
            Add(Stretched(edge));
            Add(Stretched(role));
            Add(Stretched(1 - none));
            Add(Stretched(second));
        }

        Add(Stretched(Most(said, s => s[Saying.For] + s[Saying.ForWithReservation])));
        Add(Stretched(Most(said, s => s[Saying.For] + s[Saying.ForWithReservation] + s[Saying.NothingAgainst])));
        Add(Stretched(Most(said, s => s[Saying.Against] + s[Saying.InPart])));
        Add(Stretched(Most(said, s => s[Saying.For] + s[Saying.ForWithReservation] + s[Saying.NothingAgainst] + s[Saying.Against] + s[Saying.InPart] + s[Saying.Declines])));
        Add(Stretched(Most(said, s => s[Saying.OfAnother])));
        Add(MathF.Log(1 + said.Sum(s => s[Saying.Remark])));
        Add(MathF.Log(1 + said.Sum(s => s[Saying.Praise])));
        Add(MathF.Log(1 + said.Sum(s => s[Saying.OfAnother])));
        Add(said.Count == 0 ? 0 : said.Sum(s => s[Saying.Remark]) / said.Count);
        Add(Stretched(Most(said, s => s[Saying.Remark])));
        Add(MathF.Log(1 + said.Count(s => s[Saying.Remark] > 0.5f)));
        Add(MathF.Log(1 + said.Count(s => s[Saying.Remark] > 0.7f)));
        Add(said.Any(s => s[Saying.Remark] > 0.5f) ? 1 : 0);
        Add(MathF.Log(1 + said.Count) / 2);
        Add(MathF.Log(1 + words) / 4);
        Add(words < 60 ? 1 : 0);

        foreach (var polarity in Enum.GetValues<Polarity>())
        {
            foreach (var scope in Enum.GetValues<Scope>()) Add((float)evidence.Where(e => e.Polarity == polarity && e.Scope == scope).Select(e => e.Weight).DefaultIfEmpty().Max());
            Add(evidence.Any(e => e.Polarity == polarity && e is { Scope: Scope.Whole, Strength: Strength.Formal, Subject: Subject.Sender }) ? 1 : 0);
        }

        Add(evidence.Any(e => e is { Polarity: Polarity.Positive, Scope: Scope.Whole } && (e.Conditional || e.InTheMain)) ? 1 : 0);
        foreach (var stance in Enum.GetValues<Stance>()) Add(rules.Stance == stance ? (float)rules.Confidence : 0);
        foreach (var stance in Enum.GetValues<Stance>()) Add(rules.Stance == stance ? 1 : 0);
        Add(type == DocumentType.Protokollsutdrag ? 1 : 0);
        Add(type == DocumentType.Tjansteutlatande ? 1 : 0);
        return features[..at];
    }

    private static float Most(IReadOnlyList<Said> said, Func<Said, float> chance) => said.Count == 0 ? 0 : said.Max(chance);

    /// <summary>Log-odds, held within −1 and 1, so that 0.9 and 0.99 are told apart.</summary>
    private static float Stretched(float chance) => MathF.Log((chance + 0.02f) / (1.02f - chance)) / 4;
}
