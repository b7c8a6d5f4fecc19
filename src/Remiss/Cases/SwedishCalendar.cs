namespace Remiss.Cases;

/// <summary>
/// Swedish working days: all days but Saturdays, Sundays, public holidays, midsommarafton, julafton and nyårsafton.
/// A deadline may lie on any day. As in lagen (1930:173) om beräkning av lagstadgad tid, one that lies on a non-working day is
/// kept by what comes in on the next working day, and working days are counted from that day, forwards and backwards.
/// </summary>
public static class SwedishCalendar
{
    /// <summary>The holiday's name in Swedish, whatever weekday it falls on; null on any other day.</summary>
    public static string? Holiday(DateOnly date) => FixedHoliday(date) ?? EasterHoliday(date) ?? SaturdayHoliday(date);

    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Holiday(date) is null;

    /// <summary>The day itself when it is a working day, otherwise the next one.</summary>
    public static DateOnly WorkingDayOnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
            date = date.AddDays(1);
        return date;
    }

    /// <summary>Whether the last day for what is due on <paramref name="deadline"/> has gone by.</summary>
    public static bool IsPast(DateOnly deadline, DateOnly today) => today > WorkingDayOnOrAfter(deadline);

    /// <summary>Counts from <see cref="WorkingDayOnOrAfter"/>; zero gives that day.</summary>
    public static DateOnly AddWorkingDays(DateOnly date, int days)
    {
        date = WorkingDayOnOrAfter(date);
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0; left--)
        {
            do
                date = date.AddDays(step);
            while (!IsWorkingDay(date));
        }

        return date;
    }

    /// <summary>How many working days lead from one date to the other, so that <see cref="AddWorkingDays"/> with it comes there; negative backwards.</summary>
    public static int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
            return -WorkingDaysBetween(to, from);
        var count = 0;
        var end = WorkingDayOnOrAfter(to);
        for (var day = WorkingDayOnOrAfter(from); day < end; day = day.AddDays(1))
            count += IsWorkingDay(day) ? 1 : 0;
        return count;
    }

    private static string? FixedHoliday(DateOnly date) => (date.Month, date.Day) switch
    {
        (1, 1) => "nyårsdagen",
        (1, 6) => "trettondedag jul",
        (5, 1) => "första maj",
        (6, 6) => "Sveriges nationaldag",
        (12, 24) => "julafton",
        (12, 25) => "juldagen",
        (12, 26) => "annandag jul",
        (12, 31) => "nyårsafton",
        _ => null,
    };

    private static string? EasterHoliday(DateOnly date) => (date.DayNumber - EasterSunday(date.Year).DayNumber) switch
    {
        -2 => "långfredagen",
        0 => "påskdagen",
        1 => "annandag påsk",
        39 => "Kristi himmelsfärdsdag",
        49 => "pingstdagen",
        _ => null,
    };

    private static string? SaturdayHoliday(DateOnly date) => (date.DayOfWeek, date.Month, date.Day) switch
    {
        (DayOfWeek.Friday, 6, >= 19 and <= 25) => "midsommarafton",
        (DayOfWeek.Saturday, 6, >= 20 and <= 26) => "midsommardagen",
        (DayOfWeek.Saturday, 10, 31) or (DayOfWeek.Saturday, 11, <= 6) => "alla helgons dag",
        _ => null,
    };

    /// <summary>The Gregorian computus of Meeus, Jones and Butcher.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 19 * l) / 433;
        var month = (h + l - 7 * m + 90) / 25;
        var day = (h + l - 7 * m + 33 * month + 19) % 32;
        return new DateOnly(year, month, day);
    }
}
