using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Remiss.Intake.Classification.Language;

/// <summary>A table of wordings and what each means; a word is compared only with the wordings that can begin with it.</summary>
internal sealed class PhraseBook<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly List<KeyValuePair<string, T>> rows = [];
    private Beginnings? beginnings;

    /// <param name="patterns">Wordings in the notation of <see cref="Phrase"/>, separated by semicolons.</param>
    public void Add(string patterns, T meaning)
    {
        foreach (var pattern in patterns.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            rows.Add(new(pattern, meaning));
        }
    }

    public List<PhraseMatch<T>> Find(ReadOnlySpan<Word> words, int first, int end)
    {
        var found = new List<PhraseMatch<T>>();
        var table = beginnings ??= new Beginnings(rows);
        for (var i = first; i < end; i++)
        {
            foreach (var row in table.Of(words[i].Folded))
            {
                if (row.Phrase.Match(words, i, end) is var after and >= 0) found.Add(new(row.Meaning, row.Phrase.Pattern, i, after));
            }
        }

        return found;
    }

    public bool Any(ReadOnlySpan<Word> words, int first, int end)
    {
        var table = beginnings ??= new Beginnings(rows);
        for (var i = first; i < end; i++)
        {
            foreach (var row in table.Of(words[i].Folded))
            {
                if (row.Phrase.Match(words, i, end) >= 0) return true;
            }
        }

        return false;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed record Row(Phrase Phrase, T Meaning);

    /// <summary>Which wordings can begin with a word. Texts use few different words, so the answer for each is kept, up to a limit.</summary>
    private sealed class Beginnings
    {
        private const int ShortestKey = 2;
        private const int WordsKept = 20_000;

        private readonly Row[] all;
        private readonly FrozenDictionary<string, int[]> whole;
        private readonly FrozenDictionary<string, (string Stem, int Row)[]> stems;
        private readonly ConcurrentDictionary<string, Row[]> kept = new(StringComparer.Ordinal);

        public Beginnings(List<KeyValuePair<string, T>> rows)
        {
            all = [.. rows.Select(r => new Row(new Phrase(r.Key), r.Value))];
            var every = all.Index().SelectMany(r => r.Item.Phrase.Beginnings.Select(b => (b.Folded, b.Stem, Row: r.Index))).ToList();
            whole = every.Where(b => !b.Stem).GroupBy(b => b.Folded, b => b.Row).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
            stems = every.Where(b => b.Stem).GroupBy(b => Key(b.Folded), b => (b.Folded, b.Row)).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
        }

        public Row[] Of(string folded)
        {
            if (kept.TryGetValue(folded, out var known)) return known;
            var found = Look(folded);
            if (kept.Count < WordsKept) kept.TryAdd(folded, found);
            return found;
        }

        private Row[] Look(string folded)
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
}

/// <param name="First">Index of the first word.</param>
/// <param name="After">Index after the last word.</param>
internal readonly record struct PhraseMatch<T>(T Meaning, string Pattern, int First, int After);
