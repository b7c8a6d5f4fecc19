extern alias InProcess;

using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Remiss.Intake.Extraction;
using InProcessReader = InProcess::Remiss.Extractor.DocumentReader;
using InProcessLimits = InProcess::Remiss.Extractor.ExtractionLimits;
using InProcessRequest = InProcess::Remiss.Intake.Extraction.ExtractionRequest;

namespace Remiss.Benchmarks;

/// <summary>Ways to read the same files, timed in turn within one run, so that what else the machine does hits all of them.</summary>
internal static class Bench
{
    private const int Rounds = 5;

    public static string[] Samples(string pattern) =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), pattern).Order(StringComparer.Ordinal)];

    public static ExtractorPool Pool(int children) =>
        new(Options.Create(new ExtractorOptions { Children = children }), NullLogger<ExtractorPool>.Instance, TimeProvider.System);

    public static async Task ReadThroughAsync(ExtractorPool pool, IEnumerable<string> files, int atOnce, string attachments) => await Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = atOnce },
        async (file, stop) => Check((await pool.AskAsync(new(file, attachments, Path.GetFileName(file)), stop)).State is ExtractionState.Read, file));

    public static void ReadHere(IEnumerable<string> files, string attachments)
    {
        var reader = new InProcessReader(new InProcessLimits());
        foreach (var file in files)
        {
            var result = reader.Read(new InProcessRequest(file, attachments, Path.GetFileName(file)));
            Check(result.State is InProcess::Remiss.Intake.Extraction.ExtractionState.Read, file);
        }
    }

    public static async Task RunProgramAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        await process.WaitForExitAsync();
        Check(process.ExitCode == 0, arguments[^2]);
    }

    /// <summary>Prints the median of each way, and each as a multiple of the first.</summary>
    public static async Task CompareAsync(string what, int count, string unit, params (string Name, Func<Task> Read)[] ways)
    {
        Console.WriteLine();
        Console.WriteLine(what);
        var times = ways.Select(_ => new List<double>()).ToArray();
        foreach (var way in ways) await way.Read();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (index, way) in ways.Index())
            {
                var started = Stopwatch.GetTimestamp();
                await way.Read();
                times[index].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        var medians = times.Select(own => own.Order().ElementAt(own.Count / 2)).ToList();
        foreach (var (index, way) in ways.Index())
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {way.Name,-44}{medians[index] / count,9:0.000} ms/{unit}{count / medians[index] * 1000,9:0} {unit}s/s   x {medians[index] / medians[0]:0.00}"));
        }
    }

    private static void Check(bool isRead, string file)
    {
        if (!isRead) throw new InvalidOperationException(file + " was not read.");
    }
}
