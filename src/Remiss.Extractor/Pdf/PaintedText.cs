using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Tokens;

namespace Remiss.Extractor.Pdf;

/// <summary>What a page says that it paints, beside the letters that were made of it: where a font cannot be read, its letters go without a word.</summary>
internal static class PaintedText
{
    private const int FewestBytes = 40;

    /// <summary>A letter is painted by one byte or two.</summary>
    private const double MostBytesPerLetter = 2.5;

    public static bool IsLost(Page page)
    {
        var most = Math.Max(FewestBytes, MostBytesPerLetter * page.Letters.Count);
        var painted = 0L;
        foreach (var operation in page.Operations)
        {
            painted += Bytes(operation);
            if (painted > most) return true;
        }

        return false;
    }

    private static int Bytes(IGraphicsStateOperation operation) => operation switch
    {
        ShowText show => Bytes(show.Text, show.Bytes),
        MoveToNextLineShowText show => Bytes(show.Text, show.Bytes),
        MoveToNextLineShowTextWithSpacing show => Bytes(show.Text, show.Bytes),
        ShowTextsWithPositioning show => show.Array.Sum(token => token switch
        {
            StringToken text => text.Data.Length,
            HexToken hex => hex.Bytes.Length,
            _ => 0,
        }),
        _ => 0,
    };

    private static int Bytes(string? text, ReadOnlyMemory<byte> bytes) => text?.Length ?? bytes.Length;
}
