using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Html;

public sealed class HtmlReaderTests
{
    [Fact]
    public void Blocks_become_paragraphs_and_what_is_hidden_is_left_out()
    {
        using var file = new Extracted("""
            <!DOCTYPE html><html><head><title>Titel</title><style>p{}</style></head><body>
            <h2>Bolagets   <b>synpunkter</b></h2>
            <script>alert(1)</script><p hidden>dolt</p><div style="display: none">dolt</div>
            <p>Bolaget har <i>inget</i>
               att erinra.</p>
            <ul><li>Första<li>Andra</ul>
            <table><tr><th>Bolag</th><th>Svar</th></tr><tr><td>SISAB</td><td>Ja</td></tr></table>
            <p>Bolaget AB<br>Box 1</p>
            </body></html>
            """, "svar.html");

        Assert.Equal("html", file.Result.Format);
        Assert.Equal(
        [
            "Heading2|Bolagets synpunkter",
            "Body|Bolaget har inget att erinra.",
            "ListItem|Första",
            "ListItem|Andra",
            "TableRow|Bolag\tSvar",
            "TableRow|SISAB\tJa",
            "Body|Bolaget AB",
            "Body|Box 1",
        ], file.Paragraphs);
    }

    [Fact]
    public void The_declared_encoding_decides_where_the_bytes_do_not()
    {
        var content = Encoding.Latin1.GetBytes("<html><head><meta charset=\"iso-8859-1\"></head><body>Åtgärd</body></html>");
        using var file = new Extracted(content, "svar.html");

        Assert.Equal("Åtgärd\n", file.Text);
    }

    [Fact]
    public void Deep_nesting_is_refused_by_name()
    {
        using var file = new Extracted("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 5_000)) + "x", "svar.html");

        Assert.Equal([ExtractionReasons.TooDeep], file.Result.Reasons);
    }

    [Theory]
    [InlineData("<p style=\"display:none\">dolt</p>")]
    [InlineData("<p hidden>dolt</p>")]
    [InlineData("<p style=\"font-size: 0\">dolt</p>")]
    [InlineData("<p style='color:#FFF'>dolt</p>")]
    [InlineData("<font color=white>dolt</font>")]
    [InlineData("<p class=\"x göm\">dolt</p>")]
    [InlineData("<div style=\"visibility:hidden\"><p>dolt</p></div>")]
    [InlineData("<div style=\"opacity:0\">dolt</div>")]
    [InlineData("<div style=\"position:absolute;left:-9999px\">dolt</div>")]
    public void What_nobody_sees_is_left_out_and_said(string hidden)
    {
        using var file = new Extracted("<html><head><style>.göm { color: rgb(255, 255, 255) } @media print { p { display:none } }</style></head><body><p>Bolaget avstyrker.</p>" + hidden, "svar.html");

        Assert.Equal("Bolaget avstyrker.\n", file.Text);
        Assert.Equal([ExtractionReasons.HiddenText], file.Result.Reasons);
    }

    [Fact]
    public void Items_of_an_ordered_list_keep_the_numbers_that_are_seen()
    {
        using var file = new Extracted("<html><ol start=3><li>Tredje<ul><li>Punkt</li></ul></li><li value=7>Sjunde</li><li><p>Åttonde</p></li></ol><ul><li>Sist</ul>", "svar.html");

        Assert.Equal(["ListItem|3. Tredje", "ListItem|Punkt", "ListItem|7. Sjunde", "ListItem|8. Åttonde", "ListItem|Sist"], file.Paragraphs);
    }

    [Fact]
    public void White_letters_on_a_colour_are_seen()
    {
        using var file = new Extracted("<table><tr><th bgcolor=navy style=\"color:white\">Bolag</th><td style='background:#003;color:#fff'>Svar</td></tr></table><p style='display:block'>Slut.</p>", "svar.html");

        Assert.Equal("Bolag\tSvar\nSlut.\n", file.Text);
        Assert.Empty(file.Result.Reasons);
    }

    [Theory]
    [InlineData("<div>", 300_000)]
    [InlineData("<b>", 500_000)]
    [InlineData("<ul><li>", 190_000)]
    [InlineData("<table><tr><td>", 100_000)]
    [InlineData("<div></b>", 160_000)]
    [InlineData("<div title='</div>'>", 75_000)]
    [InlineData("<span><div></span>", 80_000)]
    [InlineData("<noscript><div>", 100_000)]
    [InlineData("<svg><style><g>", 100_000)]
    [InlineData("<!--><div>", 150_000)]
    [InlineData("<o:p>", 300_000)]
    [InlineData("<rt>", 375_000)]
    [InlineData("<template>", 150_000)]
    public void Deep_nesting_is_refused_before_the_tree_is_whole(string opening, int times)
    {
        using var file = new Extracted("<html><body>" + string.Concat(Enumerable.Repeat(opening, times)) + "x", "svar.html");

        Assert.Equal([ExtractionReasons.TooDeep], file.Result.Reasons);
    }

    [Theory]
    [InlineData("<p>Ett stycke<br>", 2_000)]
    [InlineData("<font size=1><p>Ett stycke", 2_000)]
    [InlineData("<div><span>Ett stycke</div>", 2_000)]
    [InlineData("<p class=\"MsoNormal\">Ett stycke<o:p></o:p></p>", 2_000)]
    public void Elements_that_end_by_themselves_do_not_nest(string paragraph, int times)
    {
        using var file = new Extracted("<html><body>" + string.Concat(Enumerable.Repeat(paragraph, times)), "svar.html");

        Assert.Equal(times, file.Paragraphs.Length);
        Assert.Empty(file.Result.Reasons);
    }
}
