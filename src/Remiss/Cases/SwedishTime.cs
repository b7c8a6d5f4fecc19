namespace Remiss.Cases;

/// <summary>What the clock and the calendar on the wall say in Sweden, and how dates are written there.</summary>
public static class SwedishTime
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private static readonly string[] Weekdays = ["söndag", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag"];

    private static readonly string[] Months =
    [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
    ];

    public static DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Stockholm);

    public static DateOnly Date(DateTimeOffset moment) => DateOnly.FromDateTime(Local(moment).DateTime);

    public static TimeOnly Time(DateTimeOffset moment) => TimeOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>
    /// The moment at which a Swedish clock shows that time. The hour that comes twice in October means its first time; the hour that is
    /// left out in March is counted on from the hour before.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var wall = date.ToDateTime(time);
        var offset = Stockholm.IsAmbiguousTime(wall)
            ? Stockholm.GetAmbiguousTimeOffsets(wall).Max()
            : Stockholm.IsInvalidTime(wall) ? Stockholm.GetUtcOffset(wall.AddHours(-1)) : Stockholm.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset);
    }

    /// <summary><c>fredag 6 oktober 2023</c></summary>
    public static string LongDate(DateOnly date) => $"{Weekdays[(int)date.DayOfWeek]} {MediumDate(date)}";

    /// <summary><c>6 oktober 2023</c></summary>
    public static string MediumDate(DateOnly date) => $"{ShortDate(date)} {date.Year}";

    /// <summary><c>6 oktober</c></summary>
    public static string ShortDate(DateOnly date) => $"{date.Day} {Months[date.Month - 1]}";
}
