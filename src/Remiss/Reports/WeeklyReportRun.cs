using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Notifications.Workflows;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>
/// Mails every coordinator with an open case how its cases stand, and posts all cases in a channel of Teams where there is one: once in
/// each ISO week, whenever in the week it gets to run.
/// </summary>
public sealed partial class WeeklyReportRun(
    RemissLedger ledger,
    SendOnce sendOnce,
    MailRenderer renderer,
    IOptions<NotificationOptions> options,
    IOptions<WorkflowsOptions> channel,
    TimeProvider time,
    ILogger<WeeklyReportRun> logger)
{
    /// <summary>In the row's contact: the channel that the flow posts to.</summary>
    private const string WeeklyChannel = "teams-channel";

    /// <exception cref="AggregateException">A mail failed; all others have been sent all the same.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var week = ReportWeek.Of(now);
        await sendOnce.PassEarlierAsync(LedgerKeys.Weekly, SendKind.Weekly, week.Monday, cancellationToken);
        if (!week.IsDue(now))
            return;

        var status = await CoordinatorStatus.ReadAsync(ledger, now, cancellationToken);
        List<Exception> failures = [];
        foreach (var coordinator in status.Coordinators)
            await TryAsync(RowOf(week, Channel.Mail, coordinator.Mail), async id => await ComposeAsync(id, coordinator, status.Of(coordinator)));
        if (channel.Value.HasWebhook() && status.Coordinators.Any())
            await TryAsync(RowOf(week, Channel.Workflow, WeeklyChannel), id => Task.FromResult<Notification>(Card(id, status.OfAll())));

        if (failures.Count > 0)
            throw new AggregateException("Some weekly reports could not be sent; they stay owed.", failures);

        async Task TryAsync(Send send, Func<string, Task<Notification>> compose)
        {
            try
            {
                await sendOnce.DeliverAsync(LedgerKeys.Weekly, send, compose, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(logger, e, week.Year, week.Number);
                failures.Add(e);
            }
        }
    }

    private Send RowOf(ReportWeek week, Channel way, string contact) => new()
    {
        Kind = SendKind.Weekly,
        Organisation = LedgerKeys.NoOrganisation,
        Deadline = week.Monday,
        Slot = week.Number,
        Channel = way,
        Contact = contact,
        At = time.GetUtcNow(),
    };

    private CardNotification Card(string id, WeeklyStatus status) => new(
        LedgerKeys.Weekly, id, "Teams-kanalen", ReportWords.Subject(status), WeeklyCard.Of(status, options.Value.BaseUrl));

    /// <summary>How the open cases of one coordinator stand now.</summary>
    public async Task<WeeklyStatus> StatusAsync(Coordinator coordinator, CancellationToken cancellationToken) =>
        (await CoordinatorStatus.ReadAsync(ledger, time.GetUtcNow(), cancellationToken)).Of(Addressee.Of(coordinator));

    /// <summary>The report as a whole HTML document that needs nothing beside it.</summary>
    public Task<string> RenderAsync(WeeklyStatus status) => RenderAsync(
        status, item => "data:image/png;base64," + Convert.ToBase64String(StandingChart.Draw(item)));

    /// <summary>The report as a mail, with its charts and its tables.</summary>
    public async Task<MailNotification> ComposeAsync(string id, Addressee to, WeeklyStatus status) => new(
        LedgerKeys.Weekly, id, to.Name, to.Mail, ReportWords.Subject(status), await RenderAsync(status, item => "cid:" + ContentId(item)), WeeklyText.Of(status))
    {
        Attachments =
        [
            .. status.Cases.Select(item => new MailAttachment($"{ContentId(item)}.png", "image/png", StandingChart.Draw(item), ContentId(item))),
            new($"remisser-{status.Week.Year}-v{status.Week.Number:00}.csv", "text/csv; charset=utf-8", WeeklyCsv.Write(status)),
        ],
    };

    private static string ContentId(WeeklyCase status) => $"laget-{LedgerKeys.Safe(status.Case.Id).Replace('~', '_')}";

    private Task<string> RenderAsync(WeeklyStatus status, Func<WeeklyCase, string> picture) => renderer.RenderAsync<WeeklyMail>(
        new Dictionary<string, object?> { [nameof(WeeklyMail.Status)] = status, [nameof(WeeklyMail.Picture)] = picture });

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A weekly report of {Year} week {Week} failed")]
        public static partial void Failed(ILogger logger, Exception exception, int year, int week);
    }
}
