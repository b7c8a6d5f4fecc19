using System.Globalization;
using Remiss.Cases;

namespace Remiss.Reports;

/// <summary>An ISO 8601 week, to which one weekly report belongs.</summary>
/// <param name="Year">The ISO year, which differs from the calendar's around New Year.</param>
public sealed record ReportWeek(int Year, int Number, DateOnly Monday)
{
    private static readonly TimeOnly SentFrom = new(8, 0);

    public static ReportWeek Of(DateTimeOffset moment)
    {
        var date = SwedishTime.Date(moment);
        var noon = date.ToDateTime(new TimeOnly(12, 0));
        var monday = date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
        return new(ISOWeek.GetYear(noon), ISOWeek.GetWeekOfYear(noon), monday);
    }

    /// <summary>
    /// Monday 08:00 in Sweden, or the first working day after it. From then on the week's report is owed until the week ends; in no
    /// week are all five days off.
    /// </summary>
    public DateTimeOffset DueAt => SwedishTime.At(SwedishCalendar.WorkingDayOnOrAfter(Monday), SentFrom);

    public bool IsDue(DateTimeOffset now) => now >= DueAt;
}
