using System.IO.Compression;
using System.Text;
using Remiss.Extractor.Tests.Docx;
using Remiss.Extractor.Tests.Pdf;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Sniffing;

public sealed class SnifferTests
{
    public static TheoryData<string, string, ExtractionState, string> Foreign => new()
    {
        { "{\\rtf1\\ansi text}", "rtf", ExtractionState.Unreadable, ExtractionReasons.Unsupported },
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
    [InlineData("WordDocument", "doc")]
    [InlineData("__properties_version1.0", "msg")]
    [InlineData("Workbook", "xls")]
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

    [Fact]
    public void A_letter_that_opens_like_a_mail_is_still_a_text()
    {
        using var file = new Extracted("Till: Stadshuset\nFrån: Bolaget\nDatum: 2023-10-06\n\nBolaget tillstyrker.");

        Assert.Equal("txt", file.Result.Format);
        Assert.Equal("Till: Stadshuset\nFrån: Bolaget\nDatum: 2023-10-06\nBolaget tillstyrker.\n", file.Text);
    }

    private static byte[] CompoundFile(string stream)
    {
        var file = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        file[30] = 9;
        file[48] = 0;
        Array.Fill<byte>(file, 0xFF, 76, 436);
        Encoding.Unicode.GetBytes("Root Entry").CopyTo(file, 512);
        file[512 + 64] = 22;
        Encoding.Unicode.GetBytes(stream).CopyTo(file, 512 + 128);
        file[512 + 128 + 64] = (byte)((stream.Length + 1) * 2);
        return file;
    }
}
