using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Learned;

/// <summary>What a sentence is judged by: its words, parts of words, neighbours, and what follows a negation.</summary>
internal static class SentenceFeatures
{
    private const float OfPair = 0.9f;
    private const float OfThree = 0.6f;
    private const float OfKindPair = 0.9f;
    private const float OfKindThree = 0.7f;
    private const float OfApart = 0.5f;
    private const float OfLength = 1;

    /// <summary>Every sentence weighs the same, however many words it has.</summary>
    private const float Scale = 3;

    private static readonly uint Begin = FeatureHash.Of("^");
    private static readonly uint End = FeatureHash.Of("$");
    private static readonly uint Pair = FeatureHash.Of("pair");
    private static readonly uint Three = FeatureHash.Of("three");
    private static readonly uint KindPair = FeatureHash.Of("kind pair");
    private static readonly uint KindThree = FeatureHash.Of("kind three");
    private static readonly uint Apart = FeatureHash.Of("apart");
    private static readonly uint Length = FeatureHash.Of("length");

    public static float ScaleOf(float sumOfSquares) => Scale / MathF.Sqrt(sumOfSquares);

    /// <summary>The features with their final values, for training.</summary>
    public static (int Index, float Value)[] Of(ReadOnlySpan<Word> words, int first, int after, bool asks)
    {
        var sink = new ListSink(new FeatureList());
        Collect(words, first, after, asks, ref sink);
        var scale = ScaleOf(sink.List.SumOfSquares);
        return [.. sink.List.Items.ToArray().Select(f => (f.Index, f.Value * scale))];
    }

    public static void Collect<TSink>(ReadOnlySpan<Word> words, int first, int after, bool asks, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        var negation = 0;
        var (before, beforeThat) = (Begin, 0u);
        var (kindBefore, kindBeforeThat) = (Begin, 0u);
        for (var i = first; i <= after; i++)
        {
            uint stem, kind;
            if (i < after)
            {
                if (i > first && words[i].Break is not (' ' or '\n' or '-'))
                {
                    beforeThat = before;
                    kindBeforeThat = kindBefore;
                    before = kindBefore = words[i].Break;
                    if (words[i].Break != '"') negation = 0;
                }

                var traits = words[i].Form.Traits;
                (stem, kind) = (traits.Stem, traits.Kind);
                if (traits.EndsNegation) negation = 0;
                sink.AddForm(words[i].Form, negation > 0);
                negation = Math.Max(traits.ReachOfNegation, Math.Max(0, negation - 1));
            }
            else
            {
                stem = kind = asks ? '?' : End;
            }

            var pair = FeatureHash.Join(before, stem);
            sink.Add(FeatureHash.Join(Pair, pair), OfPair);
            if (beforeThat != 0) sink.Add(FeatureHash.Join(Three, FeatureHash.Join(beforeThat, pair)), OfThree);
            var kinds = FeatureHash.Join(kindBefore, kind);
            sink.Add(FeatureHash.Join(KindPair, kinds), OfKindPair);
            if (kindBeforeThat != 0)
            {
                sink.Add(FeatureHash.Join(KindThree, FeatureHash.Join(kindBeforeThat, kinds)), OfKindThree);
                sink.Add(FeatureHash.Join(Apart, FeatureHash.Join(kindBeforeThat, kind)), OfApart);
            }

            (beforeThat, before) = (before, stem);
            (kindBeforeThat, kindBefore) = (kindBefore, kind);
        }

        var count = after - first;
        sink.Add(FeatureHash.Join(Length, (uint)(count < 4 ? 0 : count < 8 ? 1 : count < 14 ? 2 : count < 24 ? 3 : 4)), OfLength);
    }

    private readonly struct ListSink(FeatureList list) : IFeatureSink
    {
        public FeatureList List { get; } = list;

        public void Add(uint hash, float value) => List.Add(hash, value);

        public void AddForm(WordForm form, bool isNegated) => form.Traits.Collect(form, isNegated, List);
    }
}

/// <summary>Takes the features of a sentence, to list them or to add up their weights.</summary>
internal interface IFeatureSink
{
    void Add(uint hash, float value);

    void AddForm(WordForm form, bool isNegated);
}
