using System.Buffers.Binary;

namespace Remiss.Extractor.Doc;

/// <summary>The file information block of a Word document, [MS-DOC] 2.5: where everything else lies.</summary>
internal sealed class DocHead
{
    public const ushort Word97 = 0xA5EC;
    private const ushort Word6 = 0xA5DC;
    private const int PairsStart = 0x9A;

    private readonly byte[] bytes;

    public DocHead(byte[] document)
    {
        if (document.Length < 0x200) throw new InvalidDataException("A Word document without a head.");
        bytes = document;
        if (Mark is not (Word97 or Word6)) throw new InvalidDataException("No Word document.");
    }

    /// <summary>Word 6 or Word 95: text of one byte a letter, in one piece unless it was saved fast.</summary>
    public bool IsOld => Mark == Word6 || U16(2) < 0xC1;

    public bool IsSavedFast => (U16(10) & 0x0004) != 0;

    public bool IsEncrypted => (U16(10) & 0x0100) != 0;

    public string TableName => (U16(10) & 0x0200) != 0 ? "1Table" : "0Table";

    public long TextStart => U32(0x18);

    /// <summary>Letters of the body, the footnotes, the headers, the macros, the comments, the endnotes, the text boxes and those of headers.</summary>
    public IReadOnlyList<int> Parts => IsOld
        ? [Count(0x34), Count(0x38), Count(0x3C), Count(0x40), Count(0x44), Count(0x48), Count(0x4C), Count(0x50)]
        : [Count(0x4C), Count(0x50), Count(0x54), Count(0x58), Count(0x5C), Count(0x60), Count(0x64), Count(0x68)];

    private ushort Mark => U16(0);

    /// <summary>The range of the table stream that holds structure number <paramref name="index"/>; empty when there is none.</summary>
    public ReadOnlySpan<byte> Structure(byte[] table, int index)
    {
        var at = PairsStart + (index * 8);
        if (at + 8 > bytes.Length) return [];
        var (start, length) = (U32(at), U32(at + 4));
        return length == 0 || (long)start + length > table.Length ? [] : table.AsSpan((int)start, (int)length);
    }

    /// <summary>The rest of the table stream from the end of structure number <paramref name="index"/>.</summary>
    public ReadOnlySpan<byte> After(byte[] table, int index)
    {
        var at = PairsStart + (index * 8);
        if (at + 8 > bytes.Length) return [];
        var end = (long)U32(at) + U32(at + 4);
        return end > table.Length ? [] : table.AsSpan((int)end);
    }

    private int Count(int at) => (int)Math.Min(U32(at), int.MaxValue);

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
