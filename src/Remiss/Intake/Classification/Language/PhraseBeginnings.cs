using System.Collections.Frozen;

namespace Remiss.Intake.Classification.Language;

/// <param name="Index">The wording's place in its book.</param>
internal sealed record PhraseRow(Phrase Phrase, int Index);

/// <summary>Which wordings of a book can begin with a word.</summary>
internal sealed class PhraseBeginnings
{
    private const int ShortestKey = 2;

    private static int books;

    private readonly PhraseRow[] all;
    private readonly FrozenDictionary<string, int[]> whole;
    private readonly FrozenDictionary<string, (string Stem, int Row)[]> stems;

    public PhraseBeginnings(IEnumerable<string> patterns)
    {
        all = [.. patterns.Select((p, i) => new PhraseRow(new Phrase(p), i))];
        var every = all.SelectMany(r => r.Phrase.Beginnings.Select(b => (b.Folded, b.Stem, Row: r.Index))).ToList();
        whole = every.Where(b => !b.Stem).GroupBy(b => b.Folded, b => b.Row).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        stems = every.Where(b => b.Stem).GroupBy(b => Key(b.Folded), b => (b.Folded, b.Row)).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Each book has a number, under which a word form remembers what it begins there.</summary>
    public static int NextBook() => Interlocked.Increment(ref books) - 1;

    public PhraseRow[] Of(string folded)
    {
        var indexes = new SortedSet<int>(whole.GetValueOrDefault(folded, []));
        foreach (var (stem, row) in stems.GetValueOrDefault(Key(folded), []))
        {
            if (folded.StartsWith(stem, StringComparison.Ordinal)) indexes.Add(row);
        }

        return indexes.Count == 0 ? [] : [.. indexes.Select(i => all[i])];
    }

    private static string Key(string folded) => folded.Length <= ShortestKey ? folded : folded[..ShortestKey];
}
