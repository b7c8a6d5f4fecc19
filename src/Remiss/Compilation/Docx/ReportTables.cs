using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Remiss.Compilation.Docx;

internal static class ReportTables
{
    public static Table Overview(IReadOnlyList<StanceRow> rows) => Create(
        "Översikt över ställningstaganden",
        "En rad för varje remissinstans: ställningstagande, när svaret inkom och bilagans nummer.",
        [("Remissinstans", 3000), ("Ställningstagande", 3088), ("Svar inkom", 1800), ("Bilaga", 900)],
        rows.Select(r => new[] { r.Name, r.Position, r.Arrived, r.Bilaga }));

    public static Table Attestation() => Create(
        "Attesterat av",
        "Namn på dem som har godkänt dokumentet och datum för godkännandet.",
        [("Namn", 6088), ("Datum", 2700)],
        [["", ""], ["", ""]]);

    /// <summary>The first row is a header that repeats on each page.</summary>
    private static Table Create(string caption, string description, (string Header, int Width)[] columns, IEnumerable<string[]> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = ReportStyles.Table },
                new TableWidth { Width = Measure(ReportStyles.TextWidth), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = caption },
                new TableDescription { Val = description }),
            new TableGrid(columns.Select(c => new GridColumn { Width = Measure(c.Width) })));
        int[] widths = [.. columns.Select(c => c.Width)];
        var header = Row([.. columns.Select(c => c.Header)], widths);
        header.TableRowProperties!.Append(new TableHeader());
        table.Append(header);
        table.Append(rows.Select(r => Row(r, widths)));
        return table;
    }

    private static TableRow Row(string[] cells, int[] widths) => new(
        new OpenXmlElement[] { new TableRowProperties(new CantSplit()) }.Concat(cells.Zip(widths, (text, width) => (OpenXmlElement)new TableCell(
            new TableCellProperties(new TableCellWidth { Width = Measure(width), Type = TableWidthUnitValues.Dxa }),
            ReportParagraphs.Text(text, ReportStyles.TableText)))));

    private static string Measure(int twentieths) => twentieths.ToString(CultureInfo.InvariantCulture);
}
