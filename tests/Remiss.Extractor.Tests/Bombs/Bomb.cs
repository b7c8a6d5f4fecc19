using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MimeKit;
using Remiss.Extractor.Tests.Docx;
using Remiss.Extractor.Tests.Pdf;
using Remiss.Intake.Extraction;
using static System.FormattableString;
using ZipFile = Remiss.Extractor.Tests.Archives.ZipFile;

namespace Remiss.Extractor.Tests.Bombs;

/// <summary>A file that is meant to kill who reads it, and the reason by which it must be refused. Also measured by Remiss.Benchmarks.</summary>
/// <param name="Reason">Null where it is read, because there is nothing wrong with it but its looks.</param>
internal sealed record Bomb(string What, string FileName, string? Reason, Func<byte[]> Content)
{
    private const string Word = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";

    public static IReadOnlyList<Bomb> All { get; } =
    [
        new("Word, 1 MB that becomes 512 MB", "svar.docx", ExtractionReasons.TooLarge, () => Inflating("word/document.xml", Word, "<w:p><w:r><w:t>aaaaaaaa</w:t></w:r></w:p>", 512L << 20)),
        new("Word, the same with a directory that says 1 KB", "svar.docx", ExtractionReasons.Corrupt, () => Understated(Inflating("word/document.xml", Word, "<w:p><w:r><w:t>aaaaaaaa</w:t></w:r></w:p>", 512L << 20))),
        new("Word, 200,000 paragraphs in each other", "svar.docx", ExtractionReasons.TooDeep, () => new DocxFile(Repeated("<w:p><w:r><w:txbxContent>", 200_000)).Build()),
        new("Word, an entity that grows by itself", "svar.docx", ExtractionReasons.Corrupt, GrowingEntity),
        new("Word, an entity that is a file of the machine", "svar.docx", ExtractionReasons.Corrupt, () => Document("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>", "&e;")),
        new("Word, encrypted", "svar.docx", ExtractionReasons.Encrypted, () => ZipFile.Encrypted(ZipFile.Of(("word/document.xml", "x"u8.ToArray())))),
        new("PDF, a page of 300 MB of operators", "svar.pdf", ExtractionReasons.TooLarge, () => InflatingPage(300, "q ")),
        new("PDF, a page of 300 MB of blanks", "svar.pdf", ExtractionReasons.TooLarge, () => InflatingPage(300, " ")),
        new("PDF, a picture of 60,000 × 60,000", "svar.pdf", null, () => Picture(60_000)),
        new("PDF, pages that are each other's parents", "svar.pdf", ExtractionReasons.Corrupt, EndlessPages),
        new("PDF, 20,001 pages", "svar.pdf", ExtractionReasons.TooLarge, () => RawPdf.Of([.. Enumerable.Repeat("", 20_001)])),
        new("HTML, 300,000 elements in each other", "svar.html", ExtractionReasons.TooDeep, () => Html("<div>", 300_000)),
        new("HTML, the same behind end tags that end nothing", "svar.html", ExtractionReasons.TooDeep, () => Html("<div></b>", 160_000)),
        new("HTML, 94,000 paragraphs in as many fonts", "svar.html", ExtractionReasons.TooLarge, () => Html("<font size=1><p>", 94_000)),
        new("HTML, 500,000 paragraphs", "svar.html", ExtractionReasons.TooLarge, () => Html("<p>", 500_000)),
        new("HTML, 20,000 rules for 20,000 elements", "svar.html", null, ManyRules),
        new("RTF, 500,000 groups in each other", "svar.rtf", ExtractionReasons.TooDeep, () => Encoding.ASCII.GetBytes("{\\rtf1 " + Repeated("{", 500_000))),
        new("ZIP, 10,000 entries", "svar.zip", ExtractionReasons.TooLarge, () => ZipFile.Of(Enumerable.Range(0, 10_000).Select(number => (Invariant($"{number}.txt"), "x"u8.ToArray())))),
        new("ZIP that becomes 512 MB", "svar.zip", ExtractionReasons.TooLarge, () => Inflating("svar.txt", "", new string('a', 4_096), 512L << 20)),
        new("ZIP, encrypted", "svar.zip", ExtractionReasons.Encrypted, () => ZipFile.Encrypted(ZipFile.Of(("a.txt", "x"u8.ToArray())))),
        new("mail, 2,000 parts in each other", "svar.eml", ExtractionReasons.TooDeep, DeepMail),
        new("mail, 100,000 headers", "svar.eml", null, () => Encoding.ASCII.GetBytes("From: a@b.example\r\n" + Repeated("X-Header: aaaaaaaa\r\n", 100_000) + "\r\nHej")),
        new("text, 10 MB in one line", "svar.txt", null, () => Encoding.ASCII.GetBytes(new string('a', 9_999_998))),
        new("text, 11 MB", "svar.txt", ExtractionReasons.TooLarge, () => Encoding.ASCII.GetBytes(new string('a', 11 << 20))),
        new("PNG, 65,536 × 65,536 by its head", "svar.png", null, () => [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]),
        new("0 bytes", "svar.pdf", ExtractionReasons.Empty, () => []),
        new("a program, called PDF", "svar.pdf", ExtractionReasons.Unsupported, () => [0x7F, .. "ELF"u8, .. new byte[4_096]]),
        new("PDF and ZIP at once", "svar.zip", null, () => [.. RawPdf.Of(["BT /F1 12 Tf 70 700 Td (Bolaget avstyrker.) Tj ET"]), .. ZipFile.Of(("svar.txt", "Bolaget tillstyrker."u8.ToArray()))]),
    ];

