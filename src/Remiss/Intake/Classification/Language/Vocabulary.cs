using System.Collections.Concurrent;

namespace Remiss.Intake.Classification.Language;

/// <summary>The word forms met so far. A text of strange words fills it up to a limit and no further.</summary>
internal static class Vocabulary
{
    private const int FormsKept = 40_000;
    private const int LongestKept = 40;
    private const int RecentKept = 1 << 14;

    private static readonly ConcurrentDictionary<string, WordForm> Forms = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> BySpan = Forms.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Spelling?[] Recent = new Spelling?[RecentKept];
    private static int kept;

    /// <param name="spelt">The word as it stands in the text.</param>
    public static WordForm Of(ReadOnlySpan<char> spelt)
    {
        // Looked up first by a few of its letters, which is cheaper than a hash of them all.
        var place = (int)((spelt[0] * 31u + spelt[^1] * 131u + spelt[spelt.Length / 2] * 1031u + spelt[spelt.Length / 4] * 8209u + (uint)spelt.Length * 65599u) % RecentKept);
        if (Recent[place] is { } recent && spelt.SequenceEqual(recent.Text)) return recent.Form;
        if (BySpan.TryGetValue(spelt, out var text, out var known))
        {
            Recent[place] = new(text, known);
            return known;
        }

        var form = WordReader.ReadForm(spelt);
        if (spelt.Length > LongestKept || Volatile.Read(ref kept) >= FormsKept) return form;
        if (BySpan.TryAdd(spelt, form)) Interlocked.Increment(ref kept);
        return form;
    }

    private sealed record Spelling(string Text, WordForm Form);
}
