using System.Collections.Concurrent;

namespace Remiss.Intake.Extraction;

/// <param name="Walls">Those of <see cref="SandboxWalls"/> that every child has tried and found standing.</param>
/// <param name="Deaths">Children that a file ended, by how.</param>
/// <param name="PeakBytes">The most memory that one child was seen to hold.</param>
public sealed record SandboxReport(IReadOnlyList<string> Walls, int Started, IReadOnlyDictionary<SandboxDeath, int> Deaths, long PeakBytes)
{
    public SandboxReport With(SandboxReport other) => new(
        Started == 0 ? other.Walls : other.Started == 0 ? Walls : [.. Walls.Intersect(other.Walls)],
        Started + other.Started,
        Deaths.Concat(other.Deaths).GroupBy(death => death.Key).ToDictionary(group => group.Key, group => group.Sum(death => death.Value)),
        Math.Max(PeakBytes, other.PeakBytes));
}

public enum SandboxDeath
{
    Crashed,
    TimedOut,
    TooMuchMemory,
}

internal sealed class SandboxTally
{
    private readonly ConcurrentDictionary<SandboxDeath, int> deaths = new();
    private readonly Lock change = new();
    private IReadOnlyList<string>? walls;
    private int started;
    private long peak;

    /// <returns>True for the first.</returns>
    public bool Started(ExtractorProcess child)
    {
        lock (change)
        {
            walls = walls is null ? child.Walls : [.. walls.Intersect(child.Walls)];
            return started++ == 0;
        }
    }

    public void Ended(ExtractorProcess child, SandboxDeath? death)
    {
        if (death is { } how) deaths.AddOrUpdate(how, 1, (_, count) => count + 1);
        lock (change)
        {
            peak = Math.Max(peak, child.PeakBytes);
        }
    }

    public SandboxReport Report(IEnumerable<long> livingPeaks)
    {
        lock (change)
        {
            return new(walls ?? [], started, new Dictionary<SandboxDeath, int>(deaths), livingPeaks.Append(peak).Max());
        }
    }
}
