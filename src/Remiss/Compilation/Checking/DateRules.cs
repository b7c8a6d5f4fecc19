using System.Globalization;
using System.Text.RegularExpressions;
using Remiss.Cases;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Checking;

/// <summary>Dates that no calendar has, or that cannot be in this case.</summary>
internal static class DateRules
{
    private const string Months = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december";

    private static readonly string[] MonthNames = Months.Split('|');
    private static readonly string[] Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    private static readonly Regex Shape = new(
        @"\b(?<y>(?:19|20)\d\d)-(?<m>\d\d)-(?<d>\d\d)\b"
        + @"|(?:\b(?<weekday>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)(?:en)?\s+(?:den\s+)?)?\b(?<d>\d{1,2})\s+(?<name>" + Months + @")(?:\s+(?<y>(?:19|20)\d\d))?\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static IEnumerable<Finding> Check(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context)
    {
        foreach (var line in report.Lines)
        {
            List<DateOnly> dates = [];
            foreach (Match match in Shape.Matches(line.Text))
            {
                var (date, fault) = Read(match, line);
                if (fault is not null) yield return fault;
                else if (date is { } read) dates.Add(read);
            }

            foreach (var finding in line.Part switch
            {
                ReportPart.Approval => dates.SelectMany(d => Approved(d, line, context)),
                ReportPart.Matter or ReportPart.Summary => Deadline(dates, line, context),
                ReportPart.Answers => Arrival(dates, line, names, context),
                _ => [],
            })
            {
                yield return finding;
            }
        }
    }

    public static bool HoldsDate(string text) => Shape.IsMatch(text);

    private static (DateOnly? Date, Finding? Fault) Read(Match match, ReportLine line)
    {
        var month = match.Groups["name"] is { Success: true } name
            ? Array.FindIndex(MonthNames, m => m.Equals(name.Value, StringComparison.OrdinalIgnoreCase)) + 1
            : Number(match.Groups["m"]);
        var hasYear = match.Groups["y"].Success;
        var (year, day) = (hasYear ? Number(match.Groups["y"]) : 2000, Number(match.Groups["d"]));
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return (null, Finding.Error(FindingCodes.DateImpossible, line, match.Value, "Datumet finns inte."));
        if (!hasYear) return (null, null);

        var date = new DateOnly(year, month, day);
        var weekday = Weekdays[(int)date.DayOfWeek];
        return match.Groups["weekday"] is { Success: true } said && !said.Value.Equals(weekday, StringComparison.OrdinalIgnoreCase)
            ? (date, Finding.Error(FindingCodes.DateWeekday, line, match.Value, $"Veckodagen stämmer inte: {SwedishText.Date(date)} är en {weekday}."))
            : (date, null);
    }

    private static IEnumerable<Finding> Approved(DateOnly date, ReportLine line, CheckContext context)
    {
        if (date < context.Case.RemittedOn)
            yield return Finding.Error(FindingCodes.DateOrder, line, line.Text, $"Attesten är daterad före underremissen, som skickades {SwedishText.Date(context.Case.RemittedOn)}.");
        else if (date > context.Today)
            yield return Finding.Error(FindingCodes.DateOrder, line, line.Text, "Attesten är daterad framåt i tiden.");
        else if (Newest(context) is { } newest && date < newest)
            yield return Finding.Error(FindingCodes.DateOrder, line, line.Text, $"Attesten är daterad före det senaste svaret, som inkom {SwedishText.Date(newest)}.");
    }

    private static DateOnly? Newest(CheckContext context)
    {
        var answers = context.Sources?.Answers.Values.ToHashSet(StringComparer.Ordinal);
        var arrivals = context.Sources?.Ledger.Documents.Where(d => answers!.Contains(d.Sha256)).Select(d => SwedishTime.Date(d.ArrivedAt)).ToList();
        return arrivals is { Count: > 0 } ? arrivals.Max() : null;
    }

    private static IEnumerable<Finding> Deadline(List<DateOnly> dates, ReportLine line, CheckContext context)
    {
        if (!line.Text.Contains("svar senast", StringComparison.OrdinalIgnoreCase)) yield break;
        DateOnly[] known = [context.Case.RemitterDeadline, context.Case.RecipientDeadline, context.Case.RemittedOn];
        foreach (var date in dates.Where(d => !known.Contains(d)))
        {
            yield return Finding.Note(
                FindingCodes.DeadlineDiffers,
                line,
                SwedishText.Date(date),
                "Datumet är inget av ärendets.",
                $"Ärendet har svar senast {SwedishText.Date(context.Case.RemitterDeadline)}, för remissinstanserna {SwedishText.Date(context.Case.RecipientDeadline)}.");
        }
    }

    private static IEnumerable<Finding> Arrival(List<DateOnly> dates, ReportLine line, IReadOnlyList<NameInReport> names, CheckContext context)
    {
        if (context.Sources is not { } sources || dates.Count == 0 || !line.Text.StartsWith("Svaret inkom ", StringComparison.Ordinal)) yield break;
        var organisation = names.FirstOrDefault(n => n.Slot is NameSlot.AnswerHeading && n.Line.Answer == line.Answer)?.Organisation?.Id;
        if (organisation is null || sources.Answers.GetValueOrDefault(organisation) is not { } sha256) yield break;
        if (sources.Ledger.DocumentsOf(organisation).FirstOrDefault(d => d.Sha256 == sha256) is not { } answer) yield break;
        var arrived = SwedishTime.Date(answer.ArrivedAt);
        if (dates[0] != arrived)
            yield return Finding.Error(FindingCodes.ArrivalDiffers, line, SwedishText.Date(dates[0]), "Svaret kom in en annan dag.", $"Svaret inkom {SwedishText.Date(arrived)}.");
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
}
