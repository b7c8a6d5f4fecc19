using UglyToad.PdfPig;

namespace Remiss.Benchmarks;

/// <summary>PDF through the sandbox beside poppler's pdftotext, on the same pages.</summary>
internal static class PdfSpeed
{
    private const int EnoughPages = 1_000;

    public static async Task RunAsync()
    {
        var attachments = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        var samples = Bench.Samples("*.pdf");
        var pages = samples.Sum(Pages);
        var times = (EnoughPages / pages) + 1;
        var files = Enumerable.Repeat(samples, times).SelectMany(all => all).ToList();
        var book = Path.Combine(attachments, "book.pdf");
        GeneratedPdf.Write(book, EnoughPages);
        var cores = Environment.ProcessorCount;
        await using var one = Bench.Pool(1);
        await using var all = Bench.Pool(cores);

        await Bench.CompareAsync(
            $"{files.Count} PDF files with {pages * times} pages (the sample case's, made by Writer, Calc and Chromium)", pages * times, "page",
            ("pdftotext, a process for each, one at a time", () => PdfToTextAsync(files, 1)),
            ("the sandbox, one child", () => Bench.ReadThroughAsync(one, files, 1, attachments)),
            ($"pdftotext, a process for each, {cores} at a time", () => PdfToTextAsync(files, cores)),
            ($"the sandbox, {cores} children", () => Bench.ReadThroughAsync(all, files, cores, attachments)));
        await Bench.CompareAsync(
            $"One PDF file with {EnoughPages} pages", EnoughPages, "page",
            ("pdftotext", () => Bench.RunProgramAsync("pdftotext", "-enc", "UTF-8", book, "-")),
            ("the sandbox", () => Bench.ReadThroughAsync(one, [book], 1, attachments)));
        Directory.Delete(attachments, recursive: true);
    }

    public static int Pages(string file)
    {
        using var document = PdfDocument.Open(file);
        return document.NumberOfPages;
    }

    public static async Task PdfToTextAsync(List<string> files, int atOnce) => await Parallel.ForEachAsync(
        files,
        new ParallelOptions { MaxDegreeOfParallelism = atOnce },
        async (file, _) => await Bench.RunProgramAsync("pdftotext", "-enc", "UTF-8", file, "-"));
}
