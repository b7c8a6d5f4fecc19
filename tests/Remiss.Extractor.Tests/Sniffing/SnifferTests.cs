using System.IO.Compression;
using System.Text;
using Remiss.Extractor.Compound;
using Remiss.Extractor.Tests.Docx;
using Remiss.Extractor.Tests.Pdf;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Sniffing;

public sealed class SnifferTests
{
    public static TheoryData<string, string, ExtractionState, string> Foreign => new()
    {
        { "Rar!\u001a\u0007\0....", "rar", ExtractionState.Unreadable, ExtractionReasons.Unsupported },
        { "\u0089PNG\r\n\u001a\n....", "png", ExtractionState.NeedsOcr, ExtractionReasons.NoText },
        { "\u00ff\u00d8\u00ff\u00e0....", "jpeg", ExtractionState.NeedsOcr, ExtractionReasons.NoText },
        { "II*\0....", "tiff", ExtractionState.NeedsOcr, ExtractionReasons.NoText },
        { "<?xml version=\"1.0\"?><data/>", "xml", ExtractionState.Unreadable, ExtractionReasons.Unsupported },
        { "\u0001\u0002\0\u0003binary", "unknown", ExtractionState.Unreadable, ExtractionReasons.Unsupported },
    };

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Formats_that_are_not_read_are_named(string content, string format, ExtractionState state, string reason)
    {
        using var file = new Extracted(Encoding.Latin1.GetBytes(content), "fil");

        Assert.Equal(state, file.Result.State);
        Assert.Equal(format, file.Result.Format);
        Assert.Equal([reason], file.Result.Reasons);
    }

    [Theory]
    [InlineData("Workbook", "xls")]
    [InlineData("PowerPoint Document", "ppt")]
    [InlineData("Annat", "ole")]
    public void Old_Office_formats_are_told_by_their_directory(string stream, string format)
    {
        using var file = new Extracted(CompoundFile(stream), "fil");

        Assert.Equal(format, file.Result.Format);
        Assert.Equal([ExtractionReasons.Unsupported], file.Result.Reasons);
    }

    [Fact]
    public void An_encrypted_Word_document_is_encrypted()
    {
        using var file = new Extracted(CompoundFile("EncryptedPackage"), "svar.docx");

        Assert.Equal("docx", file.Result.Format);
        Assert.Equal([ExtractionReasons.Encrypted], file.Result.Reasons);
    }

    [Theory]
    [InlineData("xl/workbook.xml", "[Content_Types].xml", "xlsx")]
    [InlineData("ppt/presentation.xml", "[Content_Types].xml", "pptx")]
    [InlineData("svar.pdf", "annat.txt", "zip")]
    public void Archives_are_told_by_their_entries(string first, string second, string format)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry(first);
            archive.CreateEntry(second);
        }

        using var file = new Extracted(buffer.ToArray(), "fil");
        Assert.Equal(format, file.Result.Format);
    }

    [Fact]
    public void The_content_decides_and_a_wrong_ending_is_noted()
    {
        using var pdf = new Extracted(new Pdfs().Page().Line("Bolaget avstyrker.").Build(), "svar.docx");
        using var docx = new Extracted(new DocxFile(DocxFile.P("Bolaget avstyrker.")).Build(), "SVAR.PDF");
        using var text = new Extracted("Bolaget avstyrker.", "svar.html");

        Assert.All([pdf, docx, text], file =>
        {
            Assert.Equal(ExtractionState.Read, file.Result.State);
            Assert.Equal("Bolaget avstyrker.\n", file.Text);
            Assert.Equal([ExtractionReasons.NameMismatch], file.Result.Reasons);
        });
        Assert.Equal(["pdf", "docx", "txt"], [pdf.Result.Format, docx.Result.Format, text.Result.Format]);
    }

    [Theory]
    [InlineData("svar")]
    [InlineData("svar.2023")]
    [InlineData("svar.md")]
    public void An_ending_that_says_nothing_else_is_not_noted(string name)
    {
        using var file = new Extracted("Bolaget avstyrker.", name);

        Assert.Empty(file.Result.Reasons);
    }

    [Theory]
    [InlineData("brev.doc", "doc")]
    [InlineData("brev.docx", "docx")]
    [InlineData("brev.eml", "eml")]
    [InlineData("kort.msg", "msg")]
    [InlineData("brev.odt", "odt")]
    [InlineData("brev.pdf", "pdf")]
    [InlineData("brev.rtf", "rtf")]
    [InlineData("brev.html", "html")]
    [InlineData("brev.txt", "txt")]
    [InlineData("samling.zip", "zip")]
    public void Every_format_is_told_by_its_content_and_a_wrong_ending_is_noted(string sample, string format)
    {
        var content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "quality", sample));
        using var right = new Extracted(content, "svar." + format);
        using var wrong = new Extracted(content, format == "pdf" ? "svar.docx" : "svar.pdf");

        Assert.Equal((ExtractionState.Read, format), (right.Result.State, right.Result.Format));
        Assert.Empty(right.Result.Reasons);
        Assert.Equal((ExtractionState.Read, format), (wrong.Result.State, wrong.Result.Format));
        Assert.Equal([ExtractionReasons.NameMismatch], wrong.Result.Reasons);
    }

    [Fact]
    public void A_letter_that_opens_like_a_mail_is_still_a_text()
    {
        using var file = new Extracted("Till: Stadshuset\nFrån: Bolaget\nDatum: 2023-10-06\n\nBolaget tillstyrker.");

        Assert.Equal("txt", file.Result.Format);
        Assert.Equal("Till: Stadshuset\nFrån: Bolaget\nDatum: 2023-10-06\nBolaget tillstyrker.\n", file.Text);
    }

    private static byte[] CompoundFile(string stream)
    {
        using var file = new MemoryStream();
        CompoundWriter.Write(new CompoundNode("").With(new CompoundNode(stream, [1])), file);
        return file.ToArray();
    }
}
