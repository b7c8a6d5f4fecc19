namespace Remiss.Extractor.Pdf;

/// <summary>Which lines have a column to their right, that they cannot run into: its left edge is where theirs ends at the latest.</summary>
internal sealed class ColumnLimits
{
    private const int FewestLines = 6;
    private const int MostColumns = 8;

    /// <summary>The line of the other column that is nearest in height, in letters' heights: columns need not have the same leading.</summary>
    private const double Near = 2;

    private readonly Dictionary<PdfLine, int> limits = new(ReferenceEqualityComparer.Instance);

    public ColumnLimits(IReadOnlyList<PdfLine> lines)
    {
        foreach (var page in lines.Where(line => line.Angle == 0).GroupBy(line => line.Page)) Add([.. page]);
    }

    public int? Of(PdfLine line) => limits.TryGetValue(line, out var limit) ? limit : null;

    private void Add(List<PdfLine> page)
    {
        var columns = page.GroupBy(line => (int)Math.Floor(line.Left)).Where(column => column.Count() >= FewestLines)
            .OrderByDescending(column => column.Count()).Take(MostColumns).OrderBy(column => column.Key)
            .Select(column => (Left: column.Key, Baselines: column.Select(line => line.Baseline).Order().ToArray())).ToList();
        if (columns.Count < 2) return;
        foreach (var line in page)
        {
            var index = columns.FindIndex(column => column.Left >= line.Right && IsBeside(column.Baselines, line));
            if (index >= 0) limits[line] = columns[index].Left;
        }
    }

    private static bool IsBeside(double[] baselines, PdfLine line)
    {
        var at = Array.BinarySearch(baselines, line.Baseline);
        if (at >= 0) return true;
        var above = ~at;
        return (above < baselines.Length && baselines[above] - line.Baseline <= Near * line.Size) || (above > 0 && line.Baseline - baselines[above - 1] <= Near * line.Size);
    }
}
