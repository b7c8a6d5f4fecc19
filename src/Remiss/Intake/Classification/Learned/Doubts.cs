namespace Remiss.Intake.Classification.Learned;

/// <summary>Why a sentence may not tell the sender's view of the whole.</summary>
[Flags]
internal enum Doubts
{
    None = 0,
    Background = 1,
    RetellsAnother = 2,
    NotTheSenders = 4,
    OfPart = 8,
    Quoted = 16,
    Limited = 32,
}

internal static class DoubtsWeight
{
    private static readonly (Doubts Doubt, float Factor)[] Factors =
        [(Doubts.Background, 0.5f), (Doubts.RetellsAnother, 0.5f), (Doubts.NotTheSenders, 0.25f), (Doubts.OfPart, 0.7f), (Doubts.Quoted, 0.3f), (Doubts.Limited, 0.25f)];

    /// <summary>0–1: how far a sentence may be trusted in spite of them.</summary>
    public static float Trust(this Doubts doubts)
    {
        var trust = 1f;
        foreach (var (doubt, factor) in Factors)
        {
            if ((doubts & doubt) != 0) trust *= factor;
        }

        return trust;
    }
}
