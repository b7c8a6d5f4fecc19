using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Reports;
using Spectre.Console;

namespace Remiss.Local.Terminal;

/// <summary>A case's recipients, and what a person has to look at.</summary>
internal static class StatusTable
{
    public static void Write(CaseStatus status, Register register)
    {
        string[] header = ["Remissinstans", "Status", "Ställningstagande", "Svar senast", "Handlingar"];
        List<string[]> rows =
        [
            .. status.Recipients.Select(r => new[]
            {
                register.Find(r.Organisation)?.DisplayName ?? r.Organisation,
                InSwedish(r, status.Documents.Any(d => d.Organisation == r.Organisation && d.State is not (DocumentState.Accepted or DocumentState.Moving or DocumentState.Moved))),
                r.Stance is { } stance ? ReportWords.Of(stance) : "–",
                $"{r.Deadline:yyyy-MM-dd}",
                $"{r.Documents.Count}",
            }),
        ];
        if (Console.IsOutputRedirected) WritePlain([header, .. rows]);
        else WriteTable(header, rows);

        foreach (var document in status.Documents.Where(d => d.State is not DocumentState.Accepted))
        {
            Console.Out.WriteLine($"{SingleLine(document.File)} {ReportWords.Of(document.State)}: {string.Join(" ", document.Reasons.Select(ExtractionReasonTexts.InSwedish))}");
        }
    }

    private static void WriteTable(string[] header, List<string[]> rows)
    {
        var table = new Table { Border = TableBorder.Rounded };
        foreach (var column in header) table.AddColumn(column);
        foreach (var row in rows) table.AddRow([.. row.Select(Markup.Escape)]);
        AnsiConsole.Write(table);
    }

    private static void WritePlain(IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Console.Out.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }

    private static string InSwedish(RecipientLine recipient, bool hasOpenDocument) => recipient switch
    {
        { Extension.State: ExtensionState.Requested, Status: RecipientStatus.Awaiting } => "begär anstånd",
        { Status: RecipientStatus.Awaiting } => hasOpenDocument ? "granskas" : "har inte svarat",
        { Status: RecipientStatus.Responded } => "har svarat",
        { Status: RecipientStatus.Declined } => "avstår",
        _ => "utgått",
    };

    private static string SingleLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
