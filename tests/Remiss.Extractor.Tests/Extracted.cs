using System.Globalization;
using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests;

/// <summary>A file on disk and what the reader made of it.</summary>
internal sealed class Extracted : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-extractor-tests");

    static Extracted() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public Extracted(byte[] content, string fileName, ExtractionLimits? limits = null)
    {
        var path = Path.Combine(folder.FullName, "file");
        File.WriteAllBytes(path, content);
        var attachments = folder.CreateSubdirectory("attachments").FullName;
        Result = new DocumentReader(limits ?? new ExtractionLimits()).Read(new ExtractionRequest(path, attachments, fileName));
        AttachmentsFolder = attachments;
    }

    public Extracted(string content, string fileName = "svar.txt")
        : this(Encoding.UTF8.GetBytes(content), fileName)
    {
    }

    public ExtractionResult Result { get; }

    public string AttachmentsFolder { get; }

    public string Text => Result.Text.Text;

    /// <summary>Each paragraph as its range of the text, with its kind in front: "Heading1|Sammanfattning".</summary>
    public string[] Paragraphs => [.. Result.Text.Paragraphs.Select(paragraph =>
        paragraph.Kind + (paragraph.Level > 0 ? paragraph.Level.ToString(CultureInfo.InvariantCulture) : "") + "|" + Text.Substring(paragraph.Start, paragraph.Length))];

    public string[] Pages => [.. Result.Text.Pages.Select(page => Text.Substring(page.Start, page.Length))];

    public void Dispose() => folder.Delete(recursive: true);
}
