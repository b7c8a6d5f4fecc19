using System.Buffers;

namespace Remiss.Extractor.Rtf;

internal enum RtfKind
{
    End,
    GroupStart,
    GroupEnd,

    /// <summary>A control word, or a control symbol, whose word is its one sign.</summary>
    Word,

    /// <summary>Bytes of text.</summary>
    Text,

    /// <summary>One byte of text, written in hexadecimal.</summary>
    Hex,
}

/// <summary>Cuts rich text into its groups, words and bytes, one after the other.</summary>
internal sealed class RtfTokenizer(ReadOnlyMemory<byte> content)
{
    private const int LongestWord = 32;
    private const int MostDigits = 10;

    private static readonly SearchValues<byte> EndsOfText = SearchValues.Create("{}\\\r\n\0"u8);

    private int at;

    public RtfKind Kind { get; private set; }

    public string Word { get; private set; } = "";

    public int? Parameter { get; private set; }

    public ReadOnlyMemory<byte> Bytes { get; private set; }

    public bool Next()
    {
        var span = content.Span;
        while (at < span.Length && span[at] is (byte)'\r' or (byte)'\n' or 0) at++;
        if (at >= span.Length)
        {
            Kind = RtfKind.End;
            return false;
        }

        switch (span[at])
        {
            case (byte)'{':
                Kind = RtfKind.GroupStart;
                at++;
                break;
            case (byte)'}':
                Kind = RtfKind.GroupEnd;
                at++;
                break;
            case (byte)'\\':
                at++;
                ReadControl(span);
                break;
            default:
                var length = span[at..].IndexOfAny(EndsOfText);
                if (length < 0) length = span.Length - at;
                Kind = RtfKind.Text;
                Bytes = content.Slice(at, length);
                at += length;
                break;
        }

        return true;
    }

    private void ReadControl(ReadOnlySpan<byte> span)
    {
        Kind = RtfKind.Word;
        Parameter = null;
        if (at >= span.Length)
        {
            Word = "";
            return;
        }

        if (span[at] == '\'')
        {
            ReadHex(span);
            return;
        }

        if (!char.IsAsciiLetter((char)span[at]))
        {
            Word = span[at] is (byte)'\r' or (byte)'\n' ? "par" : ((char)span[at]).ToString();
            at++;
            return;
        }

        var start = at;
        while (at < span.Length && at - start < LongestWord && char.IsAsciiLetter((char)span[at])) at++;
        Word = System.Text.Encoding.ASCII.GetString(span[start..at]);
        ReadParameter(span);
        if (at < span.Length && span[at] == ' ') at++;
        if (Word == "bin" && Parameter is > 0) at = (int)Math.Min(span.Length, (long)at + Parameter.Value);
    }

    private void ReadHex(ReadOnlySpan<byte> span)
    {
        at++;
        Kind = RtfKind.Hex;
        var value = 0;
        for (var i = 0; i < 2 && at < span.Length && char.IsAsciiHexDigit((char)span[at]); i++) value = (value * 16) + Convert.ToInt32(((char)span[at++]).ToString(), 16);
        Bytes = new[] { (byte)value };
    }

    private void ReadParameter(ReadOnlySpan<byte> span)
    {
        var negative = at + 1 < span.Length && span[at] == '-' && char.IsAsciiDigit((char)span[at + 1]);
        if (negative) at++;
        var start = at;
        long value = 0;
        for (; at < span.Length && at - start < MostDigits && char.IsAsciiDigit((char)span[at]); at++) value = (value * 10) + (span[at] - '0');
        if (at > start) Parameter = (int)Math.Clamp(negative ? -value : value, int.MinValue, int.MaxValue);
    }
}
