using System.Globalization;
using System.Text;

namespace Remiss.Notifications;

/// <summary>Foreign text made fit for a header, a subject or a cell.</summary>
public static class SingleLine
{
    /// <summary>
    /// One line: line breaks, control characters and spaces become one space; what turns the reading direction or shows as nothing goes.
    /// What is longer than <paramref name="limit"/> is cut, between characters as a reader sees them, and ends in an ellipsis.
    /// </summary>
    public static string Of(string text, int limit = 200)
    {
        if (text.Length <= limit && IsPlain(text)) return text;

        var line = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)
                continue;
            if (IsGap(rune))
            {
                gap = line.Length > 0;
                continue;
            }

            if (gap)
                line.Append(' ');
            gap = false;
            line.Append(rune.ToString());
        }

        return Cut(line.ToString(), limit);
    }

    /// <summary>Nothing in it has to be changed: what nearly every name and sentence is.</summary>
    private static bool IsPlain(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c == ' ' ? before == ' ' : c is (< '!' or > '~') and not ('å' or 'ä' or 'ö' or 'Å' or 'Ä' or 'Ö' or 'é' or '§' or '–' or '→')) return false;
            before = c;
        }

        return before != ' ' || text.Length == 0;
    }

    private static bool IsGap(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    private static string Cut(string line, int limit)
    {
        if (line.Length <= limit)
            return line;
        var cut = new StringBuilder(limit);
        var elements = StringInfo.GetTextElementEnumerator(line);
        while (elements.MoveNext() && cut.Length + elements.GetTextElement().Length < limit)
            cut.Append(elements.GetTextElement());
        return cut.ToString().TrimEnd() + "…";
    }
}
