using System.Collections.Frozen;
using System.Reflection;
using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Learned;

/// <summary>
/// What the words of answers mean, wider and looser than <see cref="WordClasses"/>: read from <c>senses.txt</c>, one sense a line, with its words,
/// beginnings (<c>stem*</c>) and last parts of compounds (<c>*part</c>). Only the learned model uses them, so a word in the wrong place is outweighed.
/// </summary>
internal static class Senses
{
    public const string ResourceName = "senses.txt";

    private const int ShortestBeginning = 2;

    private static readonly FrozenDictionary<string, uint[]> Words;
    private static readonly FrozenDictionary<string, uint[]>.AlternateLookup<ReadOnlySpan<char>> Beginnings;
    private static readonly FrozenDictionary<string, uint[]>.AlternateLookup<ReadOnlySpan<char>> LastParts;

    static Senses()
    {
        var entries = Read(Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourceName) ?? throw new InvalidOperationException(ResourceName));
        Words = Table(entries.Where(e => !e.Part.Contains('*', StringComparison.Ordinal)).Select(e => (e.Part.Length >= Phrase.FoldedFrom ? WordReader.Fold(e.Part) : e.Part, e.Sense)));
        Beginnings = Table(entries.Where(e => e.Part.EndsWith('*')).Select(e => (WordReader.Fold(e.Part[..^1]), e.Sense))).GetAlternateLookup<ReadOnlySpan<char>>();
        LastParts = Table(entries.Where(e => e.Part.StartsWith('*')).Select(e => (WordReader.Fold(e.Part[1..]), e.Sense))).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The senses of a word, those of the whole word first; the longest beginning or last part counts.</summary>
    public static uint[] Of(WordForm form)
    {
        var whole = Words.GetValueOrDefault(form.Folded.Length >= Phrase.FoldedFrom ? form.Folded : form.Plain);
        for (var length = form.Folded.Length; length >= ShortestBeginning; length--)
        {
            if (!Beginnings.TryGetValue(form.Folded.AsSpan(0, length), out var senses)) continue;
            return whole is null ? senses : [.. whole.Union(senses)];
        }

        if (whole is not null) return whole;
        for (var from = 2; from < form.Folded.Length; from++)
        {
            if (LastParts.TryGetValue(form.Folded.AsSpan(from), out var senses)) return senses;
        }

        return [];
    }

    private static List<(string Part, uint Sense)> Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        var entries = new List<(string, uint)>();
        while (reader.ReadLine() is { } line)
        {
            var name = line.IndexOf(':', StringComparison.Ordinal);
            var sense = FeatureHash.Of(line.AsSpan(0, name));
            entries.AddRange(line[(name + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => (part, sense)));
        }

        return entries;
    }

    private static FrozenDictionary<string, uint[]> Table(IEnumerable<(string Part, uint Sense)> entries) =>
        entries.GroupBy(e => e.Part, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(e => e.Sense).Distinct().ToArray(), StringComparer.Ordinal);
}
