namespace Remiss.Benchmarks;

/// <summary>What the walls cost on the smallest real documents: one page each, one after the other.</summary>
internal static class SandboxOverhead
{
    private const int Files = 300;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        var attachments = Directory.CreateDirectory(Path.Combine(folder, "attachments")).FullName;
        var page = Path.Combine(folder, "page.pdf");
        GeneratedPdf.Write(page, 1);
        var line = Path.Combine(folder, "line.txt");
        await File.WriteAllTextAsync(line, "Bolaget har inget att erinra.");
        await using var pool = Bench.Pool(1);
        foreach (var (name, file) in (IEnumerable<(string, string)>)
            [
                ("one line of text: the exchange alone", line),
                ("a generated PDF page", page),
                ("a PDF page made by Chromium", Bench.Samples("Begäran*.pdf")[0]),
                ("a DOCX letter made by Writer", Bench.Samples("Remissvar Svenska*.docx")[0]),
            ])
        {
            var files = Enumerable.Repeat(file, Files).ToList();
            await Bench.CompareAsync(
                $"{Files} times {name}", Files, "file",
                ("in process", () => Task.Run(() => Bench.ReadHere(files, attachments))),
                ("through the sandbox, one child", () => Bench.ReadThroughAsync(pool, files, 1, attachments)));
        }

        Directory.Delete(folder, recursive: true);
    }
}
