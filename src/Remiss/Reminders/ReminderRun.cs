using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Storage;

namespace Remiss.Reminders;

/// <summary>Sends every reminder that is owed right now in all open cases. Runs as often as one likes, on as many workers as one likes.</summary>
public sealed partial class ReminderRun(
    RemissLedger ledger,
    SendOnce sendOnce,
    MailRenderer renderer,
    IOptions<ReminderSchedule> schedule,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<ReminderRun> logger)
{
    private const int TeamsPreview = 150;

    /// <exception cref="AggregateException">Something failed; everything else has been done all the same.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var register = await ledger.ReadRegisterAsync(cancellationToken);
        List<Exception> failures = [];
        foreach (var caseId in await ledger.OpenCasesAsync(cancellationToken))
        {
            if (await ledger.ReadAsync(caseId, cancellationToken) is not { IsOpen: true } read)
                continue;
            foreach (var recipient in read.Recipients)
            {
                try
                {
                    await RemindAsync(read, recipient, register, cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    Log.Failed(logger, e, caseId, recipient.Organisation);
                    failures.Add(e);
                }
            }
        }

        if (failures.Count > 0)
            throw new AggregateException("Some reminders could not be sent; they stay owed.", failures);
    }

    private async Task RemindAsync(CaseLedger read, Recipient recipient, Register register, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var contacts = register.Find(recipient.Organisation)?.Contacts ?? [];
        var decision = ReminderPolicy.Decide(
            recipient, read.Documents, read.Sends, contacts, read.Case.Coordinators, now, schedule.Value);

        foreach (var send in decision.Passed)
            await sendOnce.PassAsync(read.Case.Id, send, cancellationToken);
        foreach (var (send, to) in decision.Due)
        {
            var owed = new OwedAnswer(
                read, recipient, register, send.Slot, SwedishTime.Date(now), options.Value.HowToAnswerIn(read.Case.Id, recipient.Organisation))
            {
                UploadPage = options.Value.UploadPageOf(read.Case.Id, recipient.Organisation),
            };
            await sendOnce.DeliverAsync(read.Case.Id, send, id => ComposeAsync(id, owed, send.Channel, to), cancellationToken);
        }
    }

    private async Task<Notification> ComposeAsync(string id, OwedAnswer owed, Channel channel, Addressee to)
    {
        var letter = to.Audience switch
        {
            Audience.Coordinator => EscalationLetter.To(owed, to.Name),
            Audience.Escalation => ReminderLetter.ToEscalationContact(owed, to.Name),
            _ => ReminderLetter.ToAnswerer(owed, to.Name),
        };
        return channel is Channel.Teams
            ? new TeamsNotification(
                owed.Case.Id, id, to.Name, to.EntraId!, letter.Subject, SingleLine.Of(letter.Preview, TeamsPreview), options.Value.BaseUrl)
            : new MailNotification(
                owed.Case.Id, id, to.Name, to.Mail, letter.Subject, await renderer.RenderAsync($"Remiss {owed.Case.Dnr}", letter), PlainText.Of(letter))
            {
                Answerer = to.Audience is Audience.Coordinator ? null : owed.Recipient.Organisation,
            };
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{CaseId}: reminding {Organisation} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string caseId, string organisation);
    }
}
