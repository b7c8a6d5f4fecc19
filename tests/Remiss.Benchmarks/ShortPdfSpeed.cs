namespace Remiss.Benchmarks;

/// <summary>Many short PDFs, as answers are: through the sandbox, whose children stay, and through a pdftotext for each.</summary>
internal static class ShortPdfSpeed
{
    private const int Files = 600;
    private const int MostPages = 4;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        var attachments = Directory.CreateDirectory(Path.Combine(folder, "attachments")).FullName;
        var samples = Bench.Samples("*.pdf").Where(sample => PdfSpeed.Pages(sample) <= MostPages).ToList();
        var files = Enumerable.Range(0, Files).Select(number => Path.Combine(folder, $"{number:000}.pdf")).ToList();
        foreach (var (number, file) in files.Index())
        {
            // Each third is one of the sample case's, made by Writer, Calc or Chromium.
            if (number % 3 == 0) File.Copy(samples[number / 3 % samples.Count], file);
            else GeneratedPdf.Write(file, 1 + (number % MostPages), number);
        }

        var pages = files.Sum(PdfSpeed.Pages);
        var cores = Environment.ProcessorCount;
        await using var one = Bench.Pool(1);
        await using var all = Bench.Pool(cores);
        await Bench.CompareAsync(
            $"{Files} PDF files of 1 to {MostPages} pages, {pages} in all", Files, "file",
            ("pdftotext, a process for each, one at a time", () => PdfSpeed.PdfToTextAsync(files, 1)),
            ("the sandbox, one child", () => Bench.ReadThroughAsync(one, files, 1, attachments)),
            ($"pdftotext, a process for each, {cores} at a time", () => PdfSpeed.PdfToTextAsync(files, cores)),
            ($"the sandbox, {cores} children", () => Bench.ReadThroughAsync(all, files, cores, attachments)));
        Directory.Delete(folder, recursive: true);
    }
}
