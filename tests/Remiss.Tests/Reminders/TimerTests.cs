using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reminders;

/// <summary>R11: timers that fire twice, not at all, over both clock changes, week 53 and midsummer.</summary>
public sealed class TimerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("2023-10-20 00:00", 14, "2023-10-27")]
    [InlineData("2024-03-25 00:00", 14, "2024-03-28")]
    [InlineData("2024-06-14 00:00", 14, "2024-06-21")]
    [InlineData("2026-12-21 00:00", 18, "2026-12-30")]
    public async Task R11_Timers_that_fire_twice_an_hour_send_each_thing_once_and_never_on_a_day_off(string from, int days, string deadline)
    {
        var office = await OpenAsync(from, deadline);

        for (var hour = 0; hour < 24 * days; hour++)
        {
            await RunAsync(office);
            await RunAsync(office);
            office.Clock.Advance(TimeSpan.FromHours(1));
        }

        var sends = await office.SendsAsync();
        var weekly = await office.Ledger.ListAsync<Send>(LedgerKeys.Weekly, TestContext.Current.CancellationToken);
        var sent = sends.Concat(weekly).Where(s => s.State is SendState.Accepted).ToList();
        Assert.Equal(sent.Count, office.Storage.Blobs.Count);
        Assert.All(sent.Where(s => s.Kind is not SendKind.Dispatch), s => Assert.True(SwedishCalendar.IsWorkingDay(SwedishTime.Date(s.At)), $"{s.Kind} {s.At}"));
        Assert.All(sent.Where(s => s.Kind is SendKind.Reminder or SendKind.Notice), s => Assert.InRange(SwedishTime.Local(s.At).Hour, 8, 16));
        var mails = weekly.Where(s => s.Kind is SendKind.Weekly).ToList();
        var weeks = Enumerable.Range(0, days).Select(d => ReportWeek.Of(Office.At(from).AddDays(d)))
            .Where(w => w.DueAt >= Office.At(from).AddDays(-4) && w.DueAt < Office.At(from).AddDays(days)).DistinctBy(w => w.Monday);
        Assert.Equal(weeks.Select(w => w.Monday), mails.Select(s => s.Deadline).Order());
        output.WriteLine($"R11 {from}: {mails.Count} weekly mails in {mails.Count} ISO weeks, {sent.Count(s => s.Kind is SendKind.Reminder)} reminders, "
            + $"{sent.Count(s => s.Kind is SendKind.Notice)} notices, 0 on days off");
    }

    [Fact]
    public async Task R11_After_a_weeks_outage_each_contact_gets_at_most_one_reminder_and_one_weekly_mail()
    {
        var office = await OpenAsync("2023-09-29 09:00", "2023-10-06");
        await RunAsync(office);
        var before = office.Storage.Blobs.Count;
        office.Clock.SetUtcNow(Office.At("2023-10-12 09:00"));

        await RunAsync(office);
        await RunAsync(office);

        var late = (await office.SendsAsync()).Where(s => s.State is SendState.Accepted && s.At > Office.At("2023-10-10 00:00")).ToList();
        Assert.All(late.GroupBy(s => (s.Kind, s.Organisation, s.Channel, s.Contact)), g => Assert.Single(g));
        output.WriteLine($"R11 outage: {office.Storage.Blobs.Count - before} sends, {late.Count(s => s.Kind is SendKind.Reminder)} reminders, one for each contact and channel");
    }

    private static async Task<Office> OpenAsync(string from, string deadline)
    {
        var office = await Office.OpenAsync(from);
        foreach (var organisation in Office.Case.Recipients)
            await office.SetAsync(organisation, r => r with { Deadline = DateOnly.ParseExact(deadline, "yyyy-MM-dd"), DeadlineSince = SwedishTime.Date(Office.At(from)).AddDays(-30) });
        return office;
    }

    private static async Task RunAsync(Office office)
    {
        await office.DispatchAsync();
        await office.RemindAsync();
        await office.NoticeAsync();
        await office.ReportAsync();
    }
}
