using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Dispatch;

/// <summary>
/// Asks what became of everything left under way, and then tells whoever has not been told: the request, receipts, copies, decisions. Runs
/// as often as one likes, on as many workers as one likes, at any hour.
/// </summary>
public sealed partial class DispatchRun(
    RemissLedger ledger,
    SendOnce sendOnce,
    MailRenderer renderer,
    RequestFiles files,
    OriginalStore originals,
    IOptions<NotificationOptions> options,
    TimeProvider time,
    ILogger<DispatchRun> logger)
{
    private const int TeamsPreview = 150;

    /// <exception cref="AggregateException">Something failed; everything else has been done all the same.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<Exception> failures = [];
        await TryAsync(LedgerKeys.Weekly, () => sendOnce.SettleAllAsync(LedgerKeys.Weekly, cancellationToken), failures);
        var register = await ledger.ReadRegisterAsync(cancellationToken);
        foreach (var caseId in await ledger.OpenCasesAsync(cancellationToken))
        {
            await TryAsync(caseId, () => sendOnce.SettleAllAsync(caseId, cancellationToken), failures);
            if (await ledger.ReadAsync(caseId, cancellationToken) is not { IsOpen: true } read)
                continue;

            var decision = DispatchPolicy.Decide(read, register, time.GetUtcNow());
            foreach (var send in decision.Passed)
                await TryAsync(caseId, () => sendOnce.PassAsync(caseId, send, cancellationToken), failures);
            foreach (var letter in decision.Owed)
            {
                await TryAsync(
                    caseId,
                    () => sendOnce.DeliverAsync(caseId, letter.Send, id => ComposeAsync(id, letter, read, register, cancellationToken), cancellationToken),
                    failures);
            }
        }

        if (failures.Count > 0)
            throw new AggregateException("Some letters could not be sent; they stay owed.", failures);
    }

    private async Task TryAsync(string partition, Func<Task> work, List<Exception> failures)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.Failed(logger, e, partition);
            failures.Add(e);
        }
    }

    private async Task<Notification> ComposeAsync(
        string id, OwedLetter letter, CaseLedger read, Register register, CancellationToken cancellationToken)
    {
        var (organisation, to) = (letter.Send.Organisation, letter.To);
        var owed = new OwedAnswer(
            read, read.Recipients.First(r => r.Organisation == organisation), register, letter.Send.Slot, SwedishTime.Date(time.GetUtcNow()),
            options.Value.HowToAnswerIn(read.Case.Id, organisation))
        {
            UploadPage = options.Value.UploadPageOf(read.Case.Id, organisation),
        };
        var attachments = letter.Send.Channel is Channel.Mail ? await AttachmentsAsync(letter, owed, cancellationToken) : [];
        var content = LetterOf(letter, owed, attachments);
        return letter.Send.Channel is Channel.Teams
            ? new TeamsNotification(
                read.Case.Id, id, to.Name, to.EntraId!, content.Subject, SingleLine.Of(content.Preview, TeamsPreview), owed.UploadPage ?? options.Value.BaseUrl)
            : new MailNotification(
                read.Case.Id, id, to.Name, to.Mail, content.Subject, await renderer.RenderAsync($"Remiss {read.Case.Dnr}", content), PlainText.Of(content))
            {
                Attachments = attachments,
                Answerer = letter.Matter is Matter.Copy ? null : organisation,
            };
    }

    private async Task<IReadOnlyList<MailAttachment>> AttachmentsAsync(OwedLetter letter, OwedAnswer owed, CancellationToken cancellationToken) => letter.Matter switch
    {
        Matter.Request => [.. await files.ReadAsync(owed.Case, cancellationToken), Calendar(owed)],
        Matter.ExtensionGranted or Matter.DeadlineMoved => [Calendar(owed)],
        Matter.Copy when letter.Documents[0] is { IsSecret: false, Size: <= RequestFiles.LargestMail } document =>
            [new(SingleLine.Of(document.FileName), RequestFiles.ContentType(document.FileName), await originals.ReadAsync(document.Sha256, cancellationToken))],
        _ => [],
    };

    private MailAttachment Calendar(OwedAnswer owed) => new(
        DeadlineCalendar.FileName, DeadlineCalendar.ContentType, DeadlineCalendar.Write(owed.Case, owed.Recipient.Organisation, owed.LastDay, time.GetUtcNow()));

    private static Letter LetterOf(OwedLetter letter, OwedAnswer owed, IReadOnlyList<MailAttachment> attachments) => letter.Matter switch
    {
        Matter.Request => RequestLetter.To(owed, letter.To.Name),
        Matter.Receipt => ReceiptLetter.ToSender(owed, letter.To.Name, letter.Documents),
        Matter.Copy => ReceiptLetter.ToRegistrar(owed, letter.To.Name, letter.Documents[0], attachments.Count > 0),
        Matter.ExtensionGranted => DecisionLetter.Granted(owed, letter.To.Name),
        Matter.ExtensionRefused => DecisionLetter.Refused(owed, letter.To.Name),
        Matter.DeadlineMoved => DecisionLetter.Moved(owed, letter.To.Name),
        _ => DecisionLetter.Completion(owed, letter.To.Name, owed.Recipient.Completion!),
    };

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Partition}: a letter could not be sent")]
        public static partial void Failed(ILogger logger, Exception exception, string partition);
    }
}
