using System.Collections;
using System.Collections.Frozen;

namespace Remiss.Intake.Classification.Language;

/// <summary>A table of wordings and what each means; a word is compared only with the wordings that begin as it does.</summary>
internal sealed class PhraseBook<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly List<KeyValuePair<string, T>> rows = [];
    private FrozenDictionary<(char, char), (Phrase Phrase, T Meaning)[]>? index;

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
        var table = Index;
        for (var i = first; i < end; i++)
        {
            if (!table.TryGetValue(Phrase.BeginningOf(words[i].Folded), out var candidates)) continue;
            foreach (var (phrase, meaning) in candidates)
            {
                if (phrase.Match(words, i, end) is var after and >= 0) found.Add(new(meaning, phrase.Pattern, i, after));
            }
        }

        return found;
    }

    public bool Any(ReadOnlySpan<Word> words, int first, int end)
    {
        var table = Index;
        for (var i = first; i < end; i++)
        {
            if (!table.TryGetValue(Phrase.BeginningOf(words[i].Folded), out var candidates)) continue;
            foreach (var (phrase, _) in candidates)
            {
                if (phrase.Match(words, i, end) >= 0) return true;
            }
        }

        return false;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private FrozenDictionary<(char, char), (Phrase Phrase, T Meaning)[]> Index => index ??= rows
        .Select(r => (Phrase: new Phrase(r.Key), Meaning: r.Value))
        .SelectMany(r => r.Phrase.Beginnings.Select(b => (Beginning: b, Row: r)))
        .GroupBy(r => r.Beginning, r => r.Row)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());
}

/// <param name="First">Index of the first word.</param>
/// <param name="After">Index after the last word.</param>
internal readonly record struct PhraseMatch<T>(T Meaning, string Pattern, int First, int After);
