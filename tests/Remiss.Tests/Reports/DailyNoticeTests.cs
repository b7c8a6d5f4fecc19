using System.Text.Json;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Tests.Notifications;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Tests.Reports;

public static class DailyNoticeTests
{
    [Theory]
    [InlineData("2023-10-10 07:59", 0)]
    [InlineData("2023-10-10 08:00", 1)]
    [InlineData("2023-10-10 17:00", 0)]
    [InlineData("2023-10-14 09:00", 0)]
    [InlineData("2024-06-21 09:00", 0)]
    public static async Task It_comes_in_the_morning_of_a_working_day(string now, int notices)
    {
        var office = await Office.OpenAsync(now);

        await office.NoticeAsync();
        await office.NoticeAsync();

        Assert.Equal(notices, office.Storage.Blobs.Count);
    }

    [Fact]
    public static async Task It_counts_what_waits_in_one_line()
    {
        var office = await Office.OpenAsync("2023-10-10 08:00");
        await office.SetAsync("sisab", r => r with { Extension = new(ExtensionState.Requested, new(2023, 10, 5), null, "x") });

        await office.NoticeAsync();

        var teams = JsonSerializer.Deserialize<TeamsNotification>(Assert.Single(office.Storage.Blobs).Value, RemissJson.Options)!;
        Assert.Equal(("00000000-0000-0000-0000-00000000000a", "Det här väntar på dig", "1 begäran om anstånd, 2 försenade svar"), (teams.ToEntraId, teams.Topic, teams.Preview));
    }

    [Fact]
    public static async Task A_morning_on_which_nothing_waits_is_quiet_all_day()
    {
        var office = await Office.OpenAsync("2023-10-03 08:00");
        await office.NoticeAsync();
        office.Clock.Advance(TimeSpan.FromHours(2));
        await office.SetAsync("sisab", r => r with { Extension = new(ExtensionState.Requested, new(2023, 10, 3), null, "x") });

        await office.NoticeAsync();
        Assert.Empty(office.Storage.Blobs);

        office.Clock.SetUtcNow(Office.At("2023-10-04 08:00"));
        await office.NoticeAsync();
        Assert.Single(office.Storage.Blobs);
    }

    [Fact]
    public static async Task Whom_Teams_does_not_reach_gets_mail()
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-10 08:00");

        await graph.Office.NoticeAsync();
        await graph.Office.NoticeAsync();

        Assert.Equal("handlaggare@stadshus.example", GraphServer.Recipient(Assert.Single(graph.Server.Sent)));
        Assert.Equal(
            [(Channel.Mail, SendState.Accepted), (Channel.Teams, SendState.NotInstalled)],
            (await graph.Office.Ledger.ListAsync<Send>(LedgerKeys.Weekly, TestContext.Current.CancellationToken)).Select(s => (s.Channel, s.State)).Order());
    }

    [Theory]
    [InlineData(Channel.Teams, SendState.Sending, SendState.Unknown)]
    [InlineData(Channel.Mail, SendState.Sending, SendState.Passed)]
    [InlineData(Channel.Mail, SendState.Owed, SendState.Passed)]
    public static async Task A_notice_that_a_dead_worker_left_passes_with_its_day(Channel channel, SendState left, SendState end)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-11 07:00");
        var yesterdays = new Send
        {
            Kind = SendKind.Notice,
            Organisation = LedgerKeys.NoOrganisation,
            Deadline = new(2023, 10, 10),
            Slot = 1,
            Channel = channel,
            Contact = "handlaggare@stadshus.example",
            State = left,
            At = Office.At("2023-10-10 08:00"),
        };
        Assert.True(await graph.Office.Ledger.Change(LedgerKeys.Weekly).Insert(LedgerKeys.Send(yesterdays), yesterdays).CommitAsync(TestContext.Current.CancellationToken));

        await graph.Office.NoticeAsync();

        Assert.Equal(end, Assert.Single(await graph.Office.Ledger.ListAsync<Send>(LedgerKeys.Weekly, TestContext.Current.CancellationToken)).State);
        Assert.Empty(graph.Server.Sent);
    }
}
