using System.Globalization;
using System.Text;

namespace Remiss.Extractor.Pdf;

/// <summary>
/// Headers, footers and page marks that come back on page after page. Their first appearance (of a footer the last) is kept, since a
/// letterhead often holds the number of the matter; page marks are not.
/// </summary>
internal static class RunningLines
{
    private const double Band = 0.12;
    private const double SameHeight = 0.02;
    private const int EnoughPages = 3;

    public static RunningSplit Split(IReadOnlyList<PdfLine> lines, int pages)
    {
        var left = new List<PdfLine>(lines);
        if (pages < 2) return new RunningSplit(left, [], []);

        var headers = new List<PdfLine>();
        var footers = new List<PdfLine>();
        var running = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        var flush = FlushWithText(lines);
        foreach (var group in lines.Where(line => IsInBand(line) && !flush.Contains(line)).GroupBy(line => (Top: line.Height < 0.5, Shape: Shape(line.Text))))
        {
            var repeated = AtOneHeight(group).ToList();
            var onPages = repeated.Select(line => line.Page).Distinct().Count();
            if (onPages < 2 || (onPages < EnoughPages && onPages * 2 < pages)) continue;

            var isMark = !group.Key.Shape.Any(char.IsLetter) || IsPageMark(group.Key.Shape);
            if (isMark && !CountsWithPages(repeated)) continue;
            running.UnionWith(repeated);
            if (isMark) continue;
            if (group.Key.Top) headers.Add(repeated[0]);
            else footers.Add(repeated[^1]);
        }

        left.RemoveAll(running.Contains);
        return new RunningSplit(left, headers, footers);
    }

    /// <summary>Lines that follow the text, or go before it, without a gap belong to it, though they stand where a footer might.</summary>
    private static HashSet<PdfLine> FlushWithText(IReadOnlyList<PdfLine> lines)
    {
        var flush = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        for (var i = 1; i < lines.Count; i++)
        {
            var (above, below) = (lines[i - 1], lines[i]);
            if (!AreFlush(above, below)) continue;
            if (IsInBand(below) && (!IsInBand(above) || flush.Contains(above))) flush.Add(below);
        }

        for (var i = lines.Count - 1; i > 0; i--)
        {
            var (above, below) = (lines[i - 1], lines[i]);
            if (!AreFlush(above, below)) continue;
            if (IsInBand(above) && (!IsInBand(below) || flush.Contains(below))) flush.Add(above);
        }

        return flush;
    }

    private static bool AreFlush(PdfLine above, PdfLine below) =>
        above.Page == below.Page && above.Size == below.Size && above.OverlapsAcross(below)
        && above.Baseline - below.Baseline is var step && step > 0 && step <= 1.6 * above.Size;

    private static bool IsInBand(PdfLine line) => line.Angle == 0 && line.Height is < Band or > 1 - Band;

    private static IEnumerable<PdfLine> AtOneHeight(IEnumerable<PdfLine> lines)
    {
        var all = lines.ToList();
        var usual = all.GroupBy(line => Math.Round(line.Height / SameHeight)).MaxBy(group => group.Count())!.First().Height;
        return all.Where(line => Math.Abs(line.Height - usual) <= SameHeight);
    }

    private static string Shape(string text)
    {
        var shape = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsDigit(c))
            {
                if (shape.Length == 0 || shape[^1] != '#') shape.Append('#');
            }
            else if (!char.IsWhiteSpace(c))
            {
                shape.Append(c);
            }
        }

        return shape.ToString();
    }

    private static bool IsPageMark(string shape) =>
        shape.ToUpperInvariant().Trim('-', '–', '.', ' ') is "SIDA#" or "SIDAN#" or "SIDA#(#)" or "SID#(#)" or "SID#" or "S.#" or "SIDA#AV#" or "#AV#"
            or "PAGE#" or "PAGE#OF#" or "SIDNR#" or "SIDNR#(#)" or "SIDA:#(#)";

    /// <summary>The number grows as the pages do, so it is theirs and not a figure of the text.</summary>
    private static bool CountsWithPages(IReadOnlyList<PdfLine> lines)
    {
        var offsets = lines.Select(line => FirstNumber(line.Text) - line.Page).ToList();
        return offsets.TrueForAll(offset => offset == offsets[0]);
    }

    private static long FirstNumber(string text)
    {
        var from = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (from < 0) return -1;
        var to = from;
        while (to < text.Length && to - from < 9 && char.IsAsciiDigit(text[to])) to++;
        return long.Parse(text.AsSpan(from, to - from), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}

/// <param name="Lines">The text itself.</param>
/// <param name="Headers">Once each, on the page where they first stood.</param>
/// <param name="Footers">Once each, on the page where they last stood.</param>
internal sealed record RunningSplit(IReadOnlyList<PdfLine> Lines, IReadOnlyList<PdfLine> Headers, IReadOnlyList<PdfLine> Footers);
