using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;

namespace Remiss.Tests.Intake.Extraction.Ocr;

public sealed class ScanMergeTests
{
    [Fact]
    public void A_scanned_page_goes_between_the_pages_that_have_text()
    {
        var read = Text(["Ett.\n"], [], ["Tre.\n", "Fyra.\n"]);
        var scanned = Text([], ["Två.\n"], []);

        var merged = ScanMerge.Merge(read, scanned, [2]);

        Assert.Equal("Ett.\nTvå.\nTre.\nFyra.\n", merged.Text);
        Assert.Equal(["Ett.\n", "Två.\n", "Tre.\nFyra.\n"], Pages(merged));
        Assert.Equal(["Ett.", "Två.", "Tre.", "Fyra."], Paragraphs(merged));
    }

    [Fact]
    public void Garbled_text_of_a_page_gives_way()
    {
        var merged = ScanMerge.Merge(Text(["Ett.\n"], ["□□□\n"]), Text([], ["Två.\n"]), [2]);

        Assert.Equal("Ett.\nTvå.\n", merged.Text);
    }

    [Fact]
    public void A_paragraph_over_a_page_break_stays_one()
    {
        var read = new DocumentText("Bolaget är för.\n", [new(0, 8), new(8, 8), new(16, 0)], [new(0, 15, ParagraphKind.Body)]);

        var merged = ScanMerge.Merge(read, Text([], [], ["Bilaga.\n"]), [3]);

        Assert.Equal(["Bolaget är för.", "Bilaga."], Paragraphs(merged));
        Assert.Equal(["Bolaget ", "är för.\n", "Bilaga.\n"], Pages(merged));
    }

    [Fact]
    public void A_page_that_the_scan_does_not_have_stays_as_it_was()
    {
        var merged = ScanMerge.Merge(Text(["Ett.\n"], []), Text(["x\n"]), [2]);

        Assert.Equal("Ett.\n", merged.Text);
        Assert.Equal(2, merged.Pages.Count);
    }

    private static DocumentText Text(params string[][] pages)
    {
        var text = "";
        var spans = new List<PageSpan>();
        var paragraphs = new List<Paragraph>();
        foreach (var page in pages)
        {
            var start = text.Length;
            foreach (var line in page)
            {
                paragraphs.Add(new(text.Length, line.Length - 1, ParagraphKind.Body));
                text += line;
            }

            spans.Add(new(start, text.Length - start));
        }

        return new(text, spans, paragraphs);
    }

    private static IEnumerable<string> Pages(DocumentText text) => text.Pages.Select(page => text.Text.Substring(page.Start, page.Length));

    private static IEnumerable<string> Paragraphs(DocumentText text) => text.Paragraphs.Select(p => text.Text.Substring(p.Start, p.Length));
}
