using System.Text;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Pdf;

/// <param name="Gap">From the end of the glyph before it, in points.</param>
/// <param name="AfterBlank">The page itself paints a blank there.</param>
internal readonly record struct Glyph(string Text, LetterSpot Spot, double Gap, bool AfterBlank, bool Bold);

/// <summary>Where the blanks and tabs of a line are, most pages having only gaps.</summary>
internal static class GlyphRow
{
    /// <summary>In letters' heights: wider than any kerning, narrower than the tightest blank of a justified line.</summary>
    private const double WordGap = 0.12;

    /// <summary>A gap that parts columns.</summary>
    private const double ColumnGap = 2.2;

    private const int EnoughGaps = 6;

    /// <returns>The text, where its first word ends, and between which places its tabs are.</returns>
    public static (string Text, double FirstWordEnd, List<(double End, double Start)> Gaps) Write(List<Glyph> glyphs)
    {
        var spacing = LetterSpacing(glyphs);
        var text = new StringBuilder();
        var firstWordEnd = glyphs[0].Spot.End;
        var inFirstWord = true;
        var gaps = new List<(double, double)>();
        foreach (var glyph in glyphs)
        {
            if (text.Length > 0 && Separator(glyph, spacing, text) is { } separator)
            {
                text.Append(separator);
                inFirstWord = false;
                if (separator == '\t') gaps.Add((glyph.Spot.Start - glyph.Gap, glyph.Spot.Start));
            }

            text.Append(glyph.Text);
            if (inFirstWord) firstWordEnd = glyph.Spot.End;
        }

        return (text.ToString(), firstWordEnd, gaps);
    }

    private static char? Separator(Glyph glyph, double spacing, StringBuilder before)
    {
        if (glyph.Gap > glyph.Spot.Size * ColumnGap && !(before.Length < 5 && ListMark.Opens(before + " x"))) return '\t';
        return glyph.AfterBlank || glyph.Gap > spacing + (glyph.Spot.Size * WordGap) ? ' ' : null;
    }

    /// <summary>What s p a c e d  writing puts between all letters of a line.</summary>
    private static double LetterSpacing(List<Glyph> glyphs)
    {
        var gaps = new List<double>(glyphs.Count);
        for (var i = 1; i < glyphs.Count; i++)
        {
            if (!glyphs[i].AfterBlank && char.IsLetter(glyphs[i - 1].Text[^1]) && char.IsLetter(glyphs[i].Text[0])) gaps.Add(glyphs[i].Gap);
        }

        gaps.Sort();
        return gaps.Count < EnoughGaps ? 0 : Math.Max(0, gaps[gaps.Count * 2 / 5]);
    }
}
