using System.Runtime.Intrinsics;
using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Learned;

/// <summary>Tells what a sentence says from weights of one byte for each feature and label.</summary>
internal sealed class SayingModel
{
    public const int Labels = (int)Saying.Nothing + 1;

    private const sbyte Most = sbyte.MaxValue;

    /// <summary>The labels of a feature lie side by side, with room left over, so that they are added at once.</summary>
    private const int Row = 16;

    private readonly sbyte[] rows = new sbyte[FeatureHash.Buckets * Row];

    public SayingModel(sbyte[] weights, float unit, float[] bias)
    {
        (Weights, Unit, Bias) = (weights, unit, bias);
        for (var i = 0; i < FeatureHash.Buckets; i++) weights.AsSpan(i * Labels, Labels).CopyTo(rows.AsSpan(i * Row));
    }

    public sbyte[] Weights { get; }

    /// <summary>What a weight of 1 stands for.</summary>
    public float Unit { get; }

    public float[] Bias { get; }

    public static SayingModel Of(float[] weights, float[] bias)
    {
        var unit = weights.Max(MathF.Abs) / Most;
        return new([.. weights.Select(w => (sbyte)MathF.Round(w / unit))], unit, bias);
    }

    /// <summary>How likely each <see cref="Saying"/> is.</summary>
    public float[] Judge(ReadOnlySpan<Word> words, int first, int after, bool asks)
    {
        var sink = new ScoreSink(this);
        SentenceFeatures.Collect(words, first, after, asks, ref sink);
        var scores = sink.Sums.ToArray();
        var scale = SentenceFeatures.ScaleOf(sink.SumOfSquares) * Unit;
        for (var c = 0; c < Labels; c++) scores[c] = scores[c] * scale + Bias[c];
        LinearModel.Softmax(scores);
        return scores;
    }

    public LabelSums Sum(FeatureList features)
    {
        var sums = default(LabelSums);
        foreach (var (index, value) in features.Items) sums.Add(rows, index * Row, value);
        return sums;
    }

    private struct ScoreSink(SayingModel model) : IFeatureSink
    {
        public LabelSums Sums;

        public float SumOfSquares;

        public void Add(uint hash, float value)
        {
            Sums.Add(model.rows, FeatureHash.Bucket(hash) * Row, value);
            SumOfSquares += value * value;
        }

        public void AddForm(WordForm form, bool isNegated)
        {
            var score = form.Traits.Score(form, isNegated, model);
            Sums.Add(score.Sums);
            SumOfSquares += score.SumOfSquares;
        }
    }
}

/// <summary>One running sum for each <see cref="Saying"/>.</summary>
internal struct LabelSums
{
    private Vector128<float> first;
    private Vector128<float> second;
    private Vector128<float> third;

    public void Add(sbyte[] rows, int at, float value)
    {
        var (low, high) = Vector128.Widen(Vector128.Create<sbyte>(rows.AsSpan(at, Vector128<sbyte>.Count)));
        var (a, b) = Vector128.Widen(low);
        first += Vector128.ConvertToSingle(a) * value;
        second += Vector128.ConvertToSingle(b) * value;
        third += Vector128.ConvertToSingle(Vector128.WidenLower(high)) * value;
    }

    public void Add(in LabelSums others)
    {
        first += others.first;
        second += others.second;
        third += others.third;
    }

    public readonly float[] ToArray()
    {
        var all = new float[Vector128<float>.Count * 3];
        first.CopyTo(all);
        second.CopyTo(all, Vector128<float>.Count);
        third.CopyTo(all, Vector128<float>.Count * 2);
        return all[..SayingModel.Labels];
    }
}
