using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Remiss.Cases;
using Remiss.Dispatch;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Notifications.Workflows;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Tests.Notifications;

/// <summary>One office with one case on storage in memory: SISAB and Stockholmshem are to answer by Friday 6 October 2023.</summary>
internal sealed class Office
{
    public static readonly RemissCase Case = new()
    {
        Id = "ks-2023-740",
        Dnr = "KS 2023/740",
        Title = "Överenskommelse om samverkan",
        Remitter = "Kommunstyrelsen",
        CoordinatingBody = "stadshus",
        RemittedOn = new(2023, 9, 1),
        RemitterDeadline = new(2023, 10, 27),
        RecipientDeadline = new(2023, 10, 6),
        Coordinators = [new("Handläggare Ett", "handläggare", "Handlaggare@stadshus.example", "00000000-0000-0000-0000-00000000000a")],
        Topics = [new("uppfoljning", "Uppföljning och utvärdering")],
        Recipients = ["sisab", "stockholmshem"],
    };

    public static readonly Register Register = new(
    [
        new() { Id = "stadshus", Name = "Stadshus AB" },
        new()
        {
            Id = "sisab",
            Name = "Skolfastigheter i Stockholm AB",
            ShortName = "SISAB",
            Contacts =
            [
                new("Svarande Ett", "svar@sisab.example", ContactRole.Answerer, "00000000-0000-0000-0000-00000000000b"),
                new("Chef Ett", "chef@sisab.example", ContactRole.Escalation),
            ],
        },
        new()
        {
            Id = "stockholmshem",
            Name = "AB Stockholmshem",
            ShortName = "Stockholmshem",
            Contacts = [new("Svarande Två", "svar@hem.example", ContactRole.Answerer)],
        },
    ]);

    public MemoryStorage Storage { get; } = new();

    public TimeProvider Time { get; init; } = new FakeTimeProvider();

    public FakeTimeProvider Clock => (FakeTimeProvider)Time;

    public RemissLedger Ledger => new(Storage.Tables);

    public INotifier? Notifier { get; set; }

    public WorkflowsOptions Channel { get; } = new();

    public static async Task<Office> OpenAsync(string now, TimeProvider? time = null)
    {
        var office = new Office { Time = time ?? new FakeTimeProvider(At(now)) };
        foreach (var organisation in Register.Organisations)
            await office.Ledger.SaveAsync(organisation, default);
        await office.OpenAsync(Case);
        return office;
    }

    public async Task OpenAsync(RemissCase remissCase)
    {
        var change = Ledger.Change(remissCase.Id).Insert(LedgerKeys.Case, remissCase);
        foreach (var (organisation, order) in remissCase.Recipients.Select((o, i) => (o, i + 1)))
            change.Insert(LedgerKeys.Recipient(organisation), RecipientOf(organisation, order));
        Assert.True(await change.CommitAsync(default));
        await Ledger.OpenAsync(remissCase.Id, default);
    }

    public async Task SetAsync(string organisation, Func<Recipient, Recipient> change)
    {
        var row = await Ledger.FindAsync<Recipient>(Case.Id, LedgerKeys.Recipient(organisation), default);
        Assert.True(await Ledger.Change(Case.Id).Replace(LedgerKeys.Recipient(organisation), row!, change(row!.Value)).CommitAsync(default));
    }

    public async Task<IReadOnlyList<Send>> SendsAsync() => (await Ledger.ReadAsync(Case.Id, default))!.Sends;

    public Task RemindAsync() => new ReminderRun(
        Ledger, SendOnce(), Renderer, Options.Create(new ReminderSchedule()), Options.Create(new NotificationOptions()), Time,
        NullLogger<ReminderRun>.Instance).RunAsync(default);

    public Task ReportAsync() => new WeeklyReportRun(
        Ledger, SendOnce(), Renderer, Options.Create(new NotificationOptions()), Options.Create(Channel), Time,
        NullLogger<WeeklyReportRun>.Instance).RunAsync(default);

    public Task DispatchAsync(NotificationOptions? options = null) => new DispatchRun(
        Ledger, SendOnce(), Renderer, new RequestFiles(Originals), Originals, Options.Create(options ?? new()), Time, NullLogger<DispatchRun>.Instance).RunAsync(default);

    public Task NoticeAsync() => new DailyNoticeRun(
        Ledger, SendOnce(), Renderer, Options.Create(new ReminderSchedule()), Options.Create(new NotificationOptions()), Time,
        NullLogger<DailyNoticeRun>.Instance).RunAsync(default);

    public Task<DecisionEffect> DecideAsync(string organisation, RecipientDecision decision) =>
        new DecisionHandler(Ledger, Time).HandleAsync(Case.Id, organisation, decision, "Handläggare Ett", default);

    public async Task AddAsync(params Document[] documents)
    {
        var change = Ledger.Change(Case.Id);
        foreach (var document in documents)
            change.Insert(LedgerKeys.Document(document), document);
        Assert.True(await change.CommitAsync(default));
    }

    public OriginalStore Originals => new(new BlobContainers(Storage.BlobService));

    public SendOnce SendOnce() => new(Ledger, Notifier ?? Outbox(), Time, NullLogger<SendOnce>.Instance);

    public OutboxNotifier Outbox(NotificationOptions? options = null) => new(Storage.Container, Options.Create(options ?? new()), Time);

    public MimeMessage Mail(string name) => MimeMessage.Load(new MemoryStream(Storage.Blobs[name]));

    public IEnumerable<MimeMessage> Mails => Storage.Blobs.Keys.Where(n => n.EndsWith(".eml", StringComparison.Ordinal)).Order().Select(Mail);

    public static MailRenderer Renderer { get; } = new(new ServiceCollection().BuildServiceProvider(), NullLoggerFactory.Instance);

    public static Recipient RecipientOf(string organisation, int order) => new()
    {
        Organisation = organisation,
        Order = order,
        Deadline = Case.RecipientDeadline,
        DeadlineSince = Case.RemittedOn,
    };

    /// <summary>A moment by the Swedish clock: <c>2023-10-06 09:00</c>.</summary>
    public static DateTimeOffset At(string local)
    {
        var parsed = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return SwedishTime.At(DateOnly.FromDateTime(parsed), TimeOnly.FromDateTime(parsed));
    }
}
