using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation;

/// <summary>From a document's passages to quotes that read as running text.</summary>
internal static class QuoteSelection
{
    /// <summary>False for a passage that cannot be of this text; it is never quoted.</summary>
    public static bool Fits(Passage passage, DocumentText text) =>
        passage is { Start: >= 0, Length: > 0 } && passage.Start <= text.Text.Length - passage.Length;

    /// <summary>
    /// In text order. Passages that overlap, or that only blanks part within a line, become one quote; a passage over several lines
    /// becomes one for each, so that a quote is always a paragraph and always an exact range.
    /// </summary>
    public static IReadOnlyList<Quote> Of(string document, IEnumerable<Passage> passages, DocumentText text)
    {
        var merged = new List<(int Start, int End)>();
        var pieces = passages.Where(p => Fits(p, text)).SelectMany(p => Lines(p.Start, p.Start + p.Length, text.Text));
        foreach (var piece in pieces.OrderBy(p => p.Start).ThenBy(p => p.End))
        {
            if (merged is [.., var last] && Adjoins(last.End, piece.Start, text.Text))
                merged[^1] = (last.Start, Math.Max(last.End, piece.End));
            else
                merged.Add(piece);
        }

        return [.. merged.Select(m => Create(document, m.Start, m.End, text))];
    }

    private static IEnumerable<(int Start, int End)> Lines(int start, int end, string text)
    {
        while (start < end)
        {
            var newline = text.IndexOf('\n', start, end - start);
            var lineEnd = newline < 0 ? end : newline;
            var (from, to) = (start, lineEnd);
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            if (from < to) yield return (from, to);
            start = lineEnd + 1;
        }
    }

    private static bool Adjoins(int end, int start, string text)
    {
        if (start <= end) return true;
        var gap = text.AsSpan(end, start - end);
        return gap.IsWhiteSpace() && !gap.Contains('\n');
    }

    private static Quote Create(string document, int start, int end, DocumentText text) => new(
        text.Text[start..end],
        new QuoteSource(document, text.PageAt(start), start, end - start),
        text.Paragraphs.LastOrDefault(p => p.Start <= start)?.Kind ?? ParagraphKind.Body);
}
