using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Intake;

public sealed class ReconciliationRunTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DocumentState.Received, StepQueues.ExtractName)]
    [InlineData(DocumentState.Extracted, StepQueues.ClassifyName)]
    public async Task A_document_whose_message_was_lost_is_set_off_again_once_it_has_waited(DocumentState state, string queue)
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Svar.", state);
        desk.Queues[StepQueues.ExtractName].Clear();

        Assert.Empty((await desk.Sweep.RunAsync(Cancel)).SetOffAgain);
        desk.Office.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal([id], (await desk.Sweep.RunAsync(Cancel)).SetOffAgain);

        Assert.Equal([id], desk.Queues[queue]);
    }

    [Fact]
    public async Task While_the_queue_is_at_work_what_waits_is_only_listed()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, "Svar.", DocumentState.Received);
        desk.Office.Clock.Advance(TimeSpan.FromMinutes(20));

        var report = await desk.Sweep.RunAsync(Cancel);

        Assert.Equal([id], report.Waiting);
        Assert.Empty(report.SetOffAgain);
        Assert.Single(desk.Queues[StepQueues.ExtractName]);
    }

    [Fact]
    public async Task A_file_that_waits_to_be_filled_costs_no_call_of_its_own_until_it_has_waited_long()
    {
        var desk = await Desk.OpenAsync();
        desk.Storage.InboxTime = desk.Office.Time.GetUtcNow();
        await PutAsync(desk, "sisab/Svar.pdf", "");

        await desk.Sweep.RunAsync(Cancel);
        Assert.Equal(0, desk.Storage.InboxReads);

        desk.Office.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, (await desk.Sweep.RunAsync(Cancel)).Received);
        Assert.Equal(1, desk.Storage.InboxReads);
    }

    [Fact]
    public async Task What_was_received_is_told_beside_what_could_not_be()
    {
        var desk = await Desk.OpenAsync();
        await PutAsync(desk, "sisab/Svar.txt", "Bolaget tillstyrker förslaget.");
        await PutAsync(desk, "sisab/Trasig.txt", "Bolaget avstyrker förslaget.");
        desk.Storage.Unreadable.Add($"{Desk.CaseId}/sisab/Trasig.txt");

        var report = await desk.Sweep.RunAsync(Cancel);

        Assert.Equal(1, report.Received);
        Assert.Contains("InternalError", Assert.Single(report.NotReceived));
        Assert.True(report.NeedsPerson);
    }

    [Fact]
    public async Task What_only_a_person_can_settle_is_listed_and_nothing_is_sent()
    {
        var desk = await Desk.OpenAsync();
        var failed = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Svar.", DocumentState.Failed);
        desk.Queues[StepQueues.ExtractPoisonName].Add(failed);
        await InsertAsync(desk, LedgerKeys.Weekly, SendState.Unknown);
        await InsertAsync(desk, Desk.CaseId, SendState.Unknown);
        await InsertAsync(desk, Desk.CaseId, SendState.Owed, slot: 2);
        desk.Office.Clock.Advance(TimeSpan.FromHours(2));
        var changes = desk.Storage.Changes;

        var report = await desk.Sweep.RunAsync(Cancel);

        Assert.Equal([failed], report.Failed);
        Assert.Equal(1, report.PoisonMessages);
        Assert.Equal([Desk.CaseId, LedgerKeys.Weekly], report.UnknownSends.Select(s => s.Partition));
        Assert.Equal(2, Assert.Single(report.OwedSends).Send.Slot);
        Assert.True(report.NeedsPerson);
        Assert.Equal(changes, desk.Storage.Changes);
    }

    [Fact]
    public async Task An_unknown_send_is_settled_once_by_a_person_also_in_a_closed_case()
    {
        var desk = await Desk.OpenAsync();
        await InsertAsync(desk, Desk.CaseId, SendState.Unknown);
        await desk.Cases.HandleAsync(Desk.CaseId, new Remiss.Cases.CaseDecision.Close(), Desk.Who, "Klart.", Cancel);
        var unknown = Assert.Single(await desk.UnknownSends.ListAsync(Cancel));

        Assert.True(await desk.UnknownSends.SettleAsync(unknown.Partition, unknown.Key, arrived: true, Desk.Who, Cancel));
        Assert.False(await desk.UnknownSends.SettleAsync(unknown.Partition, unknown.Key, arrived: false, Desk.Who, Cancel));

        Assert.Empty(await desk.UnknownSends.ListAsync(Cancel));
        Assert.Contains("send_confirmed", await desk.AuditAsync(Desk.CaseId));
    }

    [Fact]
    public async Task What_comes_in_to_a_closed_case_is_looked_after_until_it_is_judged()
    {
        var desk = await Desk.OpenAsync();
        await desk.Cases.HandleAsync(Desk.CaseId, new Remiss.Cases.CaseDecision.Close(), Desk.Who, "Klart.", Cancel);
        await desk.Sweep.RunAsync(Cancel);
        Assert.Empty(await desk.Ledger.UnfinishedAsync(Cancel));
        var inbox = desk.Containers.Inbox.GetBlobClient($"{Desk.CaseId}/sisab/sent.txt");
        await inbox.UploadAsync(BinaryData.FromString("Svar."), overwrite: true, Cancel);
        await desk.Receive.HandleAsync(inbox, Cancel);
        desk.Queues[StepQueues.ExtractName].Clear();
        desk.Office.Clock.Advance(TimeSpan.FromMinutes(20));

        Assert.Single((await desk.Sweep.RunAsync(Cancel)).SetOffAgain);

        Assert.Single(await desk.Ledger.UnfinishedAsync(Cancel));
        var late = Assert.Single((await desk.ReadAsync()).Documents);
        await desk.SetAsync(new(Desk.CaseId, late.Organisation, late.Sha256), d => d with { State = DocumentState.Review });
        await desk.Sweep.RunAsync(Cancel);
        Assert.Empty(await desk.Ledger.UnfinishedAsync(Cancel));
    }

    [Fact]
    public async Task One_document_is_replayed_by_itself()
    {
        var desk = await Desk.OpenAsync();
        var one = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Ett.", DocumentState.Failed);
        var other = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Två.", DocumentState.Failed);
        desk.Queues[StepQueues.ExtractName].Clear();

        Assert.True(await new ReplayHandler(desk.Ledger, desk.Steps, desk.Scans, desk.Office.Time).HandleAsync(one, Desk.Who, Cancel));

        Assert.Equal([one], desk.Queues[StepQueues.ExtractName]);
        Assert.Equal((DocumentState.Received, DocumentState.Failed), ((await desk.FindAsync(one)).State, (await desk.FindAsync(other)).State));
    }

    private static Task PutAsync(Desk desk, string name, string content) =>
        desk.Containers.Inbox.GetBlobClient($"{Desk.CaseId}/{name}").UploadAsync(BinaryData.FromString(content), overwrite: true, Cancel);

    private static async Task InsertAsync(Desk desk, string partition, SendState state, int slot = 1)
    {
        var send = new Send
        {
            Kind = SendKind.Reminder,
            Organisation = "sisab",
            Deadline = new(2023, 10, 6),
            Slot = slot,
            Channel = Channel.Mail,
            Contact = "svar@sisab.example",
            State = state,
            At = desk.Office.Time.GetUtcNow(),
        };
        Assert.True(await desk.Ledger.Change(partition).Insert(LedgerKeys.Send(send), send).CommitAsync(Cancel));
    }
}
