using System.Runtime.Intrinsics;
using Remiss.Intake.Classification.Learned;

namespace Remiss.Evals.Training;

/// <param name="Wanted">How likely each label is held to be; sums to 1.</param>
/// <param name="Weight">How much the example counts.</param>
internal sealed record Example((int Index, float Value)[] Features, float[] Wanted, float Weight);

/// <summary>Multinomial logistic regression, fitted with steps that shrink for what has often been corrected. The same seed gives the same weights.</summary>
internal sealed class LinearTrainer
{
    /// <summary>The labels of a feature lie side by side in full vectors, so that they are corrected at once.</summary>
    private static readonly int Lane = Vector256<float>.Count;

    private readonly int labels;
    private readonly int row;
    private readonly TrainerOptions options;
    private readonly float[] weights;
    private readonly float[] seen;
    private readonly float[] bias;
    private readonly float[] biasSeen;
    private (int At, float Value)[] kept = [];

    public LinearTrainer(int labels, int features, TrainerOptions options)
    {
        (this.labels, this.options) = (labels, options);
        row = (labels + Lane - 1) / Lane * Lane;
        weights = new float[features * row];
        seen = new float[features * row];
        bias = new float[row];
        biasSeen = new float[row];
    }

    public (float[] Weights, float[] Bias) Train(IReadOnlyList<Example> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        // A fixed seed, so that training gives the same every time.
#pragma warning disable CA5394
        var random = new Random(options.Seed);
        var scores = new float[row];
        var chance = (uint)options.Seed;
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order) Step(examples[i], Thin(examples[i], ref chance), scores);
        }
#pragma warning restore CA5394

        return ([.. weights.Chunk(row).SelectMany(w => w.Take(labels))], bias[..labels]);
    }

    /// <summary>With some features left out at each step, no word is leant on alone.</summary>
    private int Thin(Example example, ref uint chance)
    {
        if (kept.Length < example.Features.Length) kept = new (int, float)[example.Features.Length];
        var limit = (uint)(options.LeftOut * uint.MaxValue);
        var count = 0;
        foreach (var (index, value) in example.Features)
        {
            chance ^= chance << 13;
            chance ^= chance >> 17;
            chance ^= chance << 5;
            if (chance >= limit) kept[count++] = (index * row, value / (1 - options.LeftOut));
        }

        return count;
    }

    private void Step(Example example, int count, float[] scores)
    {
        bias.CopyTo(scores.AsSpan());
        foreach (var (at, value) in kept.AsSpan(0, count))
        {
            for (var c = 0; c < row; c += Lane) (Vector256.Create(scores, c) + Vector256.Create(weights, at + c) * value).CopyTo(scores, c);
        }

        LinearModel.Softmax(scores.AsSpan(0, labels));
        for (var c = 0; c < labels; c++) scores[c] = (scores[c] - example.Wanted[c]) * example.Weight;
        scores.AsSpan(labels).Clear();
        foreach (var (at, value) in kept.AsSpan(0, count))
        {
            for (var c = 0; c < row; c += Lane) Correct(weights, seen, at + c, Vector256.Create(scores, c) * value, options.Shrink);
        }

        for (var c = 0; c < row; c += Lane) Correct(bias, biasSeen, c, Vector256.Create(scores, c), 0);
    }

    private void Correct(float[] values, float[] corrections, int at, Vector256<float> slope, float shrink)
    {
        var value = Vector256.Create(values, at);
        slope += value * shrink;
        var sum = Vector256.Create(corrections, at) + slope * slope;
        sum.CopyTo(corrections, at);
        (value - slope * options.Step / Vector256.Sqrt(sum + Vector256.Create(1e-6f))).CopyTo(values, at);
    }
}

internal sealed record TrainerOptions(int Rounds, float Step, float Shrink, float LeftOut = 0, int Seed = 20260101);
