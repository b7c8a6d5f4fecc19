using System.Buffers.Binary;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Doc;

/// <summary>How letters look, as far as it decides whether they are seen.</summary>
internal record struct LetterLook
{
    public bool IsHidden { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsWhite { get; set; }

    public bool HasBackground { get; set; }

    public char? Symbol { get; set; }

    public void Apply(ReadOnlySpan<byte> properties)
    {
        var sprm = new Sprm(properties);
        while (sprm.Next())
        {
            switch (sprm.Code)
            {
                case Sprm.Hidden:
                    IsHidden = sprm.IsOn;
                    break;
                case Sprm.Deleted:
                    IsDeleted = sprm.IsOn;
                    break;
                case Sprm.ColourIndex:
                    IsWhite = sprm.Number == 8;
                    break;
                case Sprm.Colour:
                    IsWhite = DocColour.IsWhite(sprm.Operand);
                    break;
                case Sprm.Size:
                    IsHidden |= sprm.Number < HiddenText.SmallestPoints * 2;
                    break;
                case Sprm.Highlight:
                    HasBackground |= sprm.Number is not (0 or 8);
                    break;
                case Sprm.Shading or Sprm.OldShading:
                    HasBackground |= DocColour.IsDark(sprm.Operand);
                    break;
                case Sprm.Symbol when sprm.Operand.Length >= 4:
                    Symbol = (char)BinaryPrimitives.ReadUInt16LittleEndian(sprm.Operand[2..]);
                    break;
            }
        }
    }
}

/// <summary>What a paragraph is: a heading, a list item, a cell.</summary>
internal record struct ParagraphLook
{
    public int Style { get; set; }

    public int TableDepth { get; set; }

    public bool EndsRow { get; set; }

    public bool EndsInnerRow { get; set; }

    public bool EndsInnerCell { get; set; }

    public int? OutlineLevel { get; set; }

    public int List { get; set; }

    public int ListLevel { get; set; }

    public bool HasBackground { get; set; }

    public void Apply(ReadOnlySpan<byte> properties)
    {
        var sprm = new Sprm(properties);
        while (sprm.Next())
        {
            switch (sprm.Code)
            {
                case Sprm.InTable:
                    TableDepth = sprm.IsOn ? Math.Max(TableDepth, 1) : 0;
                    break;
                case Sprm.TableDepth:
                    TableDepth = Math.Clamp(sprm.Number, 0, 50);
                    break;
                case Sprm.EndsRow:
                    EndsRow = sprm.IsOn;
                    break;
                case Sprm.InnerRow:
                    EndsInnerRow = sprm.IsOn;
                    break;
                case Sprm.InnerCell:
                    EndsInnerCell = sprm.IsOn;
                    break;
                case Sprm.OutlineLevel:
                    OutlineLevel = sprm.Number;
                    break;
                case Sprm.List:
                    List = sprm.Number;
                    break;
                case Sprm.ListLevel:
                    ListLevel = Math.Clamp(sprm.Number, 0, ListNumbering.Levels - 1);
                    break;
                case Sprm.ParagraphShading or Sprm.OldParagraphShading:
                    HasBackground |= DocColour.IsDark(sprm.Operand);
                    break;
                case Sprm.CellShading:
                    HasBackground |= DocColour.AnyIsDark(sprm.Operand);
                    break;
            }
        }
    }
}

internal static class DocColour
{
    private const int ShadingBytes = 10;

    /// <summary>Red, green, blue, and a byte that says "the reader's own" when it is not 0.</summary>
    public static bool IsWhite(ReadOnlySpan<byte> colour) => colour.Length >= 4 && colour[3] == 0 && HiddenText.IsWhite(colour[0], colour[1], colour[2]);

    /// <summary>Letters in white are seen on this shading: the colour in front, the one behind and a pattern, or all in two bytes.</summary>
    public static bool IsDark(ReadOnlySpan<byte> shading)
    {
        if (shading.Length >= ShadingBytes) return IsPaint(shading[4..8]) || (IsPaint(shading[..4]) && (shading[8] | shading[9]) != 0);
        if (shading.Length != 2) return false;
        var packed = BinaryPrimitives.ReadUInt16LittleEndian(shading);
        return (packed >> 5 & 0x1F) is not (0 or 8) || packed >> 10 != 0;
    }

    public static bool AnyIsDark(ReadOnlySpan<byte> shadings)
    {
        for (; shadings.Length >= ShadingBytes; shadings = shadings[ShadingBytes..])
        {
            if (IsDark(shadings[..ShadingBytes])) return true;
        }

        return false;
    }

    private static bool IsPaint(ReadOnlySpan<byte> colour) => colour[3] == 0 && !IsWhite(colour);
}
