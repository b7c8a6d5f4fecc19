using System.Globalization;
using System.Text;

namespace Remiss.Extractor.Pdf;

/// <summary>
/// Headers, footers and page marks that come back on page after page. Their first appearance (of a footer the last) is kept, since a
/// letterhead often holds the number of the matter; page marks are not. What counts as one stands outermost on its page, at one place on all of
/// them, and says the same, or differs only by a number that grows as the pages do.
/// </summary>
internal static class RunningLines
{
    private const double Band = 0.12;
    private const double SameHeight = 0.02;
    private const double SamePlace = 3;
    private const int EnoughPages = 3;
    private const int MostKept = 200;
    private const int LongestKept = 500;

    public static RunningSplit Split(IReadOnlyList<PdfLine> lines, int pages)
    {
        if (pages < 2) return new RunningSplit(lines, [], [], []);
        var flush = FlushWithText(lines);
        var candidates = lines.Where(line => IsInBand(line) && !flush.Contains(line))
            .GroupBy(line => (Top: line.Height < 0.5, Shape: Shape(line.Text)))
            .SelectMany(group => Repeated(group, pages)).ToList();
        var outermost = Outermost(lines, candidates);

        var headers = new List<PdfLine>();
        var footers = new List<PdfLine>();
        var removed = new List<string>();
        var running = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var group in candidates)
        {
            var repeated = group.FindAll(outermost.Contains);
            if (!IsOnEnoughPages(repeated, pages)) continue;
            running.UnionWith(repeated);
            if (removed.Count < MostKept) removed.Add(repeated[0].Text.Length <= LongestKept ? repeated[0].Text : repeated[0].Text[..LongestKept]);
            var shape = Shape(repeated[0].Text);
            if (!shape.Any(char.IsLetter) || IsPageMark(shape)) continue;
            if (repeated[0].Height < 0.5) headers.Add(repeated[0]);
            else footers.Add(repeated[^1]);
        }

        return new RunningSplit([.. lines.Where(line => !running.Contains(line))], headers, footers, removed);
    }

    /// <summary>Those of the group that stand at one place and say the same, or count with their pages.</summary>
    private static IEnumerable<List<PdfLine>> Repeated(IEnumerable<PdfLine> group, int pages)
    {
        var placed = AtOnePlace(group);
        if (!IsOnEnoughPages(placed, pages)) yield break;
        var shape = Shape(placed[0].Text);
        var counts = CountsWithPages(placed);
        if (shape.Any(char.IsLetter) && !IsPageMark(shape))
        {
            if (counts) yield return placed;
            else
            {
                foreach (var same in placed.GroupBy(line => line.Text, StringComparer.Ordinal)) yield return [.. same];
            }
        }
        else if (counts)
        {
            yield return placed;
        }
    }

    private static bool IsOnEnoughPages(List<PdfLine> lines, int pages)
    {
        var onPages = lines.Select(line => line.Page).Distinct().Count();
        return onPages >= 2 && (onPages >= EnoughPages || onPages * 2 >= pages);
    }

    /// <summary>The candidates with nothing but candidates between them and the edge of their page.</summary>
    private static HashSet<PdfLine> Outermost(IReadOnlyList<PdfLine> lines, List<List<PdfLine>> candidates)
    {
        var possible = new HashSet<PdfLine>(candidates.SelectMany(group => group), ReferenceEqualityComparer.Instance);
        var outermost = new HashSet<PdfLine>(ReferenceEqualityComparer.Instance);
        foreach (var page in lines.Where(line => line.Angle == 0).GroupBy(line => line.Page))
        {
            var downwards = page.OrderBy(line => line.Height).ToList();
            var top = downwards.Find(line => !possible.Contains(line))?.Height ?? double.MaxValue;
            var bottom = downwards.FindLast(line => !possible.Contains(line))?.Height ?? double.MinValue;
            outermost.UnionWith(downwards.Where(line => possible.Contains(line) && (line.Height < 0.5 ? line.Height <= top + SameHeight : line.Height >= bottom - SameHeight)));
        }

        return outermost;
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

    private static List<PdfLine> AtOnePlace(IEnumerable<PdfLine> lines)
    {
        var all = lines.ToList();
        var usual = all.GroupBy(line => Math.Round(line.Height / SameHeight)).MaxBy(group => group.Count())!.First();
        return all.FindAll(line => Math.Abs(line.Height - usual.Height) <= SameHeight
            && (Math.Abs(line.Left - usual.Left) <= SamePlace || Math.Abs(line.Right - usual.Right) <= SamePlace
                || Math.Abs(line.Left + line.Right - usual.Left - usual.Right) <= 2 * SamePlace));
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

    /// <summary>One of its numbers grows as the pages do, and no other changes, so it is a page's and not a figure of the text.</summary>
    private static bool CountsWithPages(IReadOnlyList<PdfLine> lines)
    {
        var numbers = lines.Select(line => Numbers(line.Text)).ToList();
        if (numbers.Exists(own => own.Count == 0 || own.Count != numbers[0].Count)) return false;
        var counting = 0;
        for (var i = 0; i < numbers[0].Count; i++)
        {
            if (numbers.TrueForAll(own => own[i] == numbers[0][i])) continue;
            var from = numbers[0][i] - lines[0].Page;
            if (!numbers.Index().All(own => own.Item[i] - lines[own.Index].Page == from)) return false;
            counting++;
        }

        return counting > 0;
    }

    private static List<long> Numbers(string text)
    {
        var numbers = new List<long>();
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('0', '9') is var from and >= 0)
        {
            rest = rest[from..];
            var length = 1;
            while (length < rest.Length && length < 9 && char.IsAsciiDigit(rest[length])) length++;
            numbers.Add(long.Parse(rest[..length], NumberStyles.None, CultureInfo.InvariantCulture));
            rest = rest[length..];
        }

        return numbers;
    }
}

/// <param name="Lines">The text itself.</param>
/// <param name="Headers">Once each, on the page where they first stood.</param>
/// <param name="Footers">Once each, on the page where they last stood.</param>
/// <param name="Removed">All that was taken out, once each, page marks too.</param>
internal sealed record RunningSplit(
    IReadOnlyList<PdfLine> Lines, IReadOnlyList<PdfLine> Headers, IReadOnlyList<PdfLine> Footers, IReadOnlyList<string> Removed);
