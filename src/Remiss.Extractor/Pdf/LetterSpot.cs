using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Remiss.Extractor.Pdf;

/// <summary>A letter's place in the coordinates of its own direction of writing, in points.</summary>
internal readonly record struct LetterSpot(double Start, double End, double Across, double Size, int Angle)
{
    public bool IsPlaced => double.IsFinite(Start) && double.IsFinite(End) && double.IsFinite(Across) && double.IsFinite(Size);

    public static LetterSpot Of(Letter letter, int angleBefore)
    {
        var start = letter.StartBaseLine;
        var end = letter.EndBaseLine;
        var size = Math.Round(Math.Max(letter.PointSize, 0.5) * 2) / 2;
        var angle = letter.TextOrientation == TextOrientation.Horizontal ? 0 : AngleOf(start, end, angleBefore);
        if (angle == 0) return new LetterSpot(start.X, end.X, start.Y, size, 0);

        var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
        return new LetterSpot((start.X * cos) + (start.Y * sin), (end.X * cos) + (end.Y * sin), (start.Y * cos) - (start.X * sin), size, angle);
    }

    /// <summary>Raised and lowered letters stay on the line; a step back starts another.</summary>
    public bool FollowsOnLine(LetterSpot previous, double baseline)
    {
        var size = Math.Max(Size, previous.Size);
        return Angle == previous.Angle && Math.Abs(Across - baseline) <= 0.5 * size && Start >= previous.End - size;
    }

    private static int AngleOf(PdfPoint start, PdfPoint end, int angleBefore)
    {
        var (x, y) = (end.X - start.X, end.Y - start.Y);
        return Math.Abs(x) + Math.Abs(y) < 0.01 ? angleBefore : (int)Math.Round(Math.Atan2(y, x) * 180 / Math.PI);
    }
}
