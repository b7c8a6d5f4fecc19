namespace Remiss.Chaos.Judging;

/// <summary>What was found, and what does not hold.</summary>
internal sealed class Verdict
{
    public List<string> Breaches { get; } = [];

    /// <summary>A line of counts.</summary>
    public string Figures { get; set; } = "";

    public int Lost => Breaches.Count(b => b.StartsWith("LOST", StringComparison.Ordinal));

    public int Twice => Breaches.Count(b => b.StartsWith("TWICE", StringComparison.Ordinal));

    public int Half => Breaches.Count(b => b.StartsWith("HALF", StringComparison.Ordinal));

    public void Breach(string what) => Breaches.Add(what);

    public void Check(bool holds, string what)
    {
        if (!holds) Breach(what);
    }
}
