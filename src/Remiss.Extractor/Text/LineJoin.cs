namespace Remiss.Extractor.Text;

/// <summary>How two lines of one paragraph become one.</summary>
internal static class LineJoin
{
    /// <summary>After these a hyphen stands for a word's other half: "kommun- och regionnivå".</summary>
    private static readonly string[] Conjunctions = ["och", "eller", "samt", "respektive", "resp", "alternativt", "till", "and", "or"];

    /// <returns>What stays of the first line, and what goes between it and the next.</returns>
    public static (string First, string Between) Join(string first, string next)
    {
        if (first.EndsWith(TextCleaner.SoftHyphen)) return (first.TrimEnd(TextCleaner.SoftHyphen), "");
        if (!EndsWithHyphen(first)) return (first, " ");
        if (!StartsLower(next)) return (first, "");
        return StartsWithConjunction(next) ? (first, " ") : (first[..^1], "");
    }

    public static bool EndsWithHyphen(string line) =>
        line.Length > 1 && line[^1] is '-' or '\u2010' && char.IsLetterOrDigit(line[^2]);

    public static bool StartsLower(ReadOnlySpan<char> line) => !line.IsEmpty && char.IsLower(line[0]);

    /// <summary>The line stops in the middle of a sentence as far as its last character tells.</summary>
    public static bool IsOpen(ReadOnlySpan<char> line)
    {
        var end = line.TrimEnd();
        return !end.IsEmpty && end[^1] is not ('.' or ':' or ';' or '!' or '?' or '…');
    }

    private static bool StartsWithConjunction(string line)
    {
        foreach (var word in Conjunctions)
        {
            if (line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || !char.IsLetter(line[word.Length]))) return true;
        }

        return false;
    }
}
