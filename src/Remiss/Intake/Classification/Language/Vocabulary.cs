using System.Collections.Concurrent;

namespace Remiss.Intake.Classification.Language;

/// <summary>The word forms met so far. A text of strange words fills it up to a limit and no further.</summary>
internal static class Vocabulary
{
    private const int FormsKept = 40_000;
    private const int LongestKept = 40;

    private static readonly ConcurrentDictionary<string, WordForm> Forms = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> BySpan = Forms.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int kept;

    /// <param name="spelt">The word as it stands in the text.</param>
    public static WordForm Of(ReadOnlySpan<char> spelt)
    {
        if (BySpan.TryGetValue(spelt, out var known)) return known;
        var form = WordReader.ReadForm(spelt);
        if (spelt.Length > LongestKept || Volatile.Read(ref kept) >= FormsKept) return form;
        if (BySpan.TryAdd(spelt, form)) Interlocked.Increment(ref kept);
        return form;
    }
}
