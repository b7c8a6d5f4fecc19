namespace Remiss.Intake.Classification.Evaluation;

/// <summary>The mean over the labels of the harmonic mean of precision and recall, with the interval that 95 % of resamplings fall in.</summary>
public sealed record MacroF1(double Value, double Low, double High)
{
    private const int Resamplings = 1000;
    private const int Seed = 20260101;

    /// <summary>
    /// Resamples whole families, since texts of one template fail together. Labels that neither occur nor are claimed do not count.
    /// </summary>
    public static MacroF1 Of(IReadOnlyList<JudgedText> texts, Func<Stance, string> label)
    {
        var families = texts.GroupBy(t => t.Label.Family, StringComparer.Ordinal)
            .Select(g => g.Select(t => (label(t.Label.Stance), label(t.Result.Stance))).ToList()).ToList();
        var value = Score(families.SelectMany(f => f));
        // A fixed seed, so that the same figures are printed every time; nothing depends on it being hard to guess.
#pragma warning disable CA5394
        var random = new Random(Seed);
        var scores = Enumerable.Range(0, Resamplings)
            .Select(_ => Score(Enumerable.Range(0, families.Count).SelectMany(_ => families[random.Next(families.Count)])))
            .Order()
            .ToList();
#pragma warning restore CA5394
        return new MacroF1(value, scores[(int)(Resamplings * 0.025)], scores[(int)(Resamplings * 0.975)]);
    }

    public static double Score(IEnumerable<(string Wanted, string Found)> pairs)
    {
        var counts = new Dictionary<string, (int Right, int Wanted, int Found)>(StringComparer.Ordinal);
        foreach (var (wanted, found) in pairs)
        {
            counts[wanted] = counts.GetValueOrDefault(wanted) with { Wanted = counts.GetValueOrDefault(wanted).Wanted + 1 };
            counts[found] = counts.GetValueOrDefault(found) with { Found = counts.GetValueOrDefault(found).Found + 1 };
            if (wanted == found) counts[wanted] = counts[wanted] with { Right = counts[wanted].Right + 1 };
        }

        return counts.Count == 0 ? 0 : counts.Values.Average(c => 2.0 * c.Right / (c.Wanted + c.Found));
    }
}
