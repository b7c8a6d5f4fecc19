using Remiss.Tests.Intake.Histories;

namespace Remiss.Chaos.Histories;

/// <summary>What happens to three files of one organisation, drawn from a seed.</summary>
internal static class RandomHistory
{
    private const int FileCount = 3;
    private const int Longest = 14;

    public static IReadOnlyList<Step> Draw(Random random) => [.. Enumerable.Range(0, random.Next(1, Longest + 1)).Select(_ => Next(random))];

    private static Step Next(Random random) => random.Next(19) switch
    {
        < 5 => new Put(random.Next(FileCount), random.Next(SentFile.All.Count)),
        < 6 => new Delete(random.Next(FileCount)),
        < 11 => new Deliver(random.Next(FileCount), random.Next(1, 4)),
        < 15 => new Work(random.Next(1, 3)),
        < 16 => new Sweep(),
        _ => new Wait(),
    };
}
