using System.IO.Compression;
using System.Text;
using MimeKit;
using Remiss.Extractor.Tests.Docx;
using Remiss.Extractor.Tests.Pdf;
using Remiss.Intake.Extraction;
using static System.FormattableString;
using ZipFile = Remiss.Extractor.Tests.Archives.ZipFile;

namespace Remiss.Extractor.Tests.Bombs;

/// <summary>The files of R9 that the readers themselves must refuse, with the limits that they have in service.</summary>
public sealed class BombTests
{
    [Fact]
    public void A_megabyte_of_Word_that_becomes_half_a_gigabyte_is_too_large()
    {
        var bomb = Inflating("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>", "<w:p><w:r><w:t>aaaaaaaa</w:t></w:r></w:p>", 512L << 20);
        Assert.InRange(bomb.Length, 100_000, 4 << 20);
        AssertRefused(bomb, "svar.docx", ExtractionReasons.TooLarge);
    }

    [Fact]
    public void Two_hundred_thousand_paragraphs_in_each_other_are_too_deep() =>
        AssertRefused(new DocxFile(string.Concat(Enumerable.Repeat("<w:p><w:r><w:txbxContent>", 200_000))).Build(), "svar.docx", ExtractionReasons.TooDeep);

    [Fact]
    public void Html_that_nests_for_a_megabyte_and_a_half_is_too_deep() =>
        AssertRefused(Encoding.ASCII.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 300_000))), "svar.html", ExtractionReasons.TooDeep);

    [Fact]
    public void An_entity_that_grows_by_itself_is_corrupt()
    {
        var entities = string.Concat(Enumerable.Range(1, 12).Select(number => Invariant($"<!ENTITY e{number} \"{string.Concat(Enumerable.Repeat(Invariant($"&e{number - 1};"), 10))}\">")));
        var body = $"<!DOCTYPE x [<!ENTITY e0 \"haha\">{entities}]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e12;</w:t></w:r></w:p></w:body></w:document>";
        AssertRefused(new DocxFile("").WithRaw("word/document.xml", body).Build(), "svar.docx", ExtractionReasons.Corrupt);
    }

    [Fact]
    public void Ten_thousand_entries_are_too_large() =>
        AssertRefused(ZipFile.Of(Enumerable.Range(0, 10_000).Select(number => (Invariant($"{number}.txt"), "x"u8.ToArray()))), "svar.zip", ExtractionReasons.TooLarge);

    [Fact]
    public void An_archive_that_becomes_half_a_gigabyte_is_too_large() =>
        AssertRefused(Inflating("svar.txt", "", new string('a', 4_096), 512L << 20), "svar.zip", ExtractionReasons.TooLarge);

    [Fact]
    public void A_page_that_inflates_to_hundreds_of_megabytes_is_never_read_as_text()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 300; i++) zlib.Write(blanks);
        }

        var stream = Encoding.Latin1.GetString(packed.ToArray());
        var bomb = RawPdf.Of(["BT ET"], more: [Invariant($"<< /Length {stream.Length} /Filter /FlateDecode >>\nstream\n{stream}\nendstream")]);
        var text = Encoding.Latin1.GetString(bomb).Replace("/Contents 6 0 R", "/Contents 7 0 R", StringComparison.Ordinal);
        using var file = new Extracted(Encoding.Latin1.GetBytes(text), "svar.pdf");

        Assert.NotEqual(ExtractionState.Read, file.Result.State);
        Assert.NotEmpty(file.Result.Reasons);
    }

    [Fact]
    public void Parts_of_a_mail_in_each_other_are_too_deep()
    {
        MimeEntity part = new TextPart("plain") { Text = "Bolaget tillstyrker." };
        for (var depth = 0; depth < 2_000; depth++) part = new Multipart("mixed") { part };
        using var buffer = new MemoryStream();
        using var message = new MimeMessage { Body = part };
        message.From.Add(new MailboxAddress("", "a@b.example"));
        message.WriteTo(buffer, TestContext.Current.CancellationToken);
        using var file = new Extracted(buffer.ToArray(), "svar.eml");

        Assert.NotEmpty(file.Result.Reasons);
        Assert.NotEqual(ExtractionState.Read, file.Result.State);
    }

    [Theory]
    [InlineData("svar.pdf")]
    [InlineData("svar.docx")]
    [InlineData("svar.zip")]
    [InlineData("svar.msg")]
    public void Zero_bytes_are_empty(string name) => AssertRefused([], name, ExtractionReasons.Empty);

    [Fact]
    public void A_file_that_is_two_formats_at_once_is_one_of_them_and_says_so()
    {
        var pdf = RawPdf.Of(["BT /F1 12 Tf 70 700 Td (Bolaget avstyrker.) Tj ET"]);
        var zip = ZipFile.Of(("svar.txt", "Bolaget tillstyrker."u8.ToArray()));
        using var file = new Extracted([.. pdf, .. zip], "svar.zip");

        Assert.Equal("pdf", file.Result.Format);
        Assert.Equal("Bolaget avstyrker.\n", file.Text);
        Assert.Contains(ExtractionReasons.NameMismatch, file.Result.Reasons);
        Assert.Empty(file.Result.Attachments);
    }

    private static void AssertRefused(byte[] content, string name, string reason)
    {
        using var file = new Extracted(content, name);

        Assert.Equal((ExtractionState.Unreadable, reason), (file.Result.State, file.Result.Reasons[0]));
        Assert.Empty(file.Text);
    }

    private static byte[] Inflating(string name, string head, string repeated, long bytes)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = archive.CreateEntry("a" + (name.StartsWith("word/", StringComparison.Ordinal) ? "" : ".txt")).Open()) types.Write("x"u8);
            if (name.StartsWith("word/", StringComparison.Ordinal))
            {
                using var types = archive.CreateEntry("[Content_Types].xml").Open();
                types.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8);
            }

            using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            stream.Write(Encoding.ASCII.GetBytes(head));
            var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(repeated, (1 << 20) / repeated.Length)));
            for (var written = 0L; written < bytes; written += block.Length) stream.Write(block);
        }

        return buffer.ToArray();
    }
}
