using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Benchmarks;

/// <summary>DOCX beside the DOM of the Open XML SDK, which gives less: the paragraphs' text, without numbers, kinds or positions.</summary>
internal static class DocxSpeed
{
    private const int Times = 100;

    public static async Task RunAsync()
    {
        var attachments = Directory.CreateTempSubdirectory("remiss-bench-").FullName;
        var files = Enumerable.Repeat(Bench.Samples("*.docx"), Times).SelectMany(all => all).ToList();
        await using var pool = Bench.Pool(1);

        await Bench.CompareAsync(
            $"{files.Count} DOCX files (the sample case's)", files.Count, "file",
            ("the DOM of the Open XML SDK, in process", () => Task.Run(() => files.ForEach(ReadDom))),
            ("our reader, in process", () => Task.Run(() => Bench.ReadHere(files, attachments))),
            ("our reader, through the sandbox, one child", () => Bench.ReadThroughAsync(pool, files, 1, attachments)));
        Directory.Delete(attachments, recursive: true);
    }

    private static void ReadDom(string file)
    {
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        var text = new StringBuilder();
        foreach (var paragraph in document.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>()) text.Append(paragraph.InnerText).Append('\n');
        if (text.Length == 0) throw new InvalidOperationException(file + " was not read.");
    }
}
