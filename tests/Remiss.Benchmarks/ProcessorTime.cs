using System.Globalization;

namespace Remiss.Benchmarks;

/// <summary>What this process and its children have used of the processor, the ended ones included; from /proc.</summary>
internal static class ProcessorTime
{
    private const double MillisecondsPerTick = 10;

    public static double Milliseconds() => Directory.EnumerateDirectories("/proc")
        .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]))
        .Select(Read)
        .OfType<(int Process, int Parent, double Time)>()
        .Where(process => process.Process == Environment.ProcessId || process.Parent == Environment.ProcessId)
        .Sum(process => process.Time);

    private static (int Process, int Parent, double Time)? Read(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
            return (int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), ticks * MillisecondsPerTick);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
