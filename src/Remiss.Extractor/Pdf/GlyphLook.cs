namespace Remiss.Extractor.Pdf;

/// <summary>What a line looks like as a whole; one pass, since every letter of every page comes by.</summary>
internal readonly record struct GlyphLook(double Right, double Size, bool Bold, bool BlanksArePainted, bool BlanksAreEven)
{
    private const double MostlyBold = 0.9;
    private const double EvenBlanks = 0.2;

    public static GlyphLook Of(List<Glyph> glyphs)
    {
        var size = glyphs[0].Spot.Size;
        var (right, bold, isPainted, isOneSize) = (double.MinValue, 0, true, true);
        var (least, most) = (double.MaxValue, double.MinValue);
        foreach (var glyph in glyphs)
        {
            right = Math.Max(right, glyph.Spot.End);
            if (glyph.Bold) bold++;
            isOneSize &= glyph.Spot.Size == size;
            if (glyph.AfterBlank) (least, most) = (Math.Min(least, glyph.Gap), Math.Max(most, glyph.Gap));
            else isPainted &= glyph.Gap < glyph.Spot.Size;
        }

        if (!isOneSize) size = glyphs.CountBy(glyph => glyph.Spot.Size).MaxBy(pair => pair.Value).Key;
        return new GlyphLook(right, size, bold >= glyphs.Count * MostlyBold, isPainted, most - least <= EvenBlanks * size);
    }
}