    public override string ToString() => What;

    private static string Repeated(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Html(string opening, int times) => Encoding.ASCII.GetBytes("<html><body>" + Repeated(opening, times) + "x");

    private static byte[] Document(string type, string text) =>
        new DocxFile("").WithRaw("word/document.xml", $"{type}{Word}<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>").Build();

    private static byte[] GrowingEntity()
    {
        var entities = string.Concat(Enumerable.Range(1, 12).Select(number => Invariant($"<!ENTITY e{number} \"{Repeated(Invariant($"&e{number - 1};"), 10)}\">")));
        return Document($"<!DOCTYPE x [<!ENTITY e0 \"haha\">{entities}]>", "&e12;");
    }

    private static byte[] InflatingPage(int megabytes, string filling)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = Encoding.ASCII.GetBytes(Repeated(filling, (1 << 20) / filling.Length));
            for (var i = 0; i < megabytes; i++) zlib.Write(block);
        }

        var stream = Encoding.Latin1.GetString(packed.ToArray());
        var pdf = RawPdf.Of(["BT ET"], more: [Invariant($"<< /Length {stream.Length} /Filter /FlateDecode >>\nstream\n{stream}\nendstream")]);
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace("/Contents 6 0 R", "/Contents 7 0 R", StringComparison.Ordinal));
    }

    private static byte[] Picture(int side)
    {
        var pdf = RawPdf.Of(["595 0 0 842 0 0 cm /I Do"], more: [Invariant($"<< /Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\nx\nendstream")]);
        return Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pdf).Replace("/Resources << ", "/Resources << /XObject << /I 7 0 R >> ", StringComparison.Ordinal));
    }

    private static byte[] EndlessPages()
    {
        var pdf = Encoding.Latin1.GetString(RawPdf.Of(["BT ET"]));
        return Encoding.Latin1.GetBytes(pdf.Replace("/Kids [5 0 R]", "/Kids [2 0 R]", StringComparison.Ordinal));
    }

    private static byte[] ManyRules()
    {
        var rules = string.Concat(Enumerable.Range(0, 20_000).Select(number => Invariant($".a{number} {{ color: #{number % 10}00 }} ")));
        var elements = string.Concat(Enumerable.Range(0, 20_000).Select(number => Invariant($"<p class=\"a{number} a{number / 2} a1\">x</p>")));
        return Encoding.ASCII.GetBytes($"<html><head><style>{rules}</style></head><body>{elements}");
    }

    private static byte[] DeepMail()
    {
        MimeEntity part = new TextPart("plain") { Text = "Bolaget tillstyrker." };
        for (var depth = 0; depth < 2_000; depth++) part = new Multipart("mixed") { part };
        using var buffer = new MemoryStream();
        using var message = new MimeMessage { Body = part };
        message.From.Add(new MailboxAddress("", "a@b.example"));
        message.WriteTo(buffer);
        return buffer.ToArray();
    }

    /// <summary>Gives the last entry of the directory another size.</summary>
    private static byte[] Understated(byte[] archive)
    {
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(archive.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24), 1_024);
        return archive;
    }

    private static byte[] Inflating(string name, string head, string repeated, long bytes)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var first = archive.CreateEntry(name.StartsWith("word/", StringComparison.Ordinal) ? "[Content_Types].xml" : "a.txt").Open())
            {
                first.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"u8);
            }

            using var stream = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
            stream.Write(Encoding.ASCII.GetBytes(head));
            var block = Encoding.ASCII.GetBytes(Repeated(repeated, (1 << 20) / repeated.Length));
            for (var written = 0L; written < bytes; written += block.Length) stream.Write(block);
        }

        return buffer.ToArray();
    }
}
