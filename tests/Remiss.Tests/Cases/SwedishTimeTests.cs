using System.Globalization;
using Remiss.Cases;

namespace Remiss.Tests.Cases;

public static class SwedishTimeTests
{
    [Theory]
    [InlineData("2023-03-25T22:59:59Z", "2023-03-25 23:59:59")]
    [InlineData("2023-03-25T23:00:00Z", "2023-03-26 00:00:00")]
    [InlineData("2023-03-26T00:59:59Z", "2023-03-26 01:59:59")]
    [InlineData("2023-03-26T01:00:00Z", "2023-03-26 03:00:00")]
    [InlineData("2023-03-26T21:59:59Z", "2023-03-26 23:59:59")]
    [InlineData("2023-03-26T22:00:00Z", "2023-03-27 00:00:00")]
    [InlineData("2023-10-28T22:00:00Z", "2023-10-29 00:00:00")]
    [InlineData("2023-10-29T00:30:00Z", "2023-10-29 02:30:00")]
    [InlineData("2023-10-29T01:30:00Z", "2023-10-29 02:30:00")]
    [InlineData("2023-10-29T22:59:59Z", "2023-10-29 23:59:59")]
    [InlineData("2023-10-29T23:00:00Z", "2023-10-30 00:00:00")]
    [InlineData("2023-10-06T20:00:00-04:00", "2023-10-07 02:00:00")]
    public static void A_moment_has_the_date_and_time_of_a_clock_in_Sweden(string moment, string expected)
    {
        var parsed = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

        Assert.Equal(expected, $"{SwedishTime.Date(parsed):yyyy-MM-dd} {SwedishTime.Time(parsed):HH:mm:ss}");
    }

    [Theory]
    [InlineData("2023-03-24", "08:00", "2023-03-24T07:00:00Z")]
    [InlineData("2023-03-27", "08:00", "2023-03-27T06:00:00Z")]
    [InlineData("2023-10-27", "08:00", "2023-10-27T06:00:00Z")]
    [InlineData("2023-10-30", "08:00", "2023-10-30T07:00:00Z")]
    [InlineData("2023-10-29", "02:30", "2023-10-29T00:30:00Z")]
    [InlineData("2023-03-26", "02:30", "2023-03-26T01:30:00Z")]
    public static void A_Swedish_clock_time_is_a_moment(string date, string time, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            SwedishTime.At(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2023-10-06", "fredag 6 oktober 2023", "6 oktober")]
    [InlineData("2024-02-29", "torsdag 29 februari 2024", "29 februari")]
    [InlineData("2026-05-03", "söndag 3 maj 2026", "3 maj")]
    public static void Dates_are_written_in_Swedish_whatever_the_culture(string date, string full, string shortened)
    {
        var parsed = DateOnly.Parse(date, CultureInfo.InvariantCulture);

        Assert.Equal(full, SwedishTime.LongDate(parsed));
        Assert.Equal(shortened, SwedishTime.ShortDate(parsed));
    }
}
