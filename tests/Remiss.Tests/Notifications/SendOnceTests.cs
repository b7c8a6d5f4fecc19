using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Tests.Notifications;

public sealed class SendOnceTests
{
    private static readonly Send Row = new()
    {
        Kind = SendKind.Reminder,
        Organisation = "sisab",
        Deadline = new(2023, 10, 6),
        Slot = 3,
        Channel = Channel.Mail,
        Contact = "svar@sisab.example",
        At = Office.At("2023-10-06 09:00"),
    };

    private readonly Channels channel = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SendState.Accepted)]
    [InlineData(SendState.Rejected)]
    [InlineData(SendState.NotInstalled)]
    [InlineData(SendState.Unknown)]
    public async Task What_the_channel_said_is_kept_and_never_asked_again(SendState outcome)
    {
        var office = await OpenAsync();
        channel.Answers = _ => new(outcome, "said so");

        Assert.Equal(outcome, await DeliverAsync(office));
        Assert.Equal(outcome, await DeliverAsync(office));

        Assert.Equal(1, channel.Sent);
        var send = Assert.Single(await office.SendsAsync());
        Assert.Equal((outcome, "said so", "Ämne"), (send.State, send.Detail, send.Subject));
    }

    [Fact]
    public async Task Every_step_has_its_line_in_the_audit_log()
    {
        var office = await OpenAsync();

        await DeliverAsync(office);

        var audit = await office.Ledger.ListAsync<AuditEntry>(Office.Case.Id, Cancel);
        Assert.Equal(["send_accepted", "send_owed", "send_sending"], audit.Select(a => a.What).Order());
        Assert.Equal(NotificationId.Of(Office.Case.Id, Row), Assert.Single(audit.Select(a => a.Subject).Distinct()));
    }

    [Theory]
    [InlineData(SendState.Accepted, SendState.Accepted, 0)]
    [InlineData(SendState.Unknown, SendState.Unknown, 0)]
    [InlineData(SendState.Owed, SendState.Accepted, 1)]
    public async Task What_a_dead_worker_left_under_way_is_settled_first(SendState settled, SendState end, int sent)
    {
        var office = await DeadWhileSendingAsync();
        channel.Settles = settled;

        Assert.Equal(end, await DeliverAsync(office));

        Assert.Equal(sent, channel.Sent);
    }

    [Fact]
    public async Task What_is_still_under_way_is_left_to_the_one_who_has_it()
    {
        var office = await DeadWhileSendingAsync();
        channel.SettleAfter = TimeSpan.FromMinutes(10);

        Assert.Equal(SendState.Sending, await DeliverAsync(office));
        Assert.Equal((0, 0), (channel.Sent, channel.Settled));

        office.Clock.Advance(TimeSpan.FromMinutes(10));
        channel.Settles = SendState.Unknown;
        Assert.Equal(SendState.Unknown, await DeliverAsync(office));
        Assert.Equal((0, 1), (channel.Sent, channel.Settled));
    }

    [Fact]
    public async Task What_the_channel_tells_late_outranks_what_another_worker_concluded()
    {
        var office = await OpenAsync();
        channel.Meanwhile = async () =>
        {
            var row = await office.Ledger.FindAsync<Send>(Office.Case.Id, LedgerKeys.Send(Row), Cancel);
            var unknown = row!.Value with { State = SendState.Unknown };
            Assert.True(await office.Ledger.Change(Office.Case.Id).Replace(LedgerKeys.Send(Row), row, unknown).CommitAsync(Cancel));
        };

        Assert.Equal(SendState.Accepted, await DeliverAsync(office));
        Assert.Equal(SendState.Accepted, Assert.Single(await office.SendsAsync()).State);
    }

    [Fact]
    public async Task Many_workers_at_once_send_one()
    {
        var office = await OpenAsync();
        channel.SettleAfter = TimeSpan.FromMinutes(10);

        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => DeliverAsync(office))));

        Assert.Equal(1, channel.Sent);
        Assert.All(states, s => Assert.True(s is SendState.Accepted or SendState.Sending));
        Assert.Equal(SendState.Accepted, Assert.Single(await office.SendsAsync()).State);
    }

    [Fact]
    public async Task What_has_passed_is_not_sent()
    {
        var office = await OpenAsync();

        await office.SendOnce().PassAsync(Office.Case.Id, Row, Cancel);
        await office.SendOnce().PassAsync(Office.Case.Id, Row, Cancel);

        Assert.Equal(SendState.Passed, await DeliverAsync(office));
        Assert.Equal(0, channel.Sent);
        Assert.Single(await office.Ledger.ListAsync<AuditEntry>(Office.Case.Id, Cancel));
    }

    [Fact]
    public async Task What_was_sent_does_not_pass()
    {
        var office = await OpenAsync();
        await DeliverAsync(office);

        await office.SendOnce().PassAsync(Office.Case.Id, Row, Cancel);

        Assert.Equal(SendState.Accepted, Assert.Single(await office.SendsAsync()).State);
    }

    [Theory]
    [InlineData(SendState.Owed, SendState.Passed)]
    [InlineData(SendState.Accepted, SendState.Accepted)]
    [InlineData(SendState.Unknown, SendState.Unknown)]
    public async Task What_was_under_way_passes_only_if_it_never_left(SendState settled, SendState end)
    {
        var office = await DeadWhileSendingAsync();
        channel.Settles = settled;

        await office.SendOnce().PassAsync(Office.Case.Id, Row, Cancel);

        Assert.Equal(end, Assert.Single(await office.SendsAsync()).State);
        Assert.Equal(0, channel.Sent);
    }

    [Fact]
    public async Task The_draft_is_in_the_ledger_before_it_is_sent()
    {
        var office = await OpenAsync();
        var draft = new MailDraft("AAkALg1", "<id@stadshus.example>");
        channel.Prepares = () => new(SendState.Sending, Draft: draft);
        MailDraft? seen = null;
        channel.Meanwhile = async () => seen = Assert.Single(await office.SendsAsync()).Draft;

        await DeliverAsync(office);

        Assert.Equal(draft, seen);
        Assert.Equal(draft, Assert.Single(await office.SendsAsync()).Draft);
    }

    [Fact]
    public async Task A_worker_that_was_too_slow_does_not_send_the_draft_it_laid()
    {
        var office = await OpenAsync();
        channel.Prepares = () => new(SendState.Sending, Draft: new("AAkALg1", "<id@stadshus.example>"));
        channel.MeanwhilePreparing = async () =>
        {
            channel.MeanwhilePreparing = () => Task.CompletedTask;
            office.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(SendState.Accepted, await DeliverAsync(office));
        };

        await DeliverAsync(office);

        Assert.Equal(1, channel.Sent);
        Assert.Equal(SendState.Accepted, Assert.Single(await office.SendsAsync()).State);
    }

    [Theory]
    [InlineData(true, SendState.Accepted, 1)]
    [InlineData(false, SendState.Accepted, 2)]
    public async Task A_person_settles_what_is_unknown(bool arrived, SendState end, int sent)
    {
        var office = await OpenAsync();
        channel.Answers = _ => new(SendState.Unknown);
        await DeliverAsync(office);
        channel.Answers = _ => SendResult.Accepted;

        Assert.True(await office.SendOnce().SettleByPersonAsync(Office.Case.Id, Row, arrived, "Handläggare Ett", Cancel));
        Assert.Equal(end, await DeliverAsync(office));

        Assert.Equal(sent, channel.Sent);
        Assert.False(await office.SendOnce().SettleByPersonAsync(Office.Case.Id, Row, arrived, "Handläggare Ett", Cancel));
        Assert.Single(await office.Ledger.ListAsync<AuditEntry>(Office.Case.Id, Cancel), a => a.Who == "Handläggare Ett");
    }

    private async Task<Office> OpenAsync()
    {
        var office = await Office.OpenAsync("2023-10-06 09:00");
        office.Notifier = channel;
        return office;
    }

    private async Task<Office> DeadWhileSendingAsync()
    {
        var office = await OpenAsync();
        channel.Answers = _ => throw new MemoryStorage.DiedException();
        await Assert.ThrowsAsync<MemoryStorage.DiedException>(() => DeliverAsync(office));
        channel.Answers = _ => SendResult.Accepted;
        channel.Sent = 0;
        return office;
    }

    private static Task<SendState> DeliverAsync(Office office) => office.SendOnce().DeliverAsync(
        Office.Case.Id,
        Row,
        id => Task.FromResult<Notification>(new MailNotification(Office.Case.Id, id, "Svarande Ett", Row.Contact, "Ämne", "<p>Hej</p>", "Hej")),
        Cancel);

    private sealed class Channels : INotifier
    {
        private int sent;

        public TimeSpan SettleAfter { get; set; }

        public SendState Settles { get; set; }

        public Func<Notification, SendResult> Answers { get; set; } = _ => SendResult.Accepted;

        public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

        public int Sent { get => sent; set => sent = value; }

        public int Settled { get; private set; }

        public Func<SendResult> Prepares { get; set; } = () => new(SendState.Sending);

        public async Task<SendResult> PrepareAsync(MailNotification mail, CancellationToken cancellationToken)
        {
            await MeanwhilePreparing();
            return Prepares();
        }

        public Func<Task> MeanwhilePreparing { get; set; } = () => Task.CompletedTask;

        public async Task<SendResult> SendAsync(MailNotification mail, MailDraft? draft, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref sent);
            await Meanwhile();
            return Answers(mail);
        }

        public Task<SendResult> SendAsync(TeamsNotification notification, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SendResult> SendAsync(CardNotification notification, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<SendResult> SettleAsync(string partition, Send send, CancellationToken cancellationToken)
        {
            Settled++;
            return Task.FromResult(new SendResult(Settles));
        }
    }
}
