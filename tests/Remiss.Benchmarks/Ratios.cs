using System.Diagnostics;
using System.Globalization;
using Remiss.Intake.Classification;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Remiss.Benchmarks;

/// <summary>
/// What must not grow unseen, as figures that another machine, or a busy one, does not change: memory for each character, and time beside
/// the library's own call on the same file in the same run. The limits lie far above what is usual.
/// </summary>
internal static class Ratios
{
    private const double MostBytesPerCharacter = 120;
    private const double MostTimesPdfPig = 6;
    private const int Rounds = 15;

    /// <returns>How many limits have been passed.</returns>
    public static async Task<int> CheckAsync()
    {
        var matter = await MeasuredCase.ReadAsync();
        var memory = BytesPerCharacter(new DocumentClassifier(), matter);
        var folder = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        var speed = TimesPdfPig(folder);
        Directory.Delete(folder, recursive: true);
        return Check("classify 20 pages, bytes allocated per character", memory, MostBytesPerCharacter)
            + Check("our PDF reader, times PdfPig's own extraction", speed, MostTimesPdfPig);
    }

    private static double BytesPerCharacter(DocumentClassifier classifier, MeasuredCase matter)
    {
        classifier.Classify(matter.TwentyPages, matter.Context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        classifier.Classify(matter.TwentyPages, matter.Context);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / matter.TwentyPages.Text.Length;
    }

    /// <summary>The fastest round of each: whatever else runs only ever makes a round slower.</summary>
    private static double TimesPdfPig(string folder)
    {
        var book = Path.Combine(folder, "book.pdf");
        GeneratedPdf.Write(book, 20);
        var (ours, theirs) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < Rounds; round++)
        {
            theirs = Faster(theirs, () => ReadRaw(book));
            ours = Faster(ours, () => Bench.ReadHere([book], folder));
        }

        return ours / theirs;
    }

    private static TimeSpan Faster(TimeSpan known, Action read)
    {
        var start = Stopwatch.GetTimestamp();
        read();
        var taken = Stopwatch.GetElapsedTime(start);
        return taken < known ? taken : known;
    }

    private static void ReadRaw(string file)
    {
        using var document = PdfDocument.Open(file);
        if (document.GetPages().Sum(page => ContentOrderTextExtractor.GetText(page).Length) == 0) throw new InvalidOperationException(file + " was not read.");
    }

    private static int Check(string what, double value, double most)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {value:0.0}, at most {most:0}{(value > most ? "  PASSED" : "")}"));
        return value > most ? 1 : 0;
    }
}
