using System.Buffers.Binary;
using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Doc;

/// <param name="Start">Its first letter's place in the text.</param>
/// <param name="Offset">Where in the file it lies.</param>
/// <param name="IsNarrow">One byte a letter, in Windows-1252.</param>
internal readonly record struct DocPiece(int Start, int Length, long Offset, bool IsNarrow)
{
    public long OffsetOf(int letter) => Offset + ((letter - Start) * (IsNarrow ? 1L : 2L));
}

/// <summary>The text of a Word document in the order in which it reads, however often it was saved fast: [MS-DOC] 2.4.1.</summary>
internal sealed class DocPieces
{
    private const int PieceBytes = 8;
    private const int Clx = 33;
    private const uint Narrow = 0x4000_0000;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private DocPieces(List<DocPiece> pieces, string text) => (Pieces, Text) = (pieces, text);

    public IReadOnlyList<DocPiece> Pieces { get; }

    public string Text { get; }

    public static DocPieces Read(DocHead head, byte[] document, byte[] table, ExtractionLimits limits)
    {
        var pieces = head.IsOld
            ? [new DocPiece(0, (int)Math.Clamp(head.Parts.Sum(part => (long)part), 0, Math.Max(document.Length - head.TextStart, 0)), head.TextStart, IsNarrow: true)]
            : Pieces97(head.Structure(table, Clx));
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (text.Length + (long)piece.Length > limits.Characters) throw new LimitExceededException(ExtractionReasons.TooLarge);
            var bytes = piece.Length * (piece.IsNarrow ? 1L : 2L);
            if (piece.Offset < 0 || piece.Offset + bytes > document.Length) throw new InvalidDataException("A piece of text lies outside the file.");
            var raw = document.AsSpan((int)piece.Offset, (int)bytes);
            text.Append(piece.IsNarrow ? Windows1252.GetString(raw) : Encoding.Unicode.GetString(raw));
        }

        return new DocPieces(pieces, text.ToString());
    }

    private static List<DocPiece> Pieces97(ReadOnlySpan<byte> clx)
    {
        var at = 0;
        while (at + 3 <= clx.Length && clx[at] == 1) at += 3 + BinaryPrimitives.ReadUInt16LittleEndian(clx[(at + 1)..]);
        if (at + 5 > clx.Length || clx[at] != 2) throw new InvalidDataException("The table of pieces is missing.");
        var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(clx[(at + 1)..]), (uint)(clx.Length - at - 5));
        var plc = clx.Slice(at + 5, length);

        var count = (plc.Length - 4) / (4 + PieceBytes);
        var pieces = new List<DocPiece>(Math.Max(count, 0));
        var expected = 0;
        for (var i = 0; i < count; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(plc[(i * 4)..]);
            var end = BinaryPrimitives.ReadInt32LittleEndian(plc[((i + 1) * 4)..]);
            if (start != expected || end < start) throw new InvalidDataException("The pieces do not follow each other.");
            expected = end;
            var place = BinaryPrimitives.ReadUInt32LittleEndian(plc[(((count + 1) * 4) + (i * PieceBytes) + 2)..]);
            var isNarrow = (place & Narrow) != 0;
            if (end > start) pieces.Add(new DocPiece(start, end - start, isNarrow ? (place & ~Narrow) / 2 : place, isNarrow));
        }

        return pieces;
    }
}
