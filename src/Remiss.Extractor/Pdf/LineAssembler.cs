using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.PdfFonts;

namespace Remiss.Extractor.Pdf;

/// <summary>Letters, in the order in which the page paints them, to lines.</summary>
internal sealed class LineAssembler(int page, double pageHeight)
{
    private readonly List<PdfLine> lines = [];
    private readonly List<Glyph> glyphs = [];
    private LetterSpot last;
    private bool blankPending;
    private FontDetails? boldOf;
    private bool isBold;

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
            var look = GlyphLook.Of(glyphs);
            Keep(new PdfLine
            {
                Text = text,
                Page = page,
                Left = first.Start,
                Right = Math.Max(last.End, look.Right),
                Baseline = first.Across,
                Size = look.Size,
                FirstWordWidth = firstWordEnd - first.Start,
                Bold = look.Bold,
                BlanksArePainted = look.BlanksArePainted,
                BlanksAreEven = look.BlanksAreEven,
                Angle = first.Angle,
                Gaps = gaps,
                Height = first.Angle == 0 ? 1 - (first.Across / pageHeight) : 0.5,
            });
        }

        glyphs.Clear();
        blankPending = false;
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

    private bool IsBold(Letter letter)
    {
        if (letter.FontDetails is not { } font) return false;
        if (ReferenceEquals(font, boldOf)) return isBold;
        boldOf = font;
        return isBold = font.IsBold || font.Weight >= 600
            || (font.Name is { } name && (name.Contains("Bold", StringComparison.OrdinalIgnoreCase)
                || name.Contains("Black", StringComparison.OrdinalIgnoreCase) || name.Contains("Heavy", StringComparison.OrdinalIgnoreCase)));
    }
}
