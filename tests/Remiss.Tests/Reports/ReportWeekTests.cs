using Remiss.Reports;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reports;

public static class ReportWeekTests
{
    [Theory]
    [InlineData("2023-10-08 23:59", 2023, 40, "2023-10-02")]
    [InlineData("2023-10-09 00:00", 2023, 41, "2023-10-09")]
    [InlineData("2020-12-31 12:00", 2020, 53, "2020-12-28")]
    [InlineData("2021-01-03 23:59", 2020, 53, "2020-12-28")]
    [InlineData("2021-01-04 00:00", 2021, 1, "2021-01-04")]
    [InlineData("2026-12-28 08:00", 2026, 53, "2026-12-28")]
    [InlineData("2027-01-03 12:00", 2026, 53, "2026-12-28")]
    [InlineData("2024-12-30 12:00", 2025, 1, "2024-12-30")]
    [InlineData("2023-01-01 12:00", 2022, 52, "2022-12-26")]
    public static void A_week_is_that_of_ISO_8601_in_Sweden(string now, int year, int number, string monday) =>
        Assert.Equal(new ReportWeek(year, number, Day(monday)), ReportWeek.Of(Office.At(now)));

    [Theory]
    [InlineData("2023-10-09 00:00", "2023-10-09 08:00")]
    [InlineData("2023-10-15 23:00", "2023-10-09 08:00")]
    [InlineData("2023-04-10 12:00", "2023-04-11 08:00")]
    [InlineData("2024-04-01 12:00", "2024-04-02 08:00")]
    [InlineData("2024-01-01 12:00", "2024-01-02 08:00")]
    [InlineData("2023-12-25 12:00", "2023-12-27 08:00")]
    [InlineData("2023-05-01 12:00", "2023-05-02 08:00")]
    [InlineData("2029-12-31 12:00", "2030-01-02 08:00")]
    [InlineData("2026-12-28 12:00", "2026-12-28 08:00")]
    [InlineData("2023-03-27 12:00", "2023-03-27 08:00")]
    [InlineData("2023-10-30 12:00", "2023-10-30 08:00")]
    public static void The_report_is_due_on_the_week_s_first_working_day(string now, string due) =>
        Assert.Equal(Office.At(due), ReportWeek.Of(Office.At(now)).DueAt);

    [Fact]
    public static void The_week_whose_report_is_due_never_ends_before_it_is()
    {
        for (var day = Day("2023-01-02"); day < Day("2051-01-01"); day = day.AddDays(7))
        {
            var week = ReportWeek.Of(Office.At($"{day:yyyy-MM-dd} 12:00"));
            Assert.InRange(week.DueAt, Office.At($"{day:yyyy-MM-dd} 08:00"), Office.At($"{day.AddDays(4):yyyy-MM-dd} 08:00"));
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
