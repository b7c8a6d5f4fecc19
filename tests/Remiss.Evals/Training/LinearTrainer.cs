using Remiss.Intake.Classification.Learned;

namespace Remiss.Evals.Training;

/// <param name="Wanted">How likely each label is held to be; sums to 1.</param>
/// <param name="Weight">How much the example counts.</param>
internal sealed record Example((int Index, float Value)[] Features, float[] Wanted, float Weight);

/// <summary>Multinomial logistic regression, fitted with steps that shrink for what has often been corrected. The same seed gives the same weights.</summary>
internal sealed class LinearTrainer(int labels, int features, TrainerOptions options)
{
    private readonly float[] weights = new float[features * labels];
    private readonly float[] seen = new float[features * labels];
    private readonly float[] bias = new float[labels];
    private readonly float[] biasSeen = new float[labels];

    public (float[] Weights, float[] Bias) Train(IReadOnlyList<Example> examples)
    {
        var order = Enumerable.Range(0, examples.Count).ToArray();
        // A fixed seed, so that training gives the same every time.
#pragma warning disable CA5394
        var random = new Random(options.Seed);
        var scores = new float[labels];
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order) Step(examples[i], scores);
        }
#pragma warning restore CA5394

        return (weights, bias);
    }

    private void Step(Example example, float[] scores)
    {
        bias.CopyTo(scores.AsSpan());
        foreach (var (index, value) in example.Features)
        {
            var at = index * labels;
            for (var c = 0; c < labels; c++) scores[c] += weights[at + c] * value;
        }

        LinearModel.Softmax(scores);
        for (var c = 0; c < labels; c++) scores[c] = (scores[c] - example.Wanted[c]) * example.Weight;
        foreach (var (index, value) in example.Features)
        {
            var at = index * labels;
            for (var c = 0; c < labels; c++)
            {
                var slope = scores[c] * value + options.Shrink * weights[at + c];
                seen[at + c] += slope * slope;
                weights[at + c] -= options.Step * slope / MathF.Sqrt(seen[at + c] + 1e-6f);
            }
        }

        for (var c = 0; c < labels; c++)
        {
            biasSeen[c] += scores[c] * scores[c];
            bias[c] -= options.Step * scores[c] / MathF.Sqrt(biasSeen[c] + 1e-6f);
        }
    }
}

internal sealed record TrainerOptions(int Rounds, float Step, float Shrink, int Seed = 20260101);
