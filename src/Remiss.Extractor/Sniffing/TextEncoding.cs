using System.Text;
using System.Text.Unicode;

namespace Remiss.Extractor.Sniffing;

/// <param name="Preamble">Bytes of the byte order mark.</param>
/// <param name="IsGuess">One of the encodings of one byte, which cannot be told from each other.</param>
internal readonly record struct TextEncoding(Encoding Encoding, int Preamble, bool IsGuess = false)
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Which encoding the bytes are text in; null when they are no text.</summary>
    /// <param name="whole">Whether the bytes are the whole file, so that a last character cut in two is an error.</param>
    public static TextEncoding? Detect(ReadOnlySpan<byte> bytes, bool whole)
    {
        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF])) return new TextEncoding(Encoding.UTF8, 3);
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0])) return new TextEncoding(Encoding.UTF32, 4);
        if (bytes.StartsWith<byte>([0xFF, 0xFE])) return new TextEncoding(Encoding.Unicode, 2);
        if (bytes.StartsWith<byte>([0xFE, 0xFF])) return new TextEncoding(Encoding.BigEndianUnicode, 2);
        if (Utf16WithoutMark(bytes) is { } utf16) return new TextEncoding(utf16, 0);
        if (!LooksLikeText(bytes)) return null;
        return Utf8.IsValid(whole ? bytes : WithoutLastSequence(bytes)) ? new TextEncoding(Encoding.UTF8, 0) : new TextEncoding(Windows1252, 0, IsGuess: true);
    }

    private static ReadOnlySpan<byte> WithoutLastSequence(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(4, bytes.Length); back++)
        {
            if ((bytes[^back] & 0xC0) == 0xC0) return bytes[..^back];
            if ((bytes[^back] & 0x80) == 0) break;
        }

        return bytes;
    }

    private static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var pairs = bytes.Length / 2;
        if (pairs < 2) return null;
        int evenZeros = 0, oddZeros = 0;
        for (var i = 0; i < pairs * 2; i += 2)
        {
            if (bytes[i] == 0) evenZeros++;
            if (bytes[i + 1] == 0) oddZeros++;
        }

        return evenZeros == 0 && oddZeros > pairs * 0.6 ? Encoding.Unicode
            : oddZeros == 0 && evenZeros > pairs * 0.6 ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> bytes)
    {
        var odd = 0;
        foreach (var value in bytes)
        {
            if (value == 0) return false;
            if (value < 0x20 && value is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x0B or 0x1A or 0x1B)) odd++;
        }

        return odd * 100 <= bytes.Length;
    }
}
