using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Odt;

public sealed class OdtReaderTests
{
    [Fact]
    public void Headings_lists_tables_and_paragraphs_are_told_apart()
    {
        using var file = new Extracted(OdtFile.Of(
            "<text:h text:outline-level=\"2\">Synpunkter</text:h><text:p>Bolaget <text:span>till</text:span>styrker<text:s text:c=\"2\"/>förslaget.<text:line-break/>Box 1</text:p>"
            + "<text:list text:style-name=\"L\"><text:list-item><text:p>Samordning</text:p><text:p>Mer om den.</text:p></text:list-item><text:list-item><text:p>Uppföljning</text:p></text:list-item></text:list>"
            + "<text:list text:style-name=\"L\"><text:list-item><text:p>Från början</text:p></text:list-item></text:list>"
            + "<table:table><table:table-row><table:table-cell><text:p>Bolag</text:p></table:table-cell><table:table-cell><text:p>Svar</text:p></table:table-cell></table:table-row></table:table>"
            + "<text:p>Slut<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>En not.</text:p></text:note-body></text:note>.</text:p>",
            "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"a\" style:num-suffix=\")\"/></text:list-style>"), "svar.odt");

        Assert.Equal("odt", file.Result.Format);
        Assert.Equal(
        [
            "Heading2|Synpunkter", "Body|Bolaget tillstyrker  förslaget.", "Body|Box 1", "ListItem|a) Samordning", "ListItem|Mer om den.", "ListItem|b) Uppföljning",
            "ListItem|a) Från början", "TableRow|Bolag\tSvar", "Body|Slut.", "Body|En not.",
        ], file.Paragraphs);
    }

    [Fact]
    public void Letterhead_comes_first_and_the_foot_last_without_page_numbers()
    {
        using var file = new Extracted(OdtFile.Of("<text:p>Brödtext.</text:p>", styles:
            "<style:master-page style:name=\"Standard\"><style:header><text:p>Bolaget AB, dnr 2023/117</text:p></style:header>"
            + "<style:footer><text:p>Gatan 1, sida <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"), "svar.odt");

        Assert.Equal("Bolaget AB, dnr 2023/117\nBrödtext.\nGatan 1, sida\n", file.Text);
    }

    [Theory]
    [InlineData("text:display=\"none\"")]
    [InlineData("fo:color=\"#ffffff\"")]
    [InlineData("fo:font-size=\"1pt\"")]
    public void What_nobody_sees_is_left_out_and_said(string property)
    {
        using var file = new Extracted(OdtFile.Of("<text:p>Bolaget avstyrker. <text:span text:style-name=\"H\">Bolaget tillstyrker.</text:span></text:p>",
            $"<style:style style:name=\"H\" style:family=\"text\"><style:text-properties {property}/></style:style>"), "svar.odt");

        Assert.Equal("Bolaget avstyrker.\n", file.Text);
        Assert.Equal([ExtractionReasons.HiddenText], file.Result.Reasons);
    }

    [Fact]
    public void Removed_text_and_comments_are_no_text()
    {
        using var file = new Extracted(OdtFile.Of(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>struket</text:p></text:deletion></text:changed-region></text:tracked-changes>"
            + "<text:p>Kvar<office:annotation><text:p>kommentar</text:p></office:annotation></text:p>"), "svar.odt");

        Assert.Equal("Kvar\n", file.Text);
        Assert.Empty(file.Result.Reasons);
    }

    [Fact]
    public void A_password_is_named()
    {
        using var file = new Extracted(OdtFile.Of("x", manifest: "<encryption-data/>"), "svar.odt");

        Assert.Equal((ExtractionState.Unreadable, ExtractionReasons.Encrypted), (file.Result.State, Assert.Single(file.Result.Reasons)));
    }

    [Fact]
    public void Deep_nesting_is_refused_by_name()
    {
        using var file = new Extracted(OdtFile.Of(string.Concat(Enumerable.Repeat("<text:section>", 200_000)) + string.Concat(Enumerable.Repeat("</text:section>", 200_000))), "svar.odt");

        Assert.Equal([ExtractionReasons.TooDeep], file.Result.Reasons);
    }
}
