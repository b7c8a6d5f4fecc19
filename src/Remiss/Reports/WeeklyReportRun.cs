using Microsoft.Extensions.Logging;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>Mails every coordinator with an open case how its cases stand, once in each ISO week, whenever in the week it gets to run.</summary>
public sealed partial class WeeklyReportRun(
    RemissLedger ledger, SendOnce sendOnce, MailRenderer renderer, TimeProvider time, ILogger<WeeklyReportRun> logger)
{
    /// <exception cref="AggregateException">A mail failed; all others have been sent all the same.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var week = ReportWeek.Of(now);
        await PassEarlierAsync(week, cancellationToken);
        if (!week.IsDue(now))
            return;

        var cases = await ReadCasesAsync(cancellationToken);
        List<Exception> failures = [];
        foreach (var coordinator in cases.SelectMany(c => c.Case.Coordinators).DistinctBy(c => Lower(c.Mail)))
        {
            try
            {
                var send = new Send
                {
                    Kind = SendKind.Weekly,
                    Organisation = LedgerKeys.NoOrganisation,
                    Deadline = week.Monday,
                    Slot = week.Number,
                    Channel = Channel.Mail,
                    Contact = Lower(coordinator.Mail),
                    At = now,
                };
                await sendOnce.DeliverAsync(LedgerKeys.Weekly, send, id => ComposeAsync(id, coordinator, cases, now, cancellationToken), cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.Failed(logger, e, week.Year, week.Number);
                failures.Add(e);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException("Some weekly reports could not be sent; they stay owed.", failures);
    }

    /// <summary>How the open cases of one coordinator stand now.</summary>
    public async Task<WeeklyStatus> StatusAsync(Coordinator coordinator, CancellationToken cancellationToken) =>
        await StatusAsync(coordinator, await ReadCasesAsync(cancellationToken), time.GetUtcNow(), cancellationToken);

    /// <summary>The report as a whole HTML document.</summary>
    public Task<string> RenderAsync(WeeklyStatus status) =>
        renderer.RenderAsync<WeeklyMail>(new Dictionary<string, object?> { [nameof(WeeklyMail.Status)] = status });

    private async Task PassEarlierAsync(ReportWeek week, CancellationToken cancellationToken)
    {
        foreach (var send in await ledger.ListAsync<Send>(LedgerKeys.Weekly, cancellationToken))
        {
            if (send.Deadline < week.Monday && send.State is SendState.Owed or SendState.Sending)
                await sendOnce.PassAsync(LedgerKeys.Weekly, send, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<CaseLedger>> ReadCasesAsync(CancellationToken cancellationToken)
    {
        List<CaseLedger> cases = [];
        foreach (var caseId in await ledger.OpenCasesAsync(cancellationToken))
        {
            if (await ledger.ReadAsync(caseId, cancellationToken) is { } read)
                cases.Add(read);
        }

        return cases;
    }

    private async Task<WeeklyStatus> StatusAsync(
        Coordinator coordinator, IReadOnlyList<CaseLedger> cases, DateTimeOffset now, CancellationToken cancellationToken) => WeeklyStatus.Of(
            cases.Where(c => c.Case.Coordinators.Any(other => Lower(other.Mail) == Lower(coordinator.Mail))),
            await ledger.ListAsync<Document>(LedgerKeys.Unassigned, cancellationToken),
            await ledger.ReadRegisterAsync(cancellationToken),
            now);

    private async Task<Notification> ComposeAsync(
        string id, Coordinator coordinator, IReadOnlyList<CaseLedger> cases, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var status = await StatusAsync(coordinator, cases, now, cancellationToken);
        return new MailNotification(
            LedgerKeys.Weekly, id, coordinator.Name, Lower(coordinator.Mail), ReportWords.Subject(status), await RenderAsync(status), WeeklyText.Of(status));
    }

    private static string Lower(string mail) => mail.Trim().ToLowerInvariant();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A weekly report of {Year} week {Week} failed")]
        public static partial void Failed(ILogger logger, Exception exception, int year, int week);
    }
}
