using System.IO.Compression;
using System.Reflection;

namespace Remiss.Intake.Classification.Learned;

/// <summary>What was learned of the texts in tests/Remiss.Evals/set, read once from the program itself. <c>LearnedModelTests</c> there make it anew.</summary>
internal sealed record LearnedModels(SayingModel Sayings, DecidingModel Deciding, LinearModel Stances, LinearModel Types)
{
    public const string ResourceName = "learned.bin";

    private static readonly int StanceLabels = Enum.GetValues<Stance>().Length;
    private static readonly int TypeLabels = Enum.GetValues<DocumentType>().Length;

    private static readonly Lazy<LearnedModels> Own = new(() =>
        Read(Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName) ?? throw new InvalidOperationException(ResourceName)));

    public static LearnedModels Shipped => Own.Value;

    public static LearnedModels Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        var unit = reader.ReadSingle();
        var bias = Floats(reader, SayingModel.Labels);
        var deciding = new DecidingModel(new(DecidingModel.Labels, Floats(reader, DecidingList.Features * DecidingModel.Labels), Floats(reader, DecidingModel.Labels)));
        var stances = new LinearModel(StanceLabels, Floats(reader, StanceFeatures.Count * StanceLabels), Floats(reader, StanceLabels));
        var types = new LinearModel(TypeLabels, Floats(reader, TypeFeatures.Count * TypeLabels), Floats(reader, TypeLabels));
        var weights = reader.ReadBytes(FeatureHash.Buckets * SayingModel.Labels);
        return new(new SayingModel((sbyte[])(Array)weights, unit, bias), deciding, stances, types);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(Sayings.Unit);
        foreach (var value in (float[])[.. Sayings.Bias, .. Deciding.Model.Weights, .. Deciding.Model.Bias, .. Stances.Weights, .. Stances.Bias, .. Types.Weights, .. Types.Bias]) writer.Write(value);
        writer.Write((byte[])(Array)Sayings.Weights);
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var values = new float[count];
        for (var i = 0; i < count; i++) values[i] = reader.ReadSingle();
        return values;
    }
}
