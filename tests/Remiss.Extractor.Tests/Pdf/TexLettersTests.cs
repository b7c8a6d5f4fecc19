using static System.FormattableString;

namespace Remiss.Extractor.Tests.Pdf;

public sealed class TexLettersTests
{
    [Theory]
    [InlineData(@"[(F\250)444(orslaget g)-20(\250)444(aller)] TJ", "Förslaget gäller")]
    [InlineData(@"[(kaf)(e)444(\264)111( i )] TJ", "kafé i")]
    [InlineData(@"[(citat \250)-300(or)] TJ", "citat ¨ or")]
    public void An_accent_painted_over_its_letter_becomes_one_with_it(string painted, string text)
    {
        using var file = new Extracted(RawPdf.Of([$"BT /F1 12 Tf 70 700 Td {painted} ET"]), "svar.pdf");

        Assert.Equal(text, file.Text.Trim());
    }

    [Fact]
    public void Ligatures_dashes_and_accents_of_a_font_without_names_are_read_in_the_encoding_of_old_tex()
    {
        using var file = new Extracted(
            Bitmapped("", @"BT /F3 10 Tf 70 700 Td [(F\177)500(orslaget om \014nansiering och a\013\177)500(arer 10{20 | p\027)500(averkar)] TJ ET"), "svar.pdf");

        Assert.Equal("Förslaget om finansiering och affärer 10–20 — påverkar\n", file.Text);
    }

    [Fact]
    public void The_newer_encoding_is_told_from_its_letters()
    {
        using var file = new Extracted(Bitmapped(@"Offentliga \034\344rder och \035\366den, \237 5: a\036chen, 10\02520 \020s\345 h\344r\021"), "svar.pdf");

        Assert.Equal("Offentliga fiärder och flöden, § 5: affichen, 10–20 “så här”\n", file.Text);
    }

    [Fact]
    public void Bullets_of_a_font_of_signs_are_kept()
    {
        using var file = new Extracted(Bitmapped("", @"BT /F3 10 Tf 70 700 Td (\210) Tj /F1 10 Tf 12 0 Td (Bolaget tillstyrker) Tj ET"), "svar.pdf");

        Assert.Equal(["ListItem|• Bolaget tillstyrker"], file.Paragraphs);
    }

    [Fact]
    public void Codes_that_are_no_letters_of_tex_stay_garbled()
    {
        var painted = string.Concat(Enumerable.Range(0, 60).Select(i => $@"\{Convert.ToString(1 + (i * 7 % 25), 8).PadLeft(3, '0')}"));
        using var file = new Extracted(Bitmapped(painted + "AB"), "svar.pdf");

        Assert.Equal([Remiss.Intake.Extraction.ExtractionReasons.Garbled], file.Result.Reasons);
    }

    [Fact]
    public void A_font_that_names_what_it_counts_is_not_taken_for_one_of_tex()
    {
        var map = "1 begincodespacerange <00> <FF> endcodespacerange 4 beginbfchar <01> <00A7> <02> <0053> <03> <0076> <04> <0061> endbfchar endcmap";
        using var file = new Extracted(RawPdf.Of(
            [@"BT /F3 12 Tf 70 700 Td (\001) Tj 12 0 Td (\002\003\004) Tj ET"],
            fonts: "/F3 7 0 R",
            more:
            [
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 50 80] /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 1 /LastChar 4 /Widths [50 50 50 50]"
                + " /Encoding << /Type /Encoding /Differences [1 /g1 /g2 /g3 /g4] >> /CharProcs << >> /Resources << >> /ToUnicode 8 0 R >>",
                $"<< /Length {map.Length} >>\nstream\n{map}\nendstream",
            ]), "svar.pdf");

        Assert.Equal("§ Sva\n", file.Text);
    }

    [Fact]
    public void Ligatures_with_codes_of_their_own_become_letters()
    {
        using var file = new Extracted("Bolaget ﬁnner att eﬀekten av aﬃschen är oﬀentlig.", "svar.txt");

        Assert.Equal("Bolaget finner att effekten av affischen är offentlig.\n", file.Text);
    }

    /// <summary>With a Type 3 font as F3 whose glyphs have no names but numbers, as pdfTeX makes them of bitmaps.</summary>
    private static byte[] Bitmapped(string painted, string? page = null)
    {
        var names = string.Join(' ', Enumerable.Range(0, 256).Select(code => code is 'Q' or 'X' ? "/.notdef" : Invariant($"/a{code}")).Take(250));
        var glyphs = string.Join(' ', Enumerable.Range(0, 256).Select(code => Invariant($"/a{code} 8 0 R")));
        var widths = string.Join(' ', Enumerable.Repeat("50", 256));
        return RawPdf.Of(
            [page ?? $"BT /F3 10 Tf 70 700 Td ({painted}) Tj ET"],
            fonts: "/F3 7 0 R",
            more:
            [
                $"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 50 80] /FontMatrix [0.01 0 0 0.01 0 0] /FirstChar 0 /LastChar 255 /Widths [{widths}]"
                + $" /Encoding << /Type /Encoding /Differences [0 {names}] >> /CharProcs << {glyphs} >> /Resources << >> >>",
                "<< /Length 25 >>\nstream\n50 0 0 0 50 80 d1 0 0 9 9 f\nendstream",
            ]);
    }
}
