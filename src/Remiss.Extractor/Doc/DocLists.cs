using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Doc;

/// <summary>The lists of a document, [MS-DOC] 2.9.147: how their paragraphs are numbered.</summary>
internal static class DocLists
{
    private const int ListBytes = 28;
    private const int LevelBytes = 28;
    private const int OverrideBytes = 16;

    /// <param name="lists">The kinds of lists.</param>
    /// <param name="levels">Their levels, which follow without a length of their own.</param>
    /// <param name="uses">The lists that paragraphs point at, from 1.</param>
    public static ListNumbering Read(ReadOnlySpan<byte> lists, ReadOnlySpan<byte> levels, ReadOnlySpan<byte> uses)
    {
        var numbering = new ListNumbering();
        if (lists.Length < 2) return numbering;
        int count = BinaryPrimitives.ReadUInt16LittleEndian(lists);
        var at = 0;
        for (var i = 0; i < count && 2 + ((i + 1) * ListBytes) <= lists.Length; i++)
        {
            var list = lists.Slice(2 + (i * ListBytes), ListBytes);
            var scheme = numbering.AddScheme(Key(BinaryPrimitives.ReadInt32LittleEndian(list)));
            var own = (list[26] & 1) != 0 ? 1 : ListNumbering.Levels;
            for (var level = 0; level < own && at + LevelBytes + 2 <= levels.Length; level++) scheme[level] = Level(levels, ref at);
        }

        if (uses.Length < 4) return numbering;
        var used = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(uses), (uint)((uses.Length - 4) / OverrideBytes));
        for (var i = 0; i < used; i++)
            numbering.AddList(Key(i + 1), Key(BinaryPrimitives.ReadInt32LittleEndian(uses[(4 + (i * OverrideBytes))..])));
        return numbering;
    }

    public static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ListNumbering.Level Level(ReadOnlySpan<byte> levels, ref int at)
    {
        var head = levels.Slice(at, LevelBytes);
        var level = new ListNumbering.Level { Start = Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(head), 0, 1_000_000), Format = Format(head[4]) };
        at += LevelBytes + head[24] + head[25];
        if (at + 2 > levels.Length) return level;
        int length = BinaryPrimitives.ReadUInt16LittleEndian(levels[at..]);
        at += 2;
        var text = new StringBuilder();
        for (var i = 0; i < length && at + 2 <= levels.Length; i++, at += 2)
        {
            var c = (char)BinaryPrimitives.ReadUInt16LittleEndian(levels[at..]);
            if (c < ListNumbering.Levels) text.Append('%').Append((char)('1' + c));
            else text.Append(c);
        }

        level.Text = text.ToString();
        return level;
    }

    private static string Format(byte code) => code switch
    {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        23 => "bullet",
        255 => "none",
        _ => "decimal",
    };
}
