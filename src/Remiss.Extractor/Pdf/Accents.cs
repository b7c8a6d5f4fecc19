using System.Text;

namespace Remiss.Extractor.Pdf;

/// <summary>Where a page paints ä as two glyphs, the dots and the letter under them, in either order.</summary>
internal static class Accents
{
    /// <summary>Between the middles of the two, in letters' heights; behind each other they are farther apart.</summary>
    private const double Apart = 0.3;

    private const string Spacing = "`´ˆ^˜~¯˘˙¨˝ˇ˚°¸˛";
    private const string Combining = "\u0300\u0301\u0302\u0302\u0303\u0303\u0304\u0306\u0307\u0308\u030B\u030C\u030A\u030A\u0327\u0328";

    /// <returns>The two as one letter; nothing when they are none.</returns>
    public static string? Composed(string first, LetterSpot firstSpot, string next, LetterSpot nextSpot)
    {
        if (first is not [var a] || next is not [var b]) return null;
        var isAccentFirst = Spacing.Contains(a, StringComparison.Ordinal) && char.IsLetter(b);
        if (!isAccentFirst && !(char.IsLetter(a) && Spacing.Contains(b, StringComparison.Ordinal))) return null;
        if (Math.Abs(firstSpot.Start + firstSpot.End - nextSpot.Start - nextSpot.End) > 2 * Apart * nextSpot.Size) return null;

        var (accent, letter) = isAccentFirst ? (a, b) : (b, a);
        var composed = $"{(letter is 'ı' ? 'i' : letter)}{Combining[Spacing.IndexOf(accent, StringComparison.Ordinal)]}".Normalize(NormalizationForm.FormC);
        return composed.Length == 1 ? composed : null;
    }
}
