using System.Buffers.Binary;

namespace Remiss.Extractor.Doc;

/// <summary>One property after the other out of a list of them, [MS-DOC] 2.2.5.</summary>
internal ref struct Sprm(ReadOnlySpan<byte> list)
{
    public const int InTable = 0x2416;
    public const int EndsRow = 0x2417;
    public const int InnerCell = 0x244B;
    public const int InnerRow = 0x244C;
    public const int TableDepth = 0x6649;
    public const int ListLevel = 0x260A;
    public const int List = 0x460B;
    public const int OutlineLevel = 0x2640;
    public const int ParagraphStyle = 0x4600;
    public const int ParagraphShading = 0xC64D;
    public const int OldParagraphShading = 0x442D;
    public const int Deleted = 0x0800;
    public const int Hidden = 0x083C;
    public const int ColourIndex = 0x2A42;
    public const int Colour = 0x6870;
    public const int Size = 0x4A43;
    public const int CharacterStyle = 0x4A30;
    public const int Shading = 0xCA71;
    public const int OldShading = 0x4866;
    public const int Highlight = 0x2A0C;
    public const int Symbol = 0x6A09;
    public const int CellShading = 0xD612;

    private const int TableDefinition = 0xD608;
    private const int Tabs = 0xC615;

    private ReadOnlySpan<byte> rest = list;

    public int Code { get; private set; }

    public ReadOnlySpan<byte> Operand { get; private set; }

    public readonly bool IsOn => Operand[0] is 1 or 0x81;

    public readonly int Number => Operand.Length switch
    {
        1 => Operand[0],
        2 => BinaryPrimitives.ReadInt16LittleEndian(Operand),
        >= 4 => BinaryPrimitives.ReadInt32LittleEndian(Operand),
        _ => 0,
    };

    public bool Next()
    {
        if (rest.Length < 3) return false;
        Code = BinaryPrimitives.ReadUInt16LittleEndian(rest);
        rest = rest[2..];
        var skip = 0;
        int length;
        switch (Code >> 13)
        {
            case 0 or 1:
                length = 1;
                break;
            case 2 or 4 or 5:
                length = 2;
                break;
            case 3:
                length = 4;
                break;
            case 7:
                length = 3;
                break;
            default:
                (skip, length) = Code == TableDefinition && rest.Length >= 2 ? (2, BinaryPrimitives.ReadUInt16LittleEndian(rest) - 1) : (1, rest[0]);
                if (Code == Tabs && length == 255) return false;
                break;
        }

        if (length < 1 || skip + length > rest.Length) return false;
        Operand = rest.Slice(skip, length);
        rest = rest[(skip + length)..];
        return true;
    }
}
