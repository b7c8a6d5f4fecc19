using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Docx;

/// <param name="width">Between the margins, in twentieths of a point.</param>
internal sealed class ReportTables(int width)
{
    /// <summary>As wide as the text of the body's last section.</summary>
    public static ReportTables In(Body body)
    {
        var section = body.Elements<SectionProperties>().Last();
        var (page, margin) = (section.GetFirstChild<PageSize>(), section.GetFirstChild<PageMargin>());
        var width = (int)(page?.Width?.Value ?? 11906) - (int)(margin?.Left?.Value ?? 1418) - (int)(margin?.Right?.Value ?? 1418);
        return new(Math.Max(width, 2000));
    }

    public Table Overview(IReadOnlyList<StanceRow> rows) => Create(
        "Översikt över ställningstaganden",
        "En rad för varje remissinstans: ställningstagande, när svaret inkom och bilagans nummer.",
        [("Remissinstans", 34), ("Ställningstagande", 35), ("Svar inkom", 21), ("Bilaga", 10)],
        rows.Select(r => Texts(r.Name, r.Position, r.Arrived, r.Bilaga)));

    public Table Extracts(string what, IReadOnlyList<Extract> extracts, QuoteParagraphs quotes) => Create(
        $"Ur svaren: {what}",
        "En rad för varje remissinstans: vad svaret säger, ordagrant, och i vilken bilaga och på vilken sida det står.",
        [("Remissinstans", 22), ("Ur svaret", 62), ("Bilaga", 16)],
        extracts.Select(e => new[] { Cell(e.Name), [.. e.Quotes.Select(q => quotes.Again(q, ReportStyles.TableText))], Cell(e.Place) }));

    public Table Approvals(IReadOnlyList<Approval> approvals) => Create(
        "Attesterat av",
        "Namn på dem som har godkänt dokumentet och datum för godkännandet.",
        [("Namn", 70), ("Datum", 30)],
        approvals.Count == 0
            ? [Texts("", ""), Texts("", "")]
            : approvals.Select(a => Texts(a.Title.Length == 0 ? a.Name : $"{a.Name}, {a.Title}", SwedishText.ShortDate(a.On))));

    public Table Bilagor(IEnumerable<string[]> rows) => Create(
        "Bilagor",
        "En rad för varje fil: bilagans beteckning, remissinstans, filnamn, när filen inkom och dess kontrollsumma SHA-256.",
        [("Bilaga", 10), ("Remissinstans", 20), ("Fil", 26), ("Inkom", 14), ("SHA-256", 30)],
        rows.Select(r => Texts(r)));

    /// <summary>The first row is a header that repeats on each page.</summary>
    /// <param name="columns">Header and percent of the width.</param>
    private Table Create(string caption, string description, (string Header, int Percent)[] columns, IEnumerable<IReadOnlyList<Paragraph>[]> rows)
    {
        int[] widths = [.. columns.Select(c => width * c.Percent / 100)];
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = ReportStyles.Table },
                new TableWidth { Width = Measure(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = XmlText.Keep(caption) },
                new TableDescription { Val = description }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Measure(w) })));
        var header = Row(Texts([.. columns.Select(c => c.Header)]), widths);
        header.TableRowProperties!.Append(new TableHeader());
        table.Append(header);
        table.Append(rows.Select(r => Row(r, widths)));
        return table;
    }

    private static IReadOnlyList<Paragraph>[] Texts(params string[] texts) => [.. texts.Select(Cell)];

    private static IReadOnlyList<Paragraph> Cell(string text) => [ReportParagraphs.Text(text, ReportStyles.TableText)];

    private static TableRow Row(IReadOnlyList<Paragraph>[] cells, int[] widths) => new(
        new OpenXmlElement[] { new TableRowProperties(new CantSplit()) }.Concat(cells.Zip(widths, (paragraphs, width) => (OpenXmlElement)new TableCell(
            paragraphs.Prepend<OpenXmlElement>(new TableCellProperties(new TableCellWidth { Width = Measure(width), Type = TableWidthUnitValues.Dxa }))))));

    private static string Measure(int twentieths) => twentieths.ToString(CultureInfo.InvariantCulture);
}
