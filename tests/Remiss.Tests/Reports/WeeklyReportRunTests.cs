using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reports;

public static class WeeklyReportRunTests
{
    [Fact]
    public static async Task Each_coordinator_gets_one_mail_about_all_its_cases()
    {
        var office = await Office.OpenAsync("2023-10-09 08:00");
        var other = new Coordinator("Handläggare Två", "handläggare", "tva@stadshus.example");
        await office.OpenAsync(Office.Case with { Id = "ks-2", Dnr = "KS 2023/2", Coordinators = [Office.Case.Coordinators[0] with { Mail = "HANDLAGGARE@stadshus.example" }, other] });

        await office.ReportAsync();

        var mails = office.Mails.ToDictionary(m => m.To.Mailboxes.Single().Address, m => m.TextBody!);
        Assert.Equal(["handlaggare@stadshus.example", "tva@stadshus.example"], mails.Keys.Order());
        Assert.Contains("KS 2023/740", mails["handlaggare@stadshus.example"], StringComparison.Ordinal);
        Assert.Contains("KS 2023/2:", mails["handlaggare@stadshus.example"], StringComparison.Ordinal);
        Assert.DoesNotContain("KS 2023/740", mails["tva@stadshus.example"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-10-09 07:59", 0)]
    [InlineData("2023-10-09 08:00", 1)]
    [InlineData("2023-10-12 22:00", 1)]
    [InlineData("2023-10-15 23:59", 1)]
    [InlineData("2023-04-10 12:00", 0)]
    [InlineData("2023-04-11 08:00", 1)]
    [InlineData("2024-01-01 12:00", 0)]
    [InlineData("2024-01-02 08:00", 1)]
    public static async Task It_is_sent_from_its_hour_on_until_the_week_ends(string now, int mails)
    {
        var office = await Office.OpenAsync(now);

        await office.ReportAsync();

        Assert.Equal(mails, office.Storage.Blobs.Count);
    }

    [Fact]
    public static async Task Hourly_runs_over_New_Year_with_week_53_send_one_mail_a_week()
    {
        var office = await Office.OpenAsync("2026-12-14 00:00");

        for (; office.Time.GetUtcNow() < Office.At("2027-01-18 00:00"); office.Clock.Advance(TimeSpan.FromHours(1)))
            await office.ReportAsync();

        Assert.Equal(
            [(51, "2026-12-14"), (52, "2026-12-21"), (53, "2026-12-28"), (1, "2027-01-04"), (2, "2027-01-11")],
            (await SendsAsync(office)).OrderBy(s => s.Deadline).Select(s => (s.Slot, $"{s.Deadline:yyyy-MM-dd}")));
        Assert.Equal(5, office.Storage.Blobs.Count);
    }

    [Fact]
    public static async Task Several_workers_at_once_send_one_mail()
    {
        var office = await Office.OpenAsync("2023-10-09 08:00");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(office.ReportAsync)));

        Assert.Single(office.Storage.Blobs);
        Assert.Equal(SendState.Accepted, Assert.Single(await SendsAsync(office)).State);
    }

    [Fact]
    public static async Task What_a_dead_worker_left_open_passes_when_the_next_week_has_come()
    {
        var office = await Office.OpenAsync("2023-10-09 08:00");
        office.Storage.DieAt = 2 * (office.Storage.Changes + 1);
        await Assert.ThrowsAsync<AggregateException>(office.ReportAsync);

        office.Clock.SetUtcNow(Office.At("2023-10-16 08:00"));
        await office.ReportAsync();

        Assert.Equal(
            [(41, SendState.Passed), (42, SendState.Accepted)],
            (await SendsAsync(office)).OrderBy(s => s.Deadline).Select(s => (s.Slot, s.State)));
        Assert.Single(office.Storage.Blobs);
    }

    [Fact]
    public static async Task Without_an_open_case_nothing_is_sent()
    {
        var office = new Office();
        office.Clock.SetUtcNow(Office.At("2023-10-09 08:00"));

        await office.ReportAsync();

        Assert.Equal(0, office.Storage.Changes);
    }

    private static Task<IReadOnlyList<Send>> SendsAsync(Office office) => office.Ledger.ListAsync<Send>(LedgerKeys.Weekly, default);
}
