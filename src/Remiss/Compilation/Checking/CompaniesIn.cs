namespace Remiss.Compilation.Checking;

/// <summary>Finds companies in running text by their AB.</summary>
internal static class CompaniesIn
{
    private const int LongestName = 6;

    public static IEnumerable<NameInReport> RunningText(ReportLine line, NameReader reader)
    {
        var words = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            if (!IsCorporate(words[i])) continue;
            var name = After(words, i, reader) ?? Before(words, i, reader) ?? Guess(words, i);
            if (name is null) continue;
            yield return new(NameSlot.RunningText, line, name, reader.Read(name));
        }
    }

    private static bool IsCorporate(string word) => Bare(word) is "AB" or "ABs" or "AB:s" or "Aktiebolag";

    private static string? After(string[] words, int at, NameReader reader) => Bare(words[at]) is not "AB" || words[at][^1] is ',' or '.'
        ? null
        : Longest(Enumerable.Range(1, LongestName).Where(n => at + n < words.Length).Select(n => words[at..(at + n + 1)]), reader);

    private static string? Before(string[] words, int at, NameReader reader) =>
        Longest(Enumerable.Range(1, LongestName).Where(n => at - n >= 0).Select(n => words[(at - n)..(at + 1)]), reader);

    private static string? Longest(IEnumerable<string[]> candidates, NameReader reader) => candidates
        .Reverse()
        .Select(c => Bare(string.Join(' ', c)))
        .FirstOrDefault(c => reader.Read(c).Match is not NameMatch.Unknown);

    /// <summary>Nobody knows it: the capital words beside AB.</summary>
    private static string? Guess(string[] words, int at)
    {
        var after = at;
        while (Bare(words[at]) is "AB" && after + 1 < words.Length && after - at < LongestName && char.IsUpper(words[after + 1][0])) after++;
        if (after > at && (at == 0 || !char.IsUpper(words[at - 1][0]))) return Bare(string.Join(' ', words[at..(after + 1)]));

        var first = at;
        while (first > 0 && at - first < LongestName && char.IsUpper(words[first - 1][0]) && words[first - 1][^1] is not ('.' or ',')) first--;
        return first < at ? Bare(string.Join(' ', words[first..(at + 1)])) : null;
    }

    private static string Bare(string text) => text.Trim('(', ')', ',', '.', ';', '”', '"', '!', '?', ':');
}
