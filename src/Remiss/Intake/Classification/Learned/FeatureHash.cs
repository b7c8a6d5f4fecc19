namespace Remiss.Intake.Classification.Learned;

/// <summary>The same number for the same text on every machine.</summary>
internal static class FeatureHash
{
    public const int Buckets = 1 << 16;

    private const uint Seed = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(ReadOnlySpan<char> text)
    {
        var hash = Seed;
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }

    public static uint Join(uint a, uint b) => (((a << 7) | (a >> 25)) ^ b) * 2654435761;

    public static int Bucket(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85ebca6b;
        hash ^= hash >> 13;
        hash *= 0xc2b2ae35;
        hash ^= hash >> 16;
        return (int)(hash & (Buckets - 1));
    }
}
