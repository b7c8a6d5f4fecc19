namespace Remiss.Intake.Classification.Learned;

/// <summary>Hashed features with their values. Those that fall on one number add up.</summary>
internal sealed class FeatureList
{
    private (int Index, float Value)[] items = new (int, float)[64];

    public int Count { get; private set; }

    public float SumOfSquares { get; private set; }

    public ReadOnlySpan<(int Index, float Value)> Items => items.AsSpan(0, Count);

    public void Add(uint hash, float value)
    {
        if (Count == items.Length) Array.Resize(ref items, items.Length * 2);
        items[Count++] = (FeatureHash.Bucket(hash), value);
        SumOfSquares += value * value;
    }

    public void Clear()
    {
        Count = 0;
        SumOfSquares = 0;
    }
}
