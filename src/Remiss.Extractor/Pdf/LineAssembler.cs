using System.Text;
using Remiss.Extractor.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Util;

namespace Remiss.Extractor.Pdf;

/// <summary>Letters, in the order in which the page paints them, to lines.</summary>
internal sealed class LineAssembler(int page, double pageBottom, double pageHeight)
{
    /// <summary>A gap this wide, in letters' heights, parts columns.</summary>
    private const double ColumnGap = 2.2;

    private readonly List<PdfLine> lines = [];
    private readonly StringBuilder text = new();
    private readonly Dictionary<double, int> sizes = [];
    private Spot last;
    private double left;
    private double right;
    private double baseline;
    private double firstWordRight;
    private bool firstWordEnded;
    private bool blankPending;
    private int letters;
    private int boldLetters;

    public static List<PdfLine> Lines(int page, Page content)
    {
        var box = content.CropBox.Bounds;
        var assembler = new LineAssembler(page, box.Bottom, Math.Max(box.Height, 1));
        foreach (var letter in content.Letters) assembler.Add(letter);
        assembler.Finish();
        return assembler.lines;
    }

    private void Add(Letter letter)
    {
        var spot = Spot.Of(letter, last.Angle);
        if (!spot.IsPlaced) return;
        if (string.IsNullOrEmpty(letter.Value))
        {
            // The rest of a group whose text stands at its first letter.
            if (text.Length > 0 && IsSameLine(spot)) Extend(spot);
            return;
        }

        if (string.IsNullOrWhiteSpace(letter.Value))
        {
            blankPending |= text.Length > 0 && IsSameLine(spot);
            return;
        }

        if (text.Length > 0 && !IsSameLine(spot)) Finish();
        if (text.Length == 0) Begin(spot);
        else Separate(spot, letter);

        text.Append(letter.Value);
        Extend(spot);
        if (!firstWordEnded) firstWordRight = spot.End;
        blankPending = false;
        letters++;
        if (IsBold(letter)) boldLetters++;
        sizes[spot.Size] = sizes.GetValueOrDefault(spot.Size) + 1;
    }

    private void Begin(Spot spot)
    {
        left = right = spot.Start;
        baseline = spot.Across;
        firstWordEnded = false;
        last = spot;
    }

    private void Extend(Spot spot)
    {
        right = Math.Max(right, spot.End);
        last = spot;
    }

    private void Separate(Spot spot, Letter letter)
    {
        var gap = spot.Start - last.End;
        var size = Math.Max(spot.Size, last.Size);
        if (gap > size * ColumnGap && !ListMark.Opens(text + " x")) text.Append('\t');
        else if (blankPending || WhitespaceSizeStatistics.IsProbablyWhitespace(gap, letter)) text.Append(' ');
        else return;
        firstWordEnded = true;
    }

    private bool IsSameLine(Spot spot) =>
        spot.Angle == last.Angle
        && Math.Abs(spot.Across - baseline) <= 0.5 * Math.Max(spot.Size, last.Size)
        && spot.Start >= last.End - Math.Max(spot.Size, last.Size);

    private void Finish()
    {
        if (text.Length > 0) Keep(Line());
        text.Clear();
        sizes.Clear();
        letters = boldLetters = 0;
        blankPending = false;
    }

    private PdfLine Line() => new()
    {
        Text = text.ToString(),
        Page = page,
        Left = left,
        Right = right,
        Baseline = baseline,
        Size = sizes.MaxBy(pair => pair.Value).Key,
        FirstWordWidth = firstWordRight - left,
        Bold = boldLetters >= letters * 0.9,
        Angle = last.Angle,
        Height = last.Angle == 0 ? 1 - ((baseline - pageBottom) / pageHeight) : 0.5,
    };

    /// <summary>Some programs make bold by painting a line twice.</summary>
    private void Keep(PdfLine line)
    {
        if (lines.Count > 0 && lines[^1] is var previous && previous.Text == line.Text
            && Math.Abs(previous.Left - line.Left) < 0.15 * line.Size && Math.Abs(previous.Baseline - line.Baseline) < 0.15 * line.Size)
        {
            lines[^1] = previous with { Bold = true };
            return;
        }

        lines.Add(line);
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails is { } font && (font.IsBold || font.Weight >= 600
            || font.Name is { } name && (name.Contains("Bold", StringComparison.OrdinalIgnoreCase) || name.Contains("Black", StringComparison.OrdinalIgnoreCase)
                || name.Contains("Heavy", StringComparison.OrdinalIgnoreCase)));

    /// <summary>A letter's place in the coordinates of its own direction of writing.</summary>
    private readonly record struct Spot(double Start, double End, double Across, double Size, int Angle)
    {
        public bool IsPlaced => double.IsFinite(Start) && double.IsFinite(End) && double.IsFinite(Across) && double.IsFinite(Size);

        public static Spot Of(Letter letter, int angleBefore)
        {
            var start = letter.StartBaseLine;
            var end = letter.EndBaseLine;
            var size = Math.Round(Math.Max(letter.PointSize, 0.5) * 2) / 2;
            var angle = letter.TextOrientation == TextOrientation.Horizontal ? 0 : AngleOf(start, end, angleBefore);
            if (angle == 0) return new Spot(start.X, end.X, start.Y, size, 0);

            var (sin, cos) = Math.SinCos(angle * Math.PI / 180);
            return new Spot(Along(start, cos, sin), Along(end, cos, sin), (start.Y * cos) - (start.X * sin), size, angle);
        }

        private static double Along(PdfPoint point, double cos, double sin) => (point.X * cos) + (point.Y * sin);

        private static int AngleOf(PdfPoint start, PdfPoint end, int angleBefore)
        {
            var (x, y) = (end.X - start.X, end.Y - start.Y);
            return Math.Abs(x) + Math.Abs(y) < 0.01 ? angleBefore : (int)Math.Round(Math.Atan2(y, x) * 180 / Math.PI);
        }
    }
}
