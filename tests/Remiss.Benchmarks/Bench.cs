extern alias InProcess;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Remiss.Intake.Extraction;
using InProcessLimits = InProcess::Remiss.Extractor.ExtractionLimits;
using InProcessReader = InProcess::Remiss.Extractor.DocumentReader;
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

    /// <summary>
    /// Prints the median of each way by the clock, and what processor time it took in all processes: where others use the machine too, the
    /// clock also counts how long a woken process waits for its turn.
    /// </summary>
    public static async Task CompareAsync(string what, int count, string unit, params (string Name, Func<Task> Read)[] ways)
    {
        Console.WriteLine();
        Console.WriteLine(what);
        var times = ways.Select(_ => new List<double>()).ToArray();
        var work = ways.Select(_ => new List<double>()).ToArray();
        foreach (var way in ways) await way.Read();
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (index, way) in ways.Index())
            {
                var (started, worked) = (Stopwatch.GetTimestamp(), ProcessorTime.Milliseconds());
                await way.Read();
                times[index].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                work[index].Add(ProcessorTime.Milliseconds() - worked);
            }
        }

        foreach (var (index, way) in ways.Index())
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {way.Name,-46}{Median(times[index]) / count,8:0.00} ms/{unit}  x {Median(times[index]) / Median(times[0]):0.00}   processor {Median(work[index]) / count,8:0.00} ms/{unit}  x {Median(work[index]) / Median(work[0]):0.00}"));
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Check(bool isRead, string file)
    {
        if (!isRead) throw new InvalidOperationException(file + " was not read.");
    }
}
