using System.Collections;

namespace Remiss.Intake.Classification.Language;

/// <summary>A table of wordings and what each means; a word is compared only with the wordings that can begin with it.</summary>
internal sealed class PhraseBook<T> : IEnumerable<KeyValuePair<string, T>>
{
    private readonly List<KeyValuePair<string, T>> rows = [];
    private readonly int number = PhraseBeginnings.NextBook();
    private PhraseBeginnings? beginnings;

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
        List<PhraseMatch<T>>? found = null;
        var table = Table();
        for (var i = first; i < end; i++)
        {
            foreach (var row in words[i].Form.Begins(number, table))
            {
                if (row.Phrase.Match(words, i, end) is var after and >= 0) (found ??= []).Add(new(rows[row.Index].Value, row.Phrase.Pattern, i, after));
            }
        }

        return found ?? [];
    }

    public bool Any(ReadOnlySpan<Word> words, int first, int end)
    {
        var table = Table();
        for (var i = first; i < end; i++)
        {
            foreach (var row in words[i].Form.Begins(number, table))
            {
                if (row.Phrase.Match(words, i, end) >= 0) return true;
            }
        }

        return false;
    }

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator() => rows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private PhraseBeginnings Table() => beginnings ??= new PhraseBeginnings(rows.Select(r => r.Key));
}

/// <param name="First">Index of the first word.</param>
/// <param name="After">Index after the last word.</param>
internal readonly record struct PhraseMatch<T>(T Meaning, string Pattern, int First, int After);
