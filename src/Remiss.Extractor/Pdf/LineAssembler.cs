using UglyToad.PdfPig.Content;

namespace Remiss.Extractor.Pdf;

/// <summary>Letters, in the order in which the page paints them, to lines.</summary>
internal sealed class LineAssembler(int page, double pageHeight)
{
    private readonly List<PdfLine> lines = [];
    private readonly List<Glyph> glyphs = [];
    private LetterSpot last;
    private bool blankPending;

    /// <summary>Letters that the font does not name.</summary>
    public int Unnamed { get; private set; }

    public IReadOnlyList<PdfLine> Lines => lines;

    public static LineAssembler Read(int page, Page content, PageSight sight)
    {
        var assembler = new LineAssembler(page, Math.Max(content.Height, 1));
        var values = new TexLetters(content.Letters);
        foreach (var letter in content.Letters)
        {
            var value = values.Value(letter);
            if (sight.Shows(letter, value)) assembler.Add(letter, value);
        }

        assembler.Finish();
        return assembler;
    }

    private void Add(Letter letter, string value)
    {
        var spot = LetterSpot.Of(letter, last.Angle);
        if (!spot.IsPlaced) return;
        var isSameLine = glyphs.Count > 0 && spot.FollowsOnLine(last, glyphs[0].Spot.Across);
        if (string.IsNullOrEmpty(value))
        {
            // The rest of a group whose text stands at its first letter.
            if (isSameLine) last = spot;
            Unnamed++;
            return;
        }

        if (string.IsNullOrWhiteSpace(value))
        {
            blankPending |= isSameLine;
            return;
        }

        if (isSameLine && !blankPending && Accents.Composed(glyphs[^1].Text, glyphs[^1].Spot, value, spot) is { } composed)
        {
            var before = glyphs[^1];
            last = char.IsLetter(value[0]) ? spot : before.Spot;
            glyphs[^1] = before with { Text = composed, Spot = last, Gap = before.Gap + last.Start - before.Spot.Start };
            return;
        }

        if (!isSameLine) Finish();
        glyphs.Add(new Glyph(value, spot, glyphs.Count == 0 ? 0 : spot.Start - last.End, blankPending, IsBold(letter)));
        last = spot;
        blankPending = false;
    }

    private void Finish()
    {
        if (glyphs.Count > 0)
        {
            var (text, firstWordEnd, gaps) = GlyphRow.Write(glyphs);
            var first = glyphs[0].Spot;
            Keep(new PdfLine
            {
                Text = text,
                Page = page,
                Left = first.Start,
                Right = Math.Max(last.End, glyphs.Max(glyph => glyph.Spot.End)),
                Baseline = first.Across,
                Size = glyphs.CountBy(glyph => glyph.Spot.Size).MaxBy(pair => pair.Value).Key,
                FirstWordWidth = firstWordEnd - first.Start,
                Bold = glyphs.Count(glyph => glyph.Bold) >= glyphs.Count * 0.9,
                BlanksArePainted = glyphs.TrueForAll(glyph => glyph.AfterBlank || glyph.Gap < glyph.Spot.Size),
                BlanksAreEven = AreEven(glyphs),
                Angle = first.Angle,
                Gaps = gaps,
                Height = first.Angle == 0 ? 1 - (first.Across / pageHeight) : 0.5,
            });
        }

        glyphs.Clear();
        blankPending = false;
    }

    private static bool AreEven(List<Glyph> glyphs)
    {
        var (least, most) = (double.MaxValue, double.MinValue);
        foreach (var glyph in glyphs)
        {
            if (glyph.AfterBlank) (least, most) = (Math.Min(least, glyph.Gap), Math.Max(most, glyph.Gap));
        }

        return most - least <= 0.2 * glyphs[0].Spot.Size;
    }

    /// <summary>Some programs make bold by painting a line twice.</summary>
    private void Keep(PdfLine line)
    {
        if (lines.Count > 0 && lines[^1] is var previous && previous.Text == line.Text
            && Math.Abs(previous.Left - line.Left) < 0.15 * line.Size && Math.Abs(previous.Baseline - line.Baseline) < 0.15 * line.Size)
        {
            lines[^1] = previous with { Bold = true };
            return;
        }

        lines.Add(line);
    }

    private static bool IsBold(Letter letter) =>
        letter.FontDetails is { } font && (font.IsBold || font.Weight >= 600
            || (font.Name is { } name && (name.Contains("Bold", StringComparison.OrdinalIgnoreCase)
                || name.Contains("Black", StringComparison.OrdinalIgnoreCase) || name.Contains("Heavy", StringComparison.OrdinalIgnoreCase))));
}
