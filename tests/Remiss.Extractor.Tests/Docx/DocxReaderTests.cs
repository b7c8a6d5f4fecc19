using Remiss.Intake.Extraction;
using static Remiss.Extractor.Tests.Docx.DocxFile;

namespace Remiss.Extractor.Tests.Docx;

public sealed class DocxReaderTests
{
    [Fact]
    public void Headings_lists_tables_and_paragraphs_are_told_apart()
    {
        using var file = new Extracted(new DocxFile(
                P("Remissvar", "<w:pStyle w:val=\"Rubrik1\"/>")
                + P("Bolagets synpunkter", "<w:pStyle w:val=\"Egen\"/>")
                + P("Bolaget tillstyrker förslaget.")
                + P("Samordning", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
                + P("Uppföljning", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
                + "<w:tbl><w:tr><w:tc>" + P("Bolag") + "</w:tc><w:tc>" + P("Svar") + P("inkom") + "</w:tc></w:tr>"
                + "<w:tr><w:tc>" + P("SISAB") + "</w:tc><w:tc>" + P("6 oktober") + "</w:tc></w:tr></w:tbl>"
                + P("Slut."))
            .With("styles", "styles", "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading 1\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name w:val=\"Bolagets egen\"/><w:basedOn w:val=\"R2\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"R2\"><w:name w:val=\"Rubrik 2\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>")
            .With("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>")
            .Build(), "svar.docx");

        Assert.Equal(ExtractionState.Read, file.Result.State);
        Assert.Equal("docx", file.Result.Format);
        Assert.Equal(
        [
            "Heading1|Remissvar",
            "Heading2|Bolagets synpunkter",
            "Body|Bolaget tillstyrker förslaget.",
            "ListItem|a) Samordning",
            "ListItem|b) Uppföljning",
            "TableRow|Bolag\tSvar inkom",
            "TableRow|SISAB\t6 oktober",
            "Body|Slut.",
        ], file.Paragraphs);
        Assert.Equal([file.Text], file.Pages);
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        using var file = new Extracted(new DocxFile(
            "<w:p><w:r><w:t xml:space=\"preserve\">Bolaget </w:t></w:r><w:del><w:r><w:delText>avstyrker</w:delText></w:r></w:del>"
            + "<w:ins><w:r><w:t>tillstyrker</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>flyttat</w:t></w:r></w:moveFrom><w:r><w:t xml:space=\"preserve\"> förslaget</w:t></w:r></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Ett stycke </w:t></w:r></w:p>" + P("som slogs ihop.")).Build(), "svar.docx");

        Assert.Equal("Bolaget tillstyrker förslaget\nEtt stycke som slogs ihop.\n", file.Text);
    }

    [Fact]
    public void Letters_of_every_kind_become_plain_text()
    {
        using var file = new Extracted(new DocxFile(
            "<w:p><w:r><w:t>Dnr</w:t><w:tab/><w:t>KS&#160;2023/740</w:t><w:br/><w:t>Box 1</w:t></w:r></w:p>"
            + "<w:p><w:r><w:t>sam</w:t><w:softHyphen/><w:t>ver</w:t><w:noBreakHyphen/><w:t>kan</w:t><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:t>synligt a\u0308</w:t></w:r></w:p>").Build(), "svar.docx");

        Assert.Equal("Dnr\tKS 2023/740\nBox 1\nsamver-kan•\nsynligt ä\n", file.Text);
    }

    [Theory]
    [InlineData("<w:vanish/>")]
    [InlineData("<w:color w:val=\"FFFFFF\"/>")]
    [InlineData("<w:sz w:val=\"2\"/>")]
    [InlineData("<w:rStyle w:val=\"Osynlig\"/>")]
    public void What_nobody_sees_is_left_out_and_said(string property)
    {
        using var file = new Extracted(new DocxFile(P("Bolaget avstyrker.") + $"<w:p><w:r><w:rPr>{property}</w:rPr><w:t>Bolaget tillstyrker.</w:t></w:r></w:p>")
            .With("styles", "styles", "<w:style w:styleId=\"Osynlig\"><w:name w:val=\"o\"/><w:rPr><w:color w:val=\"FEFEFE\"/></w:rPr></w:style>").Build(), "svar.docx");

        Assert.Equal("Bolaget avstyrker.\n", file.Text);
        Assert.Equal([ExtractionReasons.HiddenText], file.Result.Reasons);
    }

    [Fact]
    public void White_letters_on_a_colour_are_seen()
    {
        const string White = "<w:r><w:rPr><w:color w:val=\"FFFFFF\"/></w:rPr><w:t>Bolag</w:t></w:r>";
        using var file = new Extracted(new DocxFile(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val=\"clear\" w:fill=\"1F3864\"/></w:tcPr><w:p>" + White + "</w:p></w:tc></w:tr></w:tbl>"
            + "<w:p><w:pPr><w:shd w:val=\"clear\" w:fill=\"000000\"/></w:pPr>" + White + "</w:p>"
            + "<w:tbl><w:tblPr><w:tblStyle w:val=\"Rutor\"/></w:tblPr><w:tr><w:tc><w:p>" + White + "</w:p></w:tc></w:tr></w:tbl>")
            .With("styles", "styles", "<w:style w:styleId=\"Rutor\"><w:name w:val=\"r\"/><w:tblStylePr><w:tcPr><w:shd w:val=\"clear\" w:fill=\"4472C4\"/></w:tcPr></w:tblStylePr></w:style>").Build(), "svar.docx");

        Assert.Equal("Bolag\nBolag\nBolag\n", file.Text);
        Assert.Empty(file.Result.Reasons);
    }

    [Fact]
    public void Letterhead_comes_first_and_notes_and_footer_last_each_once()
    {
        using var file = new Extracted(new DocxFile(
                P("Brödtext.") + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header2\"/><w:headerReference w:type=\"first\" r:id=\"header1\"/><w:footerReference w:type=\"first\" r:id=\"footer1\"/><w:titlePg/></w:sectPr>")
            .With("header1", "hdr", P("Bolaget AB, dnr 2023/117"))
            .With("header2", "hdr", P("Nästa sida"))
            .With("footer1", "ftr", P("Besök: Gatan 1") + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>1</w:t><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>")
            .With("footnotes", "footnotes", "<w:footnote w:type=\"separator\">" + P("---") + "</w:footnote><w:footnote w:id=\"2\">" + P("En not.") + "</w:footnote>")
            .Build(), "svar.docx");

        Assert.Equal("Bolaget AB, dnr 2023/117\nBrödtext.\nEn not.\nBesök: Gatan 1\n", file.Text);
    }

    [Fact]
    public void A_text_box_is_read_once_and_a_layout_table_keeps_its_paragraphs()
    {
        using var file = new Extracted(new DocxFile(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + P("I rutan") + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + P("I rutan")
            + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Utanför</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc>" + P("") + "</w:tc><w:tc>" + P("Första stycket.") + P("Andra stycket.") + "</w:tc></w:tr></w:tbl>").Build(), "svar.docx");

        Assert.Equal(["Body|I rutan", "Body|Utanför", "Body|Första stycket.", "Body|Andra stycket."], file.Paragraphs);
    }

    [Fact]
    public void Paragraph_numbers_of_minutes_are_counted_as_Word_counts_them()
    {
        const string Numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";
        using var file = new Extracted(new DocxFile(P("Val av justerare", Numbered) + P("Beslut") + P("Remiss om samverkan", Numbered))
            .With("numbering", "numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"12\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"§ %1\"/></w:lvl></w:abstractNum>"
                + "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/></w:num>")
            .Build(), "protokoll.docx");

        Assert.Equal("§ 12 Val av justerare\nBeslut\n§ 13 Remiss om samverkan\n", file.Text);
    }

    [Fact]
    public void Deep_nesting_is_refused_by_name()
    {
        const int Depth = 200_000;
        var body = string.Concat(Enumerable.Repeat("<w:sdt>", Depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", Depth));
        AssertUnreadable(new DocxFile(body).Build(), ExtractionReasons.TooDeep);
    }

    [Fact]
    public void A_bomb_is_refused_while_it_inflates()
    {
        var bomb = new DocxFile(P(new string('a', 8 << 20))).Build();
        Assert.True(bomb.Length < 100_000);
        using var file = new Extracted(bomb, "svar.docx", new ExtractionLimits { InflatedBytes = 1 << 20 });

        Assert.Equal([ExtractionReasons.TooLarge], file.Result.Reasons);
    }

    [Fact]
    public void An_external_entity_is_not_followed()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "hemlighet");
        try
        {
            var body = $"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file://{secret}\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>";
            AssertUnreadable(new DocxFile("").WithRaw("word/document.xml", body).Build(), ExtractionReasons.Corrupt);
        }
        finally
        {
            File.Delete(secret);
        }
    }

    [Fact]
    public void A_truncated_archive_is_corrupt()
    {
        var whole = new DocxFile(P("Bolaget tillstyrker.")).Build();
        AssertUnreadable(whole[..(whole.Length / 2)], ExtractionReasons.Corrupt);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var file = new DocxFile(P("Bolaget tillstyrker."));
        for (var i = 0; i < 10_001; i++) file.WithRaw($"word/media/{i}", "");
        AssertUnreadable(file.Build(), ExtractionReasons.TooLarge);
    }

    [Fact]
    public void A_document_of_nothing_but_pictures_needs_ocr()
    {
        using var file = new Extracted(new DocxFile("<w:p/>").WithRaw("word/media/image1.png", "x").Build(), "skannad.docx");

        Assert.Equal(ExtractionState.NeedsOcr, file.Result.State);
        Assert.Equal([ExtractionReasons.NoText], file.Result.Reasons);
    }

    [Fact]
    public void A_document_without_a_word_is_empty() => AssertUnreadable(new DocxFile(P("  ")).Build(), ExtractionReasons.Empty);

    private static void AssertUnreadable(byte[] content, string reason)
    {
        using var file = new Extracted(content, "svar.docx");

        Assert.Equal(ExtractionState.Unreadable, file.Result.State);
        Assert.Equal("docx", file.Result.Format);
        Assert.Equal([reason], file.Result.Reasons);
    }
}
