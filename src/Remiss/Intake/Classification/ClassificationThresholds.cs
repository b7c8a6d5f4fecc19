namespace Remiss.Intake.Classification;

/// <summary>Below these a label is a best guess and a person looks.</summary>
public sealed record ClassificationThresholds
{
    public static ClassificationThresholds Default { get; } = new();

    public double Type { get; init; } = 0.72;

    public double Stance { get; init; } = 0.92;

    /// <summary>For <see cref="Classification.Stance.Oklart"/>: a stance that was missed looks like none, so more is asked for.</summary>
    public double NoStance { get; init; } = 0.92;

    public double Organisation { get; init; } = 0.7;

    /// <summary>An answer with fewer words of its own than this is suspiciously short.</summary>
    public int ShortestAnswer { get; init; } = 12;
}
