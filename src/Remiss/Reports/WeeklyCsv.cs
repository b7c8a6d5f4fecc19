using Remiss.Notifications;

namespace Remiss.Reports;

/// <summary>The weekly report's tables as one file for a spreadsheet.</summary>
public static class WeeklyCsv
{
    private static readonly string[] Header = ["Ärende", "Remissinstans", "Läge", "Svar senast", "Kom in", "Arbetsdagar sent", "Ställningstagande", "Anmärkning"];

    public static byte[] Write(WeeklyStatus status) => CsvFile.Write(
        status.Cases.SelectMany(c => c.Recipients.Select(r => Row(c, r))).Prepend(Header));

    private static string[] Row(WeeklyCase status, RecipientStanding recipient) =>
    [
        SingleLine.Of(status.Case.Dnr),
        recipient.Name,
        ReportWords.Of(recipient.Standing),
        $"{recipient.Deadline:yyyy-MM-dd}",
        $"{recipient.AnsweredOn:yyyy-MM-dd}",
        $"{recipient.DaysLate}",
        recipient.Stance is { } stance ? ReportWords.Of(stance) : "",
        recipient.Stance is null ? ReportWords.Note(recipient) : "",
    ];
}
