using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Notifications.Graph;
using Remiss.Storage;

namespace Remiss.Mailbox;

/// <summary>Puts what is new in the shared mailbox in the inbox. Does nothing where no mailbox is set, or none of its folders is to be read.</summary>
public sealed class MailboxRun(
    Lazy<GraphServiceClient> graph,
    IOptions<GraphOptions> connection,
    IOptions<MailboxOptions> options,
    RemissLedger ledger,
    DeltaWalk walk,
    InboxWriter inbox,
    TimeProvider time)
{
    /// <exception cref="InvalidOperationException">Some mails could not be fetched; all others have been.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!connection.Value.HasMailbox() || !options.Value.IsRead()) return;

        var context = await MailContext.ReadAsync(ledger, cancellationToken);
        var source = new MailboxSource(graph.Value, connection.Value.Mailbox!, options.Value, context, inbox, time);
        await walk.RunAsync(source, cancellationToken);
    }
}
