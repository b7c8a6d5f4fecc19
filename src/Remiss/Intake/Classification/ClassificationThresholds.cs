namespace Remiss.Intake.Classification;

/// <summary>Below these a label is a best guess and a person looks.</summary>
public sealed record ClassificationThresholds
{
    public static ClassificationThresholds Default { get; } = new();

    public double Type { get; init; } = 0.7;

    public double Stance { get; init; } = 0.65;

    public double Organisation { get; init; } = 0.7;

    /// <summary>An answer with fewer words of its own than this is suspiciously short.</summary>
    public int ShortestAnswer { get; init; } = 12;
}
