using System.Diagnostics;
using System.Globalization;
using Remiss.Intake.Classification;

namespace Remiss.Benchmarks;

/// <summary>What a person waits for a document: read through the sandbox and judged, one at a time, warm.</summary>
internal static class DocumentTime
{
    private const int MostPages = 20;
    private const int Rounds = 20;

    public static async Task RunAsync()
    {
        var matter = await MeasuredCase.ReadAsync();
        var classifier = new DocumentClassifier();
        var folder = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        string[] files = [.. Bench.Samples("*.pdf"), .. Bench.Samples("*.docx"), .. Enumerable.Range(1, MostPages).Select(pages => Book(folder, pages))];
        await using var pool = Bench.Pool(1);
        await Bench.ReadThroughAsync(pool, files, 1, folder);
        List<double> times = [];
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var file in files)
            {
                var begun = Stopwatch.GetTimestamp();
                var read = await pool.AskAsync(new(file, folder, Path.GetFileName(file)), default);
                classifier.Classify(read.Text, matter.Context);
                times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            }
        }

        Directory.Delete(folder, recursive: true);
        times.Sort();
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Read and judged, {times.Count} times one of {files.Length} files of 1 to {MostPages} pages: p50 {At(0.50):0.0}, p95 {At(0.95):0.0}, p99 {At(0.99):0.0}, slowest {times[^1]:0.0} ms"));

        double At(double share) => times[(int)(times.Count * share)];
    }

    private static string Book(string folder, int pages)
    {
        var path = Path.Combine(folder, $"{pages}.pdf");
        GeneratedPdf.Write(path, pages);
        return path;
    }
}
