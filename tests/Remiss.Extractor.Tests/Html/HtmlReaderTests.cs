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
}
