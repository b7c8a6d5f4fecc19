namespace Remiss.Extractor.Pdf;

/// <summary>What is usual in a document: its size of letters, its leading, and where its lines end.</summary>
internal sealed class PageLayout
{
    private const int EnoughLines = 3;

    private readonly Dictionary<double, double> leadings;
    private readonly Dictionary<(int Angle, int Column, int Page, int Limit), Edge> edges = [];
    private readonly ColumnLimits limits;

    public PageLayout(IReadOnlyList<PdfLine> lines)
    {
        BodySize = lines.GroupBy(line => line.Size).MaxBy(group => group.Sum(line => line.Text.Length))?.Key ?? 0;
        MostlyBold = lines.Where(line => line.Bold).Sum(line => line.Text.Length) * 2 > lines.Sum(line => line.Text.Length);
        leadings = Leadings(lines);
        limits = new ColumnLimits(lines);
        foreach (var direction in lines.GroupBy(line => line.Angle)) AddEdges([.. direction.OrderBy(line => line.Left)]);
    }

    public double BodySize { get; }

    public bool MostlyBold { get; }

    /// <summary>From one baseline to the next inside a paragraph of this size.</summary>
    public double Leading(double size) => leadings.GetValueOrDefault(size, size * 1.25);

    /// <summary>Where a line that starts here is wrapped.</summary>
    public double RightEdge(PdfLine line) => edges[Key(line)].Right;

    /// <summary>The line may have been wrapped: it comes near its margin, or nobody knows its margin.</summary>
    public bool MayBeFull(PdfLine line) =>
        edges[Key(line)] is var edge && (!edge.IsKnown || edge.Right - line.Right < 0.35 * (edge.Right - line.Left));

    private static Dictionary<double, double> Leadings(IReadOnlyList<PdfLine> lines)
    {
        var steps = new Dictionary<double, List<double>>();
        for (var i = 1; i < lines.Count; i++)
        {
            var (above, below) = (lines[i - 1], lines[i]);
            if (above.Page != below.Page || above.Size != below.Size || above.Angle != below.Angle || !above.OverlapsAcross(below)) continue;
            var step = above.Baseline - below.Baseline;
            if (step <= below.Size * 0.9 || step >= below.Size * 2.6) continue;
            if (!steps.TryGetValue(below.Size, out var list)) steps[below.Size] = list = [];
            list.Add(step);
        }

        return steps.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.GroupBy(step => Math.Round(step * 2) / 2).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key);
    }

    private (int Angle, int Column, int Page, int Limit) Key(PdfLine line)
    {
        var column = (int)Math.Round(line.Left / Math.Max(line.Size, 1));
        return limits.Of(line) is { } limit ? (line.Angle, column, line.Page, limit) : (line.Angle, column, -1, 0);
    }

    private void AddEdges(List<PdfLine> ordered)
    {
        var far = ordered.Max(line => line.Right);
        foreach (var line in ordered)
        {
            var key = Key(line);
            if (!edges.ContainsKey(key)) edges[key] = ColumnEdge(line, key.Page < 0 ? ordered : ordered.FindAll(other => other.Page == key.Page && other.Right <= key.Limit), far);
        }
    }

    /// <summary>The margin that the lines near this left edge run to; the document's own when they are too few or too ragged to tell.</summary>
    private static Edge ColumnEdge(PdfLine line, List<PdfLine> ordered, double far)
    {
        var reach = 5 * line.Size;
        var near = ordered.Where(other => Math.Abs(other.Left - line.Left) <= reach).ToList();
        var edge = near.Max(other => other.Right);
        var full = near.Count(other => other.Right >= edge - (0.15 * (edge - other.Left)));
        return near.Count >= EnoughLines && full >= EnoughLines && full * 10 >= near.Count * 3 ? new Edge(edge, IsKnown: true) : new Edge(far, IsKnown: false);
    }

    private readonly record struct Edge(double Right, bool IsKnown);
}
