using System.Diagnostics;
using System.Globalization;
using Remiss.Extractor.Tests.Bombs;

namespace Remiss.Benchmarks;

/// <summary>The files that are meant to kill their reader, each through a child of its own: what became of it, how soon, and what it held.</summary>
internal static class Bombs
{
    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        var attachments = Directory.CreateDirectory(Path.Combine(folder, "attachments")).FullName;
        var honest = Path.Combine(folder, "honest.txt");
        await File.WriteAllTextAsync(honest, "Bolaget har inget att erinra.");
        Console.WriteLine();
        Console.WriteLine($"{"Bomb",-52}{"KB",8}{"s",8}{"cpu s",8}{"MB",6}  outcome");
        foreach (var bomb in Bomb.All)
        {
            var path = Path.Combine(folder, bomb.FileName);
            await File.WriteAllBytesAsync(path, bomb.Content());
            await using var pool = Bench.Pool(1);
            await pool.AskAsync(new(honest, attachments, "honest.txt"), CancellationToken.None);
            var (started, worked) = (Stopwatch.GetTimestamp(), ProcessorTime.Milliseconds());
            var result = await pool.AskAsync(new(path, attachments, bomb.FileName), CancellationToken.None);
            var (took, work) = (Stopwatch.GetElapsedTime(started), ProcessorTime.Milliseconds() - worked);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{bomb.What,-52}{new FileInfo(path).Length / 1024.0,8:0}{took.TotalSeconds,8:0.00}{work / 1_000,8:0.00}{pool.Report.PeakBytes >> 20,6}  {result.State} {string.Join(' ', result.Reasons)}"));
            File.Delete(path);
            foreach (var file in Directory.EnumerateFiles(attachments)) File.Delete(file);
        }

        Directory.Delete(folder, recursive: true);
    }
}
