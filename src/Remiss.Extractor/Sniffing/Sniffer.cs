using System.Text;

namespace Remiss.Extractor.Sniffing;

/// <summary>Tells by its content what a file is.</summary>
internal static class Sniffer
{
    private const int HeadBytes = 64 << 10;

    private static readonly (byte[] Mark, string Format)[] Marks =
    [
        ("{\\rtf"u8.ToArray(), FileFormats.Rtf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "png"),
        ([0xFF, 0xD8, 0xFF], "jpeg"),
        ([(byte)'I', (byte)'I', 0x2A, 0], "tiff"),
        ([(byte)'M', (byte)'M', 0, 0x2A], "tiff"),
        ("GIF8"u8.ToArray(), "gif"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7z"),
        ("Rar!\x1A"u8.ToArray(), "rar"),
        ([0x1F, 0x8B, 0x08], "gzip"),
        ([0x4D, 0x5A, 0x90, 0], "exe"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "elf"),
        ("%!PS"u8.ToArray(), "ps"),
        (Mail.TnefMessage.Mark.ToArray(), FileFormats.Tnef),
    ];

    public static string Sniff(Stream file, ExtractionLimits limits)
    {
        file.Position = 0;
        var buffer = new byte[(int)Math.Min(HeadBytes, file.Length)];
        file.ReadExactly(buffer);
        ReadOnlySpan<byte> head = buffer;

        foreach (var (mark, format) in Marks)
        {
            if (head.StartsWith(mark)) return format;
        }

        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return ZipKind.Of(file, head, limits);
        if (head.StartsWith(CompoundKind.Mark)) return CompoundKind.Of(file);
        if (head.StartsWith("BM"u8) && head.Length > 18 && head[14] is 40 or 108 or 124 && head[15] == 0) return "bmp";
        if (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..12].SequenceEqual("WEBP"u8)) return "webp";
        if (head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 && !LooksLikeMail(head)) return FileFormats.Pdf;

        return TextEncoding.Detect(head, whole: head.Length == file.Length) is { } encoding
            ? KindOfText(encoding.Encoding.GetString(head[encoding.Preamble..]))
            : FileFormats.Unknown;
    }

    private static bool LooksLikeMail(ReadOnlySpan<byte> head) => MailHead.Matches(Encoding.Latin1.GetString(head));

    private static string KindOfText(string head)
    {
        if (MailHead.Matches(head)) return FileFormats.Eml;
        return HtmlHead.Matches(head) ? FileFormats.Html
            : !head.AsSpan().TrimStart().StartsWith("<?xml", StringComparison.Ordinal) ? FileFormats.Txt
            : head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileFormats.Html
            : "xml";
    }
}
