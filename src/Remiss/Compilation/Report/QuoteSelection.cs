using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation.Report;

/// <summary>From a document's passages to quotes that read as running text.</summary>
internal static class QuoteSelection
{
    private const int MostSentences = 5;

    /// <summary>False for a passage that cannot be of this text; it is never quoted.</summary>
    public static bool Fits(Passage passage, DocumentText text) =>
        passage is { Start: >= 0, Length: > 0 } && passage.Start <= text.Text.Length - passage.Length;

    /// <summary>
    /// What gives the answer in the main: at most five sentences, those that say where it stands first, then what it asks for. A lone
    /// sentence takes its neighbour in the paragraph along, so that it is not torn out of its context.
    /// </summary>
    public static IReadOnlyList<Quote> InTheMain(string document, IEnumerable<Passage> passages, DocumentText text)
    {
        List<Passage> chosen = [];
        var sentences = 0;
        foreach (var passage in passages.Where(p => Fits(p, text)).OrderBy(Rank).ThenBy(p => p.Start))
        {
            var count = SentenceRange.Count(text.Text, passage.Start, passage.Length);
            if (chosen.Count > 0 && sentences + count > MostSentences) continue;
            chosen.Add(passage);
            sentences += count;
        }

        if (sentences == 1) chosen[0] = WithNeighbour(chosen[0], text);
        return Of(document, chosen, text);
    }

    /// <summary>
    /// In text order. Passages that overlap, or that only blanks part within a line, become one quote; a passage over several lines
    /// becomes one for each, so that a quote is always a paragraph and always an exact range. A character that no Word document can
    /// hold parts a quote too.
    /// </summary>
    public static IReadOnlyList<Quote> Of(string document, IEnumerable<Passage> passages, DocumentText text)
    {
        var merged = new List<(int Start, int End)>();
        var pieces = passages.Where(p => Fits(p, text)).SelectMany(p => Pieces(p.Start, p.Start + p.Length, text.Text));
        foreach (var piece in pieces.OrderBy(p => p.Start).ThenBy(p => p.End))
        {
            if (merged is [.., var last] && Adjoins(last.End, piece.Start, text.Text))
                merged[^1] = (last.Start, Math.Max(last.End, piece.End));
            else
                merged.Add(piece);
        }

        return [.. merged.Select(m => Create(document, m.Start, m.End, text))];
    }

    /// <summary>The range as quotes, one for each line.</summary>
    public static IEnumerable<Quote> Range(string document, int start, int length, DocumentText text) =>
        Pieces(start, start + length, text.Text).Select(p => Create(document, p.Start, p.End, text));

    private static int Rank(Passage passage) => passage.Kind switch { PassageKind.Stance => 0, PassageKind.Request => 1, _ => 2 };

    private static Passage WithNeighbour(Passage passage, DocumentText text)
    {
        var (start, end) = SentenceRange.WithNeighbour(text.Text, passage.Start, passage.Start + passage.Length);
        return passage with { Start = start, Length = end - start };
    }

    private static IEnumerable<(int Start, int End)> Pieces(int start, int end, string text)
    {
        var from = start;
        for (var i = start; i < end;)
        {
            var held = text[i] is '\n' ? 0 : Math.Min(XmlText.HeldAt(text, i), end - i);
            if (held > 0 && !(held == 1 && char.IsHighSurrogate(text[i])))
            {
                i += held;
                continue;
            }

            if (Trimmed(from, i, text) is { } piece) yield return piece;
            from = ++i;
        }

        if (Trimmed(from, end, text) is { } last) yield return last;
    }

    private static (int Start, int End)? Trimmed(int from, int to, string text)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        return from < to ? (from, to) : null;
    }

    private static bool Adjoins(int end, int start, string text)
    {
        if (start <= end) return true;
        var gap = text.AsSpan(end, start - end);
        return gap.IsWhiteSpace() && !gap.ContainsAny('\n', '\v', '\f');
    }

    private static Quote Create(string document, int start, int end, DocumentText text) => new(
        text.Text[start..end],
        new QuoteSource(document, text.PageAt(start), start, end - start),
        text.Paragraphs.LastOrDefault(p => p.Start <= start)?.Kind ?? ParagraphKind.Body);
}
