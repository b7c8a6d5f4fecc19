namespace Remiss.Intake.Classification.Learned;

/// <summary>A multinomial logistic regression over a few features.</summary>
internal sealed class LinearModel(int labels, float[] weights, float[] bias)
{
    public float[] Weights { get; } = weights;

    public float[] Bias { get; } = bias;

    public float[] Judge(ReadOnlySpan<(int Index, float Value)> features)
    {
        var scores = (float[])Bias.Clone();
        foreach (var (index, value) in features)
        {
            for (var c = 0; c < labels; c++) scores[c] += Weights[index * labels + c] * value;
        }

        Softmax(scores);
        return scores;
    }

    public static void Softmax(Span<float> scores)
    {
        var most = scores[0];
        foreach (var s in scores) most = MathF.Max(most, s);
        var sum = 0f;
        foreach (ref var s in scores)
        {
            s = MathF.Exp(s - most);
            sum += s;
        }

        foreach (ref var s in scores) s /= sum;
    }
}
