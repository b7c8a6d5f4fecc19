using Remiss.Cases;

namespace Remiss.Tests.Cases;

public static class SwedishCalendarTests
{
    /// <summary>Every day off that is not a plain Saturday or Sunday, copied from almanacs.</summary>
    public static TheoryData<int, string[]> DaysOff => new()
    {
        {
            2023,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "04-07 långfredagen", "04-09 påskdagen", "04-10 annandag påsk",
                "05-01 första maj", "05-18 Kristi himmelsfärdsdag", "05-28 pingstdagen", "06-06 Sveriges nationaldag",
                "06-23 midsommarafton", "06-24 midsommardagen", "11-04 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
        {
            2024,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "03-29 långfredagen", "03-31 påskdagen", "04-01 annandag påsk",
                "05-01 första maj", "05-09 Kristi himmelsfärdsdag", "05-19 pingstdagen", "06-06 Sveriges nationaldag",
                "06-21 midsommarafton", "06-22 midsommardagen", "11-02 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
        {
            2025,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "04-18 långfredagen", "04-20 påskdagen", "04-21 annandag påsk",
                "05-01 första maj", "05-29 Kristi himmelsfärdsdag", "06-06 Sveriges nationaldag", "06-08 pingstdagen",
                "06-20 midsommarafton", "06-21 midsommardagen", "11-01 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
        {
            2026,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "04-03 långfredagen", "04-05 påskdagen", "04-06 annandag påsk",
                "05-01 första maj", "05-14 Kristi himmelsfärdsdag", "05-24 pingstdagen", "06-06 Sveriges nationaldag",
                "06-19 midsommarafton", "06-20 midsommardagen", "10-31 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
        {
            2027,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "03-26 långfredagen", "03-28 påskdagen", "03-29 annandag påsk",
                "05-01 första maj", "05-06 Kristi himmelsfärdsdag", "05-16 pingstdagen", "06-06 Sveriges nationaldag",
                "06-25 midsommarafton", "06-26 midsommardagen", "11-06 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
        {
            2028,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "04-14 långfredagen", "04-16 påskdagen", "04-17 annandag påsk",
                "05-01 första maj", "05-25 Kristi himmelsfärdsdag", "06-04 pingstdagen", "06-06 Sveriges nationaldag",
                "06-23 midsommarafton", "06-24 midsommardagen", "11-04 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
        {
            2029,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "03-30 långfredagen", "04-01 påskdagen", "04-02 annandag påsk",
                "05-01 första maj", "05-10 Kristi himmelsfärdsdag", "05-20 pingstdagen", "06-06 Sveriges nationaldag",
                "06-22 midsommarafton", "06-23 midsommardagen", "11-03 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
        {
            2030,
            [
                "01-01 nyårsdagen", "01-06 trettondedag jul", "04-19 långfredagen", "04-21 påskdagen", "04-22 annandag påsk",
                "05-01 första maj", "05-30 Kristi himmelsfärdsdag", "06-06 Sveriges nationaldag", "06-09 pingstdagen",
                "06-21 midsommarafton", "06-22 midsommardagen", "11-02 alla helgons dag",
                "12-24 julafton", "12-25 juldagen", "12-26 annandag jul", "12-31 nyårsafton",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(DaysOff))]
    public static void Holidays_of_a_year_are_those_of_the_almanac(int year, string[] daysOff) =>
        Assert.Equal(daysOff, DaysOf(year).Where(d => SwedishCalendar.Holiday(d) is not null).Select(d => $"{d:MM-dd} {SwedishCalendar.Holiday(d)}"));

    [Theory]
    [MemberData(nameof(DaysOff))]
    public static void Every_other_weekday_is_a_working_day(int year, string[] daysOff)
    {
        var off = daysOff.Select(d => d[..5]).ToHashSet();

        Assert.All(DaysOf(year), day => Assert.Equal(
            !off.Contains($"{day:MM-dd}") && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            SwedishCalendar.IsWorkingDay(day)));
    }

    [Theory]
    [InlineData("2023-10-06", 0, "2023-10-06")]
    [InlineData("2023-10-06", 1, "2023-10-09")]
    [InlineData("2023-10-06", -10, "2023-09-22")]
    [InlineData("2023-10-06", 2, "2023-10-10")]
    [InlineData("2023-10-06", 12, "2023-10-24")]
    [InlineData("2023-12-22", 1, "2023-12-27")]
    [InlineData("2023-12-29", 1, "2024-01-02")]
    [InlineData("2023-12-27", -1, "2023-12-22")]
    [InlineData("2023-05-17", 1, "2023-05-19")]
    [InlineData("2023-06-26", -1, "2023-06-22")]
    [InlineData("2024-04-02", -3, "2024-03-26")]
    [InlineData("2023-10-07", 0, "2023-10-09")]
    [InlineData("2023-10-07", -1, "2023-10-06")]
    [InlineData("2023-10-07", 2, "2023-10-11")]
    public static void Working_days_skip_what_is_off_and_count_from_a_working_day(string from, int days, string expected) =>
        Assert.Equal(Day(expected), SwedishCalendar.AddWorkingDays(Day(from), days));

    [Theory]
    [InlineData("2023-10-06", "2023-10-06", 0)]
    [InlineData("2023-10-06", "2023-10-10", 2)]
    [InlineData("2023-10-10", "2023-10-06", -2)]
    [InlineData("2023-10-07", "2023-10-09", 0)]
    [InlineData("2023-12-22", "2024-01-02", 4)]
    [InlineData("2024-01-02", "2023-12-22", -4)]
    public static void Days_between_count_working_days_only(string from, string to, int expected) =>
        Assert.Equal(expected, SwedishCalendar.WorkingDaysBetween(Day(from), Day(to)));

    [Fact]
    public static void Days_between_undo_what_was_added_from_any_day()
    {
        var days = DaysOf(2026).Where((_, i) => i % 5 == 0).ToList();

        Assert.All(days, from => Assert.All(
            new[] { -30, -7, -1, 0, 1, 4, 22 },
            n => Assert.Equal(n, SwedishCalendar.WorkingDaysBetween(from, SwedishCalendar.AddWorkingDays(from, n)))));
    }

    [Theory]
    [InlineData("2023-10-06", "2023-10-06", false)]
    [InlineData("2023-10-06", "2023-10-07", true)]
    [InlineData("2023-10-07", "2023-10-09", false)]
    [InlineData("2023-10-07", "2023-10-10", true)]
    [InlineData("2023-12-24", "2023-12-27", false)]
    [InlineData("2023-12-24", "2023-12-28", true)]
    public static void A_deadline_on_a_day_off_is_kept_on_the_next_working_day(string deadline, string today, bool past) =>
        Assert.Equal(past, SwedishCalendar.IsPast(Day(deadline), Day(today)));

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
            yield return day;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
