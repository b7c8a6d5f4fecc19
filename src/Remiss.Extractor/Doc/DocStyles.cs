using System.Buffers.Binary;
using System.Text;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Doc;

/// <summary>The styles of a document, [MS-DOC] 2.9.271: which are headings, which number their paragraphs, which hide them.</summary>
internal sealed class DocStyles
{
    private const int LongestChain = 20;
    private const int NoStyle = 0xFFF;

    private readonly Dictionary<int, Style> styles = [];

    public static DocStyles Read(ReadOnlySpan<byte> sheet)
    {
        var result = new DocStyles();
        if (sheet.Length < 6) return result;
        var at = 2 + BinaryPrimitives.ReadUInt16LittleEndian(sheet);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(sheet[2..]);
        int baseBytes = BinaryPrimitives.ReadUInt16LittleEndian(sheet[4..]);
        for (var number = 0; number < count && at + 2 <= sheet.Length; number++)
        {
            int length = BinaryPrimitives.ReadUInt16LittleEndian(sheet[at..]);
            at += 2;
            if (at + length > sheet.Length) break;
            if (length >= 10 && Parse(sheet.Slice(at, length), baseBytes) is { } style) result.styles[number] = style;
            at += length + (length & 1);
        }

        return result;
    }

    /// <summary>What the style gives its paragraphs before they have a say themselves.</summary>
    public ParagraphLook ParagraphLook(int number)
    {
        var look = new ParagraphLook { Style = number };
        foreach (var style in Chain(number)) look.Apply(style.Paragraph);
        return look;
    }

    public LetterLook LetterLook(int number)
    {
        var look = default(LetterLook);
        foreach (var style in Chain(number)) look.Apply(style.Letters);
        return look;
    }

    public ReadOnlySpan<byte> Letters(int number) => styles.TryGetValue(number, out var style) ? style.Letters : [];

    /// <summary>1–6 for a heading, otherwise 0.</summary>
    public int HeadingLevel(ParagraphLook look)
    {
        if (look.OutlineLevel is { } outline) return outline is >= 0 and <= 8 ? Math.Min(outline + 1, 6) : 0;
        foreach (var style in Enumerable.Reverse(Chain(look.Style)))
        {
            if (style.Identity is >= 1 and <= 9) return Math.Min(style.Identity, 6);
            if (HeadingName.Level(style.Name) is { } level) return level;
        }

        return look.Style is >= 1 and <= 9 && styles.Count == 0 ? Math.Min(look.Style, 6) : 0;
    }

    /// <summary>The style and those it is based on, the deepest first.</summary>
    private List<Style> Chain(int number)
    {
        var chain = new List<Style>();
        for (var i = 0; i < LongestChain && styles.TryGetValue(number, out var style); i++)
        {
            chain.Add(style);
            number = style.Base;
        }

        chain.Reverse();
        return chain;
    }

    private static Style? Parse(ReadOnlySpan<byte> std, int baseBytes)
    {
        var identity = BinaryPrimitives.ReadUInt16LittleEndian(std) & 0xFFF;
        var kind = BinaryPrimitives.ReadUInt16LittleEndian(std[2..]);
        var at = Math.Max(baseBytes, 10);
        if (at + 2 > std.Length) return null;
        var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(std[at..]) * 2;
        at += 2;
        if (at + nameLength + 2 > std.Length) return new Style(identity, kind >> 4, "", [], []);
        var name = Encoding.Unicode.GetString(std.Slice(at, nameLength));
        at += nameLength + 2;

        var first = Upx(std, ref at);
        if ((kind & 0xF) == 2) return new Style(identity, kind >> 4, name, [], first);
        return (kind & 0xF) == 1 && first.Length >= 2
            ? new Style(identity, kind >> 4, name, first[2..], Upx(std, ref at))
            : new Style(identity, kind >> 4, name, [], []);
    }

    private static byte[] Upx(ReadOnlySpan<byte> std, ref int at)
    {
        at += at & 1;
        if (at + 2 > std.Length) return [];
        int length = BinaryPrimitives.ReadUInt16LittleEndian(std[at..]);
        at += 2;
        length = Math.Min(length, std.Length - at);
        var content = std.Slice(at, length).ToArray();
        at += length;
        return content;
    }

    private sealed record Style(int Identity, int Base, string Name, byte[] Paragraph, byte[] Letters)
    {
        public int Base { get; } = Base is NoStyle ? -1 : Base;
    }
}
