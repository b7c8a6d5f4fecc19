using Remiss.Extractor.Text;

namespace Remiss.Extractor.Pdf;

/// <summary>
/// Justification stretches a line of few words, "Eva Exempelsson" before a forced break or two long words of a narrow column, over its whole width: its
/// blanks are blanks nevertheless, and no columns of a table.
/// </summary>
internal static class StretchedLines
{
    private const double Point = 1;
    private const double UsualBlank = 0.25;
    private const int EnoughLines = 3;

    public static List<PdfLine> Mended(List<PdfLine> lines)
    {
        if (lines.Count == 0) return lines;
        var margin = lines.Max(line => line.Right);
        var edges = lines.CountBy(Edges).ToDictionary();
        var mended = new List<PdfLine>(lines.Count);
        foreach (var (i, line) in lines.Index())
        {
            var (before, next) = (i > 0 ? lines[i - 1] : null, i + 1 < lines.Count ? lines[i + 1] : null);
            var goesOn = next is not null && GoesOn(line, next);
            mended.Add(line.Text.Contains('\t') && line is { BlanksArePainted: true, BlanksAreEven: true }
                && (line.Right >= margin - Point || ((goesOn || (before is not null && GoesOn(before, line))) && IsInColumn(line, edges)))
                    ? line with { Text = line.Text.Replace('\t', ' '), EndsByForce = !goesOn && HadRoom(line, next) }
                    : line);
        }

        return mended;
    }

    private static bool GoesOn(PdfLine line, PdfLine next) =>
        line.Page == next.Page && line.OverlapsAcross(next) && LineJoin.IsOpen(line.Text) && LineJoin.StartsLower(next.Text);

    /// <summary>The first word of the next line would have stood on this one, had it not been stretched.</summary>
    private static bool HadRoom(PdfLine line, PdfLine? next) =>
        next is null || line.Gaps.Sum(gap => gap.Start - gap.End - (UsualBlank * line.Size)) > next.FirstWordWidth + (UsualBlank * line.Size);

    private static (int Page, int Left, int Right) Edges(PdfLine line) => (line.Page, (int)Math.Round(line.Left / Point), (int)Math.Round(line.Right / Point));

    private static bool IsInColumn(PdfLine line, Dictionary<(int Page, int Left, int Right), int> edges)
    {
        var (page, left, right) = Edges(line);
        var alike = 0;
        for (var x = -1; x <= 1; x++)
        {
            for (var y = -1; y <= 1; y++) alike += edges.GetValueOrDefault((page, left + x, right + y));
        }

        return alike >= EnoughLines;
    }
}
