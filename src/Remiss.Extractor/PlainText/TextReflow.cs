using System.Buffers;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.PlainText;

/// <summary>Makes one line of each paragraph that was wrapped, and leaves every line alone that its writer ended.</summary>
internal static class TextReflow
{
    /// <summary>A line that was broken by hand rarely is this long.</summary>
    private const int SurelyWrapped = 40;

    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("-=_*~ ");

    /// <param name="width">Where the text was wrapped, or 0.</param>
    public static IEnumerable<Block> Blocks(IReadOnlyList<string> lines, int width)
    {
        var current = new JoinedLines();
        var currentIsItem = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].Trim();
            if (!current.IsEmpty && (line.Length == 0 || !GoesOn(lines[i - 1], lines[i], width, currentIsItem)))
                yield return Finished(current.Take(), currentIsItem);

            if (line.Length == 0) continue;
            if (current.IsEmpty) currentIsItem = ListMark.Opens(line);
            current.Add(line);
        }

        if (!current.IsEmpty) yield return Finished(current.Take(), currentIsItem);
    }

    private static bool GoesOn(string previousRaw, string nextRaw, int width, bool inItem)
    {
        var previous = previousRaw.Trim();
        var next = nextRaw.Trim();
        if (IsMarkdownHeading(previous) || IsMarkdownHeading(next) || IsRule(previous) || IsRule(next)) return false;
        if (IsColumns(previous) || IsColumns(next) || previousRaw.EndsWith("  ", StringComparison.Ordinal)) return false;
        if (next[0] is '>' or '§' or '|' || previous[0] is '>' or '|' || IsWhollyBold(previous) || IsWhollyBold(next)) return false;
        if (ListMark.Opens(next) && (inItem || ListMark.IsBullet(next) || !LineJoin.IsOpen(previous) || !IsFull(previousRaw, next, width))) return false;
        if (LabelLine.Is(next)) return false;

        return IsFull(previousRaw, next, width)
            || (previous.Length >= SurelyWrapped && LineJoin.StartsLower(next) && LineJoin.IsOpen(previous))
            || (inItem && LineJoin.StartsLower(next) && LineJoin.IsOpen(previous) && char.IsWhiteSpace(nextRaw[0]));
    }

    /// <summary>The next line's first word had no room on this line, so a program broke it.</summary>
    private static bool IsFull(string previousRaw, string next, int width)
    {
        var blank = next.AsSpan().IndexOfAny(' ', '\t');
        var firstWord = blank < 0 ? next.Length : blank;
        return width > 0 && previousRaw.TrimEnd().Length + 1 + firstWord > width;
    }

    private static Block Finished(string text, bool isItem) => text switch
    {
        _ when IsMarkdownHeading(text) => new Block(text, ParagraphKind.Heading, text.AsSpan().IndexOfAnyExcept('#')),
        _ when IsWhollyBold(text) || IsCapitals(text) => new Block(text, ParagraphKind.Heading),
        _ when isItem => new Block(text, ParagraphKind.ListItem),
        _ when IsColumns(text) || text[0] == '|' => new Block(text, ParagraphKind.TableRow),
        _ => new Block(text),
    };

    private static bool IsMarkdownHeading(string line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept('#');
        return marks is >= 1 and <= 6 && line[marks] == ' ';
    }

    private static bool IsWhollyBold(string line) =>
        line.Length is > 4 and <= 160 && line.StartsWith("**", StringComparison.Ordinal) && line.EndsWith("**", StringComparison.Ordinal)
        && line.AsSpan(2, line.Length - 4).IndexOf("**") < 0;

    private static bool IsCapitals(string line) =>
        line.Length is >= 4 and <= 80 && line.Count(char.IsLetter) >= 4 && !line.Any(char.IsLower) && line.Count(char.IsAsciiDigit) <= 4;

    private static bool IsRule(string line) => line.Length >= 3 && line.AsSpan().IndexOfAnyExcept(RuleSigns) < 0;

    /// <summary>Columns kept apart by blanks, as in a table or a letterhead.</summary>
    private static bool IsColumns(string line) =>
        line.Contains('\t') || (line.IndexOf("   ", StringComparison.Ordinal) is var gap && gap > 0 && !ListMark.Opens(line));
}
