using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>
/// Tells each coordinator in the morning of a working day what waits, if anything does: in Teams, or by mail to whom Teams does not reach.
/// What the day's first run finds settles the day; a day on which nothing waited is recorded as passed.
/// </summary>
public sealed partial class DailyNoticeRun(
    RemissLedger ledger,
    SendOnce sendOnce,
    MailRenderer renderer,
    IOptions<ReminderSchedule> schedule,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<DailyNoticeRun> logger)
{
    /// <exception cref="AggregateException">Some notice failed; all others have been sent all the same.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await sendOnce.PassEarlierAsync(LedgerKeys.Weekly, SendKind.Notice, SwedishTime.Date(now), cancellationToken);
        if (!schedule.Value.IsSendingTime(now))
            return;

        var status = await CoordinatorStatus.ReadAsync(ledger, now, cancellationToken);
        List<Exception> failures = [];
        foreach (var coordinator in status.Coordinators)
        {
            try
            {
                await TellAsync(coordinator, DailyNotice.Of(status.Of(coordinator)), cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(logger, e);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException("Some notices could not be sent; they stay owed.", failures);
    }

    private async Task TellAsync(Addressee coordinator, DailyNotice notice, CancellationToken cancellationToken)
    {
        foreach (var channel in coordinator.Channels)
        {
            var send = RowOf(coordinator, notice.Day, channel);
            if (!notice.IsNeeded)
            {
                if (await ledger.FindAsync<Send>(LedgerKeys.Weekly, LedgerKeys.Send(send), cancellationToken) is null)
                    await sendOnce.PassAsync(LedgerKeys.Weekly, send, cancellationToken);
                return;
            }

            var state = await sendOnce.DeliverAsync(LedgerKeys.Weekly, send, id => ComposeAsync(id, coordinator, notice, channel), cancellationToken);
            if (state is not (SendState.NotInstalled or SendState.Rejected or SendState.Unknown))
                return;
        }
    }

    private static Send RowOf(Addressee coordinator, DateOnly day, Channel channel) => new()
    {
        Kind = SendKind.Notice,
        Organisation = LedgerKeys.NoOrganisation,
        Deadline = day,
        Slot = 1,
        Channel = channel,
        Contact = coordinator.Mail,
        At = default,
    };

    private async Task<Notification> ComposeAsync(string id, Addressee to, DailyNotice notice, Channel channel)
    {
        var letter = notice.ToLetter(to.Name, options.Value.BaseUrl);
        return channel is Channel.Teams
            ? new TeamsNotification(LedgerKeys.Weekly, id, to.Name, to.EntraId!, letter.Heading, SingleLine.Of(letter.Preview, 150), options.Value.BaseUrl)
            : new MailNotification(
                LedgerKeys.Weekly, id, to.Name, to.Mail, letter.Subject, await renderer.RenderAsync("Remisshanteringen", letter), PlainText.Of(letter));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A daily notice failed")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
