using Remiss.Compilation.Report;

namespace Remiss.Compilation.Checking;

/// <summary>An answer's text as it can be compared with a quote: blanks and soft hyphens aside, every character counts.</summary>
internal sealed class AnswerWords(string text)
{
    private readonly string spaced = Spaced(text);

    private readonly List<(string Sentence, HashSet<string> Words)> sentences =
        [.. text.Split('\n').SelectMany(SentenceRange.Split).Select(s => (s, WordsOf(s)))];

    public bool Holds(string quote) => spaced.Contains(Spaced(quote), StringComparison.Ordinal);

    /// <summary>The answer's sentence with most words in common; likeness is their share, 0–1.</summary>
    public (string Sentence, double Likeness)? Nearest(string quote)
    {
        var words = WordsOf(quote);
        (string Sentence, double Likeness)? best = null;
        foreach (var (sentence, its) in sentences)
        {
            if (its.Count == 0 || words.Count == 0) continue;
            var likeness = 2.0 * words.Count(its.Contains) / (words.Count + its.Count);
            if (likeness > (best?.Likeness ?? 0.3)) best = (sentence, likeness);
        }

        return best;
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. Spaced(text).ToLowerInvariant().Split([' ', ',', '.', ';', ':', '(', ')', '”', '"'], StringSplitOptions.RemoveEmptyEntries)];

    private static string Spaced(string text) => string.Join(
        ' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Normalize().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
