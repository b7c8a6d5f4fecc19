using Microsoft.Azure.Functions.Worker;
using Remiss.Mailbox;

namespace RemissFunctions;

public sealed class MailboxFunction(MailboxRun mailbox)
{
    [Function("Mailbox")]
    public Task RunAsync([TimerTrigger("%MailboxSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        mailbox.RunAsync(cancellationToken);
}
