using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Pdf;

public sealed class PdfSightTests
{
    private const string Seen = "BT /F1 12 Tf 70 700 Td (Bolaget avstyrker.) Tj ET\n";
    private const string Picture = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n";

    [Theory]
    [InlineData("1 1 1 rg BT /F1 12 Tf 70 650 Td (Bolaget tillstyrker.) Tj ET")]
    [InlineData("1 g BT /F1 12 Tf 70 650 Td (Bolaget tillstyrker.) Tj ET")]
    [InlineData("BT 3 Tr /F1 12 Tf 70 650 Td (Bolaget tillstyrker.) Tj ET")]
    [InlineData("BT /F1 0.5 Tf 70 650 Td (Bolaget tillstyrker.) Tj ET")]
    [InlineData("BT /F1 12 Tf 70 900 Td (Bolaget tillstyrker.) Tj ET")]
    [InlineData("BT /F1 12 Tf -400 650 Td (Bolaget tillstyrker.) Tj ET")]
    public void What_nobody_sees_is_left_out_and_said(string hidden)
    {
        using var file = new Extracted(RawPdf.Of([Seen + hidden]), "svar.pdf");

        Assert.Equal("Bolaget avstyrker.\n", file.Text);
        Assert.Equal([ExtractionReasons.HiddenText], file.Result.Reasons);
    }

    [Theory]
    [InlineData("0 0 0.5 rg 60 640 400 30 re f 1 1 1 rg BT /F1 12 Tf 70 650 Td (Vitt) Tj ET")]
    [InlineData(Picture + "BT 3 Tr /F1 12 Tf 70 650 Td (Vitt) Tj ET")]
    public void White_on_a_colour_and_the_letters_behind_a_scan_are_read(string shown)
    {
        using var file = new Extracted(RawPdf.Of([Seen + "BT /F1 12 Tf 70 670 Td (Bolaget lämnar i övrigt inga synpunkter.) Tj ET\n" + shown]), "svar.pdf");

        Assert.EndsWith("inga synpunkter. Vitt\n", file.Text);
        Assert.Empty(file.Result.Reasons);
    }

    [Fact]
    public void A_page_whose_boxes_lie_elsewhere_is_as_visible_as_any()
    {
        using var file = new Extracted(RawPdf.Of(["BT /F1 12 Tf 70 -100 Td (Bolaget avstyrker.) Tj ET"], box: "0 -842 595 0"), "svar.pdf");

        Assert.Equal("Bolaget avstyrker.\n", file.Text);
        Assert.Empty(file.Result.Reasons);
    }

    [Fact]
    public void Pages_that_are_pictures_are_named_beside_those_that_are_read()
    {
        using var file = new Extracted(RawPdf.Of([Seen + "BT /F1 12 Tf 70 600 Td (Mer text som ska läsas av den som läser.) Tj ET", Picture, Picture + "BT /F1 9 Tf 70 20 Td (Sida 3) Tj ET"]), "svar.pdf");

        Assert.Equal(ExtractionState.Read, file.Result.State);
        Assert.Equal([ExtractionReasons.NoText], file.Result.Reasons);
        Assert.Equal([2, 3], file.Result.UnreadPages);
    }

    [Fact]
    public void Letters_that_no_language_makes_words_of_are_no_text()
    {
        var content = string.Concat(Enumerable.Range(0, 12).Select(line => FormattableString.Invariant($"BT /F1 12 Tf 70 {700 - (14 * line)} Td (Erodjhw vhu srvlwlyw dww vdpyhundq phg vwdghqv sduwhu.) Tj ET\n")));
        using var file = new Extracted(RawPdf.Of([content]), "svar.pdf");

        Assert.Empty(file.Text);
        Assert.Equal(ExtractionState.NeedsOcr, file.Result.State);
        Assert.Equal([ExtractionReasons.Garbled], file.Result.Reasons);
        Assert.Equal([1], file.Result.UnreadPages);
    }
}
