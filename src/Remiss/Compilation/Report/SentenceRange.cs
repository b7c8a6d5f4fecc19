namespace Remiss.Compilation.Report;

/// <summary>Where sentences end: at a full stop, question or exclamation mark before a capital or a list item. A list is one sentence.</summary>
internal static class SentenceRange
{
    public static int Count(string text, int start, int length)
    {
        var (count, end) = (0, start + length);
        for (var at = start; at < end; count++) at = Next(text, at, end);
        return Math.Max(count, 1);
    }

    public static IEnumerable<string> Split(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var next = Next(text, at, text.Length);
            var sentence = text[at..next].Trim();
            if (sentence.Length > 0) yield return sentence;
            at = next;
        }
    }

    /// <summary>The range with the sentence after it in its line, or the one before; as it is where the line holds no other.</summary>
    public static (int Start, int End) WithNeighbour(string text, int start, int end)
    {
        var lineEnd = text.IndexOf('\n', end);
        if (lineEnd < 0) lineEnd = text.Length;
        if (!text.AsSpan(end, lineEnd - end).IsWhiteSpace()) return (start, Next(text, end, lineEnd));

        var lineStart = text.LastIndexOf('\n', Math.Max(start - 1, 0), Math.Max(start, 0)) + 1;
        var previous = lineStart;
        for (var at = lineStart; at < start; at = Next(text, at, start)) previous = at;
        return (previous, end);
    }

    /// <summary>Past the sentence that begins at or after the position, and the blanks that follow it.</summary>
    private static int Next(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        for (; at < end; at++)
        {
            if (text[at] is '.' or '!' or '?' && EndsHere(text, at, end)) break;
        }

        if (at < end) at++;
        var after = at;
        while (after < end && char.IsWhiteSpace(text[after])) after++;
        return after == end ? end : at;
    }

    private static bool EndsHere(string text, int at, int end)
    {
        var next = at + 1;
        if (next >= end) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        return next >= end || char.IsUpper(text[next]) || text[next] is '–' or '•' or '”' or '"';
    }
}
