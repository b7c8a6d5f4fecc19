using Remiss.Extractor.Ocr;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Tests.Ocr;

public sealed class TesseractPageTests
{
    private const string Head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t\n";

    [Fact]
    public void Words_of_a_line_stand_beside_each_other_and_a_wide_gap_is_a_column()
    {
        var page = Parse(Word(1, 1, 300, 500, "Stockholm", 96), Word(1, 1, 560, 500, "den", 90), Word(1, 1, 1500, 500, "KS", 92));

        var line = Assert.Single(page.Lines);
        Assert.Equal("Stockholm den\tKS", line.Text);
        Assert.Equal(72.0, line.Left, 1);
    }

    [Fact]
    public void What_is_hardly_legible_in_another_column_does_not_join_the_line()
    {
        var page = Parse(Word(1, 1, 300, 500, "Provbolaget", 96), Word(1, 1, 1500, 480, "Dn", 48), Word(1, 1, 1580, 480, "RS", 12));

        Assert.Equal(["Provbolaget", "Dn RS"], page.Lines.Select(line => line.Text));
    }

    [Fact]
    public void Two_lines_that_were_taken_for_one_are_taken_from_another_look_at_the_page()
    {
        var (body, name, date, number) = (Word(2, 1, 300, 900, "Bolaget", 96), Word(1, 1, 300, 480, "Provbolaget", 96), Word(2, 1, 1870, 470, "2023-10-03", 95), Word(3, 1, 1870, 520, "Dnr", 95));
        var page = Parse(name, Word(1, 1, 1860, 465, "Q#RSRS;;", 12, height: 95), body);

        var mended = page.Mended(Parse(name, date, number, Word(3, 1, 1950, 520, "xx", 60), body));

        Assert.True(page.HasSqueezedLines);
        Assert.Equal(["Provbolaget", "2023-10-03", "Dnr xx", "Bolaget"], mended.Lines.Select(line => line.Text));
        Assert.False(mended.HasSqueezedLines);
    }

    [Fact]
    public void What_another_look_is_not_sure_of_changes_nothing()
    {
        var page = Parse(Word(1, 1, 300, 480, "Provbolaget", 96), Word(1, 1, 1860, 465, "Q#RSRS;;", 12, height: 95));

        var mended = page.Mended(Parse(Word(2, 1, 1870, 470, "2O23-lO-O3", 55)));

        Assert.Equal(["Provbolaget", "Q#RSRS;;"], mended.Lines.Select(line => line.Text));
    }

    [Fact]
    public void The_confidence_of_a_page_weighs_its_words_by_their_length()
    {
        var page = Parse(Word(1, 1, 300, 500, "remissyttrande", 100), Word(1, 1, 900, 500, "av", 20));

        Assert.Equal((14 + 0.4) / 16, page.Confidence!.Value, 3);
    }

    [Fact]
    public void Specks_are_no_words_and_a_blank_page_has_no_confidence()
    {
        var page = Parse(Word(1, 1, 10, 10, "~", 12), Word(2, 1, 700, 700, " ", 95));

        Assert.Empty(page.Lines);
        Assert.Null(page.Confidence);
    }

    [Fact]
    public void Wrapped_lines_become_one_paragraph_and_a_larger_line_is_a_heading()
    {
        var page = Parse(
        [
            Word(1, 1, 300, 300, "Yttrande", 95, height: 70),
            .. Line(2, 600, "Bolaget har beretts tillfälle att yttra sig över förslaget och vill an-"),
            .. Line(3, 670, "föra att det i allt väsentligt är väl avvägt i förhållande till"),
            .. Line(4, 740, "syftet."),
        ]);

        var text = ScanText.Build(page.Lines, 1, new ExtractionLimits());

        Assert.Equal(
            ["Yttrande", "Bolaget har beretts tillfälle att yttra sig över förslaget och vill anföra att det i allt väsentligt är väl avvägt i förhållande till syftet."],
            text.Text.TrimEnd().Split('\n'));
        Assert.Equal([ParagraphKind.Heading, ParagraphKind.Body], text.Paragraphs.Select(paragraph => paragraph.Kind));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void A_page_that_lies_on_its_side_or_its_head_is_turned(int turned)
    {
        var page = Parse([.. new[] { (Top: 500, Text: "Bolaget har beretts tillfälle att yttra sig över förslaget om"), (Top: 560, Text: "cykelplatser i staden.") }
            .SelectMany((line, index) => Line(index, line.Top, line.Text)).Select(row => Turned(row, turned))]);

        var text = ScanText.Build(page.Lines, 1, new ExtractionLimits());

        Assert.Equal("Bolaget har beretts tillfälle att yttra sig över förslaget om cykelplatser i staden.\n", text.Text);
        Assert.Equal(72.0, page.Lines[0].Left, 1);
        Assert.False(page.IsAskew);
    }

    [Fact]
    public void Lines_that_fall_are_askew()
    {
        var page = Parse([.. Line(1, 500, "Bolaget har beretts tillfälle att yttra sig").Index().Select(word => word.Item.Replace("\t500\t", $"\t{500 + (8 * word.Index)}\t"))]);

        Assert.True(page.IsAskew);
        Assert.Equal(37, page.SureLetters);
    }

    private static string Turned(string row, int degrees)
    {
        const int Width = 2480, Height = 3508;
        var columns = row.Split('\t');
        var (left, top, width, height) = (Column(6), Column(7), Column(8), Column(9));
        (columns[6], columns[7], columns[8], columns[9]) = degrees switch
        {
            90 => (Text(Width - top - height), Text(left), columns[9], columns[8]),
            180 => (Text(Width - left - width), Text(Height - top - height), columns[8], columns[9]),
            270 => (Text(top), Text(Height - left - width), columns[9], columns[8]),
            _ => (columns[6], columns[7], columns[8], columns[9]),
        };
        return string.Join('\t', columns);

        int Column(int index) => int.Parse(columns[index], System.Globalization.CultureInfo.InvariantCulture);
        static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static TesseractPage Parse(params string[] rows) => TesseractPage.Parse(Head + string.Concat(rows), page: 0, resolution: 300);

    private static string Word(int block, int line, int left, int top, string text, int confidence, int height = 40) =>
        $"5\t1\t{block}\t1\t{line}\t1\t{left}\t{top}\t{text.Length * 24}\t{height}\t{confidence}\t{text}\n";

    private static IEnumerable<string> Line(int line, int top, string text)
    {
        var left = 300;
        foreach (var word in text.Split(' '))
        {
            yield return Word(2, line, left, top, word, 95);
            left += (word.Length + 1) * 24;
        }
    }
}
