using System.Buffers;
using System.Globalization;

namespace Remiss.Extractor.Text;

/// <summary>Whether characters are text to anyone.</summary>
internal static class Legibility
{
    private const int Enough = 20;
    private const int EnoughLetters = 200;
    private const double UsualVowels = 0.3;
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyåäöéüøæAEIOUYÅÄÖ");

    /// <summary>No page of running text does without them.</summary>
    private static readonly HashSet<string> Frequent = new(StringComparer.OrdinalIgnoreCase)
    {
        "och", "att", "det", "som", "en", "ett", "på", "är", "av", "för", "den", "till", "med", "inte", "om", "har", "i", "de", "vid",
        "the", "and", "of", "to", "in", "is", "for", "der", "die", "und", "og", "er", "ja", "on", "le", "la", "et",
    };

    /// <summary>
    /// Letters that have no meaning outside their font, or none at all, or such that no language makes words of: the page shows text, the file
    /// does not hold it.
    /// </summary>
    public static bool IsGarbled(string text)
    {
        int seen = 0, meaningless = 0, latin = 0, vowels = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c)) continue;
            seen++;
            if (c is > ' ' and <= '~')
            {
                if (!char.IsAsciiLetter(c)) continue;
                latin++;
                if (Vowels.Contains(c)) vowels++;
                continue;
            }

            if (c == '\uFFFD' || char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned) meaningless++;
            if (!Vowels.Contains(c)) continue;
            latin++;
            vowels++;
        }

        return (seen >= Enough && meaningless * 10 > seen * 3) || (latin >= EnoughLetters && vowels < latin * UsualVowels && !HasFrequentWord(text));
    }

    private static bool HasFrequentWord(ReadOnlySpan<char> text)
    {
        var words = Frequent.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in text.SplitAny(' ', '\n', '\t'))
        {
            if (words.Contains(text[range].Trim(",.;:()\"'"))) return true;
        }

        return false;
    }
}
