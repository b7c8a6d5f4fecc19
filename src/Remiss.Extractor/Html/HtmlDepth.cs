using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Html;

/// <summary>Counts how deep a page nests before a tree is made of it, which takes time by the square of the depth.</summary>
internal static class HtmlDepth
{
    /// <summary>Elements that hold nothing, or that end by themselves where the next one begins.</summary>
    private static readonly HashSet<string> NeverDeep = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "html", "head", "body", "p",
        "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "caption", "option", "optgroup", "rp", "rt", "o:p",
    };

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "noscript" };

    private const int LongestName = 20;

    public static void Check(string html, ExtractionLimits limits)
    {
        var depth = 0;
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is var at and >= 0)
        {
            rest = rest[(at + 1)..];
            if (rest.StartsWith("!--", StringComparison.Ordinal))
            {
                rest = After(rest[3..], "-->");
                continue;
            }

            var closes = rest.StartsWith("/", StringComparison.Ordinal);
            var name = Name(closes ? rest[1..] : rest);
            if (name.Length == 0) continue;
            if (closes) depth = IsDeep(name) ? Math.Max(depth - 1, 0) : depth;
            else if (Raw.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) rest = After(rest, $"</{name}");
            else if (IsDeep(name) && ++depth > limits.Depth) throw new LimitExceededException(ExtractionReasons.TooDeep);
        }
    }

    private static bool IsDeep(ReadOnlySpan<char> name) => !NeverDeep.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> tag)
    {
        if (tag.IsEmpty || !char.IsAsciiLetter(tag[0])) return [];
        var length = 1;
        while (length < tag.Length && length < LongestName && (char.IsAsciiLetterOrDigit(tag[length]) || tag[length] is ':' or '-')) length++;
        return tag[..length];
    }

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text, string end)
    {
        var at = text.IndexOf(end, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? [] : text[(at + end.Length)..];
    }
}
