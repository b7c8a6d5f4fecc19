using Remiss.Extractor.Text;

namespace Remiss.Extractor.Pdf;

/// <summary>
/// Puts running text in two or more columns in the order in which it is read, where the page paints it row by row across the columns. Tables,
/// whose cells do not go on from one line to the next, stay as they are.
/// </summary>
internal static class PageColumns
{
    private const int FewestLines = 6;
    private const double FewestCharacters = 15;
    private const double GoesOnShare = 0.3;
    private const int MostColumns = 4;

    public static List<PdfLine> Ordered(List<PdfLine> lines) => lines.Exists(line => line.Angle != 0) ? lines : Ordered(lines, MostColumns);

    private static List<PdfLine> Ordered(List<PdfLine> lines, int columns)
    {
        if (columns < 2 || lines.Count < FewestLines) return lines;
        var pieces = lines.SelectMany(line => line.Cells).ToList();
        if (Gutter(pieces) is not { } gutter) return lines;

        var (left, right) = (pieces.FindAll(piece => piece.Right <= gutter), pieces.FindAll(piece => piece.Left >= gutter));
        var top = Math.Min(left.Max(piece => piece.Baseline), right.Max(piece => piece.Baseline));
        var bottom = Math.Max(left.Min(piece => piece.Baseline), right.Min(piece => piece.Baseline));
        var inside = pieces.FindAll(piece => piece.Baseline <= top + piece.Size && piece.Baseline >= bottom - piece.Size);
        left = inside.FindAll(piece => piece.Right <= gutter);
        right = inside.FindAll(piece => piece.Left >= gutter);
        if (left.Count + right.Count != inside.Count || !IsProse(left) || !IsProse(right) || Switches(inside, gutter) <= 3) return lines;

        var block = new HashSet<PdfLine>(inside, ReferenceEqualityComparer.Instance);
        var around = lines.Where(line => !line.Cells.Any(block.Contains)).ToList();
        return
        [
            .. around.Where(line => line.Baseline > top),
            .. Ordered(Sorted(left), columns - 1),
            .. Ordered(Sorted(right), columns - 1),
            .. around.Where(line => line.Baseline <= top),
        ];
    }

    private static List<PdfLine> Sorted(List<PdfLine> column) => [.. column.OrderByDescending(piece => piece.Baseline).ThenBy(piece => piece.Left)];

    /// <summary>The place across the page that many pieces end before and many begin after, and hardly any crosses.</summary>
    private static double? Gutter(List<PdfLine> pieces)
    {
        if (pieces.Count < FewestLines * 2) return null;
        foreach (var start in pieces.GroupBy(piece => Math.Round(piece.Left)).Where(group => group.Count() >= FewestLines).OrderByDescending(group => group.Count()).Take(5))
        {
            var gutter = start.Key - 1;
            var before = pieces.FindAll(piece => piece.Right <= gutter);
            if (before.Count < FewestLines || pieces.Count(piece => piece.Left >= gutter) < FewestLines) continue;
            if (pieces.Count(piece => piece.Left < gutter && piece.Right > gutter) * 4 < pieces.Count) return gutter;
        }

        return null;
    }

    private static bool IsProse(List<PdfLine> column)
    {
        if (column.Count < FewestLines || column.Average(piece => piece.Text.Length) < FewestCharacters) return false;
        var sorted = Sorted(column);
        var goesOn = 0;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (LineJoin.StartsLower(sorted[i].Text) && LineJoin.IsOpen(sorted[i - 1].Text)) goesOn++;
        }

        return goesOn >= GoesOnShare * (sorted.Count - 1);
    }

    /// <summary>How often the page goes from one column to the other as it paints.</summary>
    private static int Switches(List<PdfLine> pieces, double gutter)
    {
        var switches = 0;
        for (var i = 1; i < pieces.Count; i++)
        {
            if (pieces[i].Left >= gutter != pieces[i - 1].Left >= gutter) switches++;
        }

        return switches;
    }
}
