using System.Buffers.Binary;
using System.Text;
using Remiss.Extractor.Compound;

namespace Remiss.Extractor.Tests.Doc;

/// <summary>A Word document put together byte by byte: pieces of text, each of one or two bytes a letter, and how stretches of letters look.</summary>
internal sealed class DocFile
{
    private const int TextStart = 0x600;

    private readonly List<(string Text, bool IsNarrow)> pieces = [];
    private readonly List<(int From, int To, byte[] Properties)> looks = [];
    private int flags = 0x0200;

    public DocFile Piece(string text, bool isNarrow = true)
    {
        pieces.Add((text, isNarrow));
        return this;
    }

    /// <summary>Letters of the first piece.</summary>
    public DocFile Look(int from, int to, params byte[] properties)
    {
        looks.Add((from, to, properties));
        return this;
    }

    public DocFile Flags(int more)
    {
        flags |= more;
        return this;
    }

    public byte[] Build()
    {
        var document = new MemoryStream();
        document.Write(new byte[TextStart]);
        var places = new uint[pieces.Count];
        foreach (var index in Enumerable.Range(0, pieces.Count).Reverse())
        {
            var (text, isNarrow) = pieces[index];
            places[index] = isNarrow ? ((uint)document.Length * 2) | 0x4000_0000 : (uint)document.Length;
            document.Write(isNarrow ? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text) : Encoding.Unicode.GetBytes(text));
            while (document.Length % 2 != 0) document.WriteByte(0);
        }

        var table = new MemoryStream();
        var characters = Characters(document, table, places);
        var clx = (int)table.Length;
        WriteClx(table, places);

        var bytes = document.ToArray();
        U16(bytes, 0, 0xA5EC);
        U16(bytes, 2, 0x00C1);
        U16(bytes, 10, flags);
        U32(bytes, 0x4C, pieces.Sum(piece => piece.Text.Length));
        U32(bytes, 0x1A2, clx);
        U32(bytes, 0x1A6, (int)table.Length - clx);
        U32(bytes, 0xFA, 0);
        U32(bytes, 0xFE, characters);

        using var file = new MemoryStream();
        CompoundWriter.Write(new CompoundNode("").With(new CompoundNode("WordDocument", bytes), new CompoundNode("1Table", table.ToArray())), file);
        return file.ToArray();
    }

    private int Characters(MemoryStream document, MemoryStream table, uint[] places)
    {
        if (looks.Count == 0) return 0;
        while (document.Length % 512 != 0) document.WriteByte(0);
        var page = new byte[512];
        page[511] = (byte)looks.Count;
        var start = (int)((places[0] & ~0x4000_0000) / 2);
        var at = 480;
        for (var i = 0; i < looks.Count; i++)
        {
            var (from, to, properties) = looks[i];
            U32(page, i * 4, start + from);
            U32(page, (i + 1) * 4, start + to);
            at -= 32;
            page[((looks.Count + 1) * 4) + i] = (byte)(at / 2);
            page[at] = (byte)properties.Length;
            properties.CopyTo(page, at + 1);
        }

        var plc = new byte[12];
        U32(plc, 0, start);
        U32(plc, 4, start + pieces[0].Text.Length);
        U32(plc, 8, (int)document.Length / 512);
        document.Write(page);
        table.Write(plc);
        return plc.Length;
    }

    private void WriteClx(MemoryStream table, uint[] places)
    {
        var plc = new byte[((pieces.Count + 1) * 4) + (pieces.Count * 8)];
        var letter = 0;
        for (var i = 0; i < pieces.Count; i++)
        {
            letter += pieces[i].Text.Length;
            U32(plc, (i + 1) * 4, letter);
            BinaryPrimitives.WriteUInt32LittleEndian(plc.AsSpan(((pieces.Count + 1) * 4) + (i * 8) + 2), places[i]);
        }

        table.WriteByte(2);
        table.Write(BitConverter.GetBytes(plc.Length));
        table.Write(plc);
    }

    private static void U16(byte[] bytes, int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);

    private static void U32(byte[] bytes, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), value);
}
