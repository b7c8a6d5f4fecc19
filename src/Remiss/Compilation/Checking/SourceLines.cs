namespace Remiss.Compilation.Checking;

/// <summary>Which line of a text file a paragraph begins on. Paragraphs are to be asked for in order.</summary>
internal sealed class SourceLines(string source)
{
    private const int Enough = 24;

    private readonly string[] lines = source.ReplaceLineEndings("\n").Split('\n');
    private int last;

    public int Next(string paragraph)
    {
        var beginning = Key(paragraph);
        for (var i = last; beginning.Length > 0 && i < lines.Length; i++)
        {
            var line = Key(lines[i]);
            if (line.Length == 0 || (!beginning.StartsWith(line, StringComparison.Ordinal) && !line.StartsWith(beginning, StringComparison.Ordinal))) continue;
            last = i + 1;
            return last;
        }

        return Math.Max(last, 1);
    }

    private static string Key(string text)
    {
        var key = string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Take(Enough));
        return key.Normalize();
    }
}
