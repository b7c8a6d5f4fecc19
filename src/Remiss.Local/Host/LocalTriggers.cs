using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Remiss.Dispatch;
using Remiss.Intake;
using Remiss.Mailbox;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Share;

namespace Remiss.Local.Host;

/// <summary>Stands in for the Functions app's triggers and timers while <c>remiss up</c> runs.</summary>
internal sealed partial class LocalTriggers(
    StepPump pump,
    DispatchRun dispatch,
    ReminderRun reminders,
    DailyNoticeRun notices,
    WeeklyReportRun weekly,
    ReconciliationRun reconciliation,
    ShareRun share,
    MailboxRun mailbox,
    TimeProvider time,
    ILogger<LocalTriggers> logger) : BackgroundService
{
    private static readonly TimeSpan WhenIdle = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan BetweenLetters = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenTimers = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        pump.RunAsync(WhenIdle, e => Log.Failed(logger, e, "köer"), stoppingToken),
        EveryAsync(BetweenLetters, "utskick", dispatch.RunAsync, stoppingToken),
        EveryAsync(BetweenTimers, "avstämning", reconciliation.RunOrThrowAsync, stoppingToken),
        EveryAsync(BetweenTimers, "påminnelser", reminders.RunAsync, stoppingToken),
        EveryAsync(BetweenTimers, "notiser", notices.RunAsync, stoppingToken),
        EveryAsync(BetweenTimers, "veckobrev", weekly.RunAsync, stoppingToken),
        EveryAsync(BetweenTimers, "bibliotek", share.RunAsync, stoppingToken),
        EveryAsync(BetweenTimers, "brevlåda", mailbox.RunAsync, stoppingToken));

    private Task EveryAsync(TimeSpan pause, string what, Func<CancellationToken, Task> work, CancellationToken stoppingToken) =>
        RepeatedWork.RunAsync(pause, time, work, e => Log.Failed(logger, e, what), stoppingToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{What} failed and will be tried again")]
        public static partial void Failed(ILogger logger, Exception exception, string what);
    }
}
