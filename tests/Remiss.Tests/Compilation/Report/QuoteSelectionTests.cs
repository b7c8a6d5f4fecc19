using Remiss.Compilation.Report;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Tests.Compilation.Report;

public sealed class QuoteSelectionTests
{
    private const string Text = "Ett. Två.  Tre.\n\n  Fyra. \n• fem\n• sex\n\fSju på sida två.";

    [Theory]
    [InlineData("Ett.", 0, 4)]
    [InlineData("Ett. Två.", 0, 4, 5, 4)]
    [InlineData("Ett. Två.  Tre.", 0, 4, 5, 4, 11, 4)]
    [InlineData("Ett.|Tre.", 0, 4, 11, 4)]
    [InlineData("Ett. Två.", 0, 9, 5, 4)]
    [InlineData("Ett. Två.", 5, 4, 0, 6)]
    [InlineData("Ett.", 0, 4, 0, 4)]
    [InlineData("Tre.|Fyra.", 11, 4, 19, 5)]
    [InlineData("Fyra.|• fem|• sex", 16, 22)]
    [InlineData("Ett. Två.  Tre.|Fyra.|• fem|• sex|Sju på sida två.", 0, 55)]
    [InlineData("", 15, 4)]
    [InlineData("", -1, 3)]
    [InlineData("", 0, 0)]
    [InlineData("", 50, 7)]
    [InlineData("", int.MaxValue, int.MaxValue)]
    public void Passages_become_paragraphs_in_text_order(string expected, params int[] ranges)
    {
        var text = CaseInProgress.TextOf(Text);

        var quotes = QuoteSelection.Of("sha", Passages(ranges), text);

        Assert.Equal(expected, string.Join('|', quotes.Select(q => q.Text)));
        Assert.All(quotes, q => Assert.Equal(q.Text, Text.Substring(q.Source.Start, q.Source.Length)));
    }

    [Fact]
    public void A_quote_knows_its_document_page_and_kind_of_line()
    {
        var quotes = QuoteSelection.Of("sha", Passages(16, 39), CaseInProgress.TextOf(Text));

        Assert.All(quotes, q => Assert.Equal("sha", q.Source.Document));
        Assert.Equal([1, 1, 1, 2], quotes.Select(q => q.Source.Page));
        Assert.Equal(
            [ParagraphKind.Body, ParagraphKind.ListItem, ParagraphKind.ListItem, ParagraphKind.Body], quotes.Select(q => q.Kind));
    }

    private static IEnumerable<Passage> Passages(params int[] ranges) =>
        ranges.Chunk(2).Select(r => new Passage(PassageKind.Point, null, r[0], r[1], 1));
}
