using Microsoft.Extensions.Logging;
using Remiss.Storage;

namespace Remiss.Notifications;

/// <summary>
/// Sends what has a row in the ledger, each row exactly once, however many workers try and wherever one dies. The row says Owed before
/// anything else is done, and Sending before the channel is asked; each step commits with its line of the audit log.
/// </summary>
public sealed partial class SendOnce(RemissLedger ledger, INotifier notifier, TimeProvider time, ILogger<SendOnce> logger)
{
    /// <summary>Sends it unless that has been done.</summary>
    /// <param name="compose">Called with the notification's id, only when it is really to be sent.</param>
    /// <returns>The row's state: Sending while another worker has it under way.</returns>
    /// <exception cref="Exception">The channel threw. The row stays Sending and is settled at the next try.</exception>
    public async Task<SendState> DeliverAsync(
        string partition, Send send, Func<string, Task<Notification>> compose, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await FindOrInsertAsync(partition, send, SendState.Owed, cancellationToken);
            if (row.Value.State is SendState.Sending && !IsUnderWay(row.Value))
            {
                await SettleAsync(partition, row, SendState.Owed, cancellationToken);
                continue;
            }

            if (row.Value.State is not SendState.Owed)
                return row.Value.State;

            var notification = await compose(NotificationId.Of(partition, send));
            if (!await ChangeAsync(partition, row, new(SendState.Sending), SubjectOf(notification), cancellationToken))
                continue;

            var result = notification switch
            {
                MailNotification mail => await notifier.SendAsync(mail, cancellationToken),
                TeamsNotification teams => await notifier.SendAsync(teams, cancellationToken),
                _ => throw new ArgumentException($"No channel carries a {notification.GetType().Name}.", nameof(compose)),
            };
            return await RecordAsync(partition, send, result, cancellationToken);
        }
    }

    /// <summary>Records that its day went by. What was under way is settled: it passes only if it certainly never left.</summary>
    public async Task PassAsync(string partition, Send send, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await FindOrInsertAsync(partition, send, SendState.Passed, cancellationToken);
            switch (row.Value.State)
            {
                case SendState.Owed:
                    await ChangeAsync(partition, row, new(SendState.Passed), row.Value.Subject, cancellationToken);
                    break;
                case SendState.Sending when !IsUnderWay(row.Value):
                    await SettleAsync(partition, row, SendState.Passed, cancellationToken);
                    break;
                default:
                    return;
            }
        }
    }

    private bool IsUnderWay(Send send) => time.GetUtcNow() - send.At < notifier.SettleAfter;

    private async Task SettleAsync(string partition, Stored<Send> row, SendState ifItNeverLeft, CancellationToken cancellationToken)
    {
        var id = NotificationId.Of(partition, row.Value);
        var result = await notifier.SettleAsync(partition, id, row.Value.Channel, cancellationToken);
        if (result.State is SendState.Owed)
            result = result with { State = ifItNeverLeft };
        await ChangeAsync(partition, row, result, row.Value.Subject, cancellationToken);
    }

    /// <summary>What the channel told us outranks what another worker has concluded meanwhile.</summary>
    private async Task<SendState> RecordAsync(string partition, Send send, SendResult result, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ReadAsync(partition, send, cancellationToken);
            if (row.Value.State == result.State || await ChangeAsync(partition, row, result, row.Value.Subject, cancellationToken))
                return result.State;
        }
    }

    private async Task<Stored<Send>> FindOrInsertAsync(string partition, Send send, SendState state, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Send(send);
        if (await ledger.FindAsync<Send>(partition, key, cancellationToken) is { } found)
            return found;

        await ledger.Change(partition)
            .Insert(key, send with { State = state, At = time.GetUtcNow() })
            .Audit(Entry(partition, send, new(state)))
            .CommitAsync(cancellationToken);
        return await ReadAsync(partition, send, cancellationToken);
    }

    private async Task<Stored<Send>> ReadAsync(string partition, Send send, CancellationToken cancellationToken) =>
        await ledger.FindAsync<Send>(partition, LedgerKeys.Send(send), cancellationToken)
        ?? throw new InvalidOperationException($"Row '{LedgerKeys.Send(send)}' in partition '{partition}' is gone; rows of sends are never removed.");

    private async Task<bool> ChangeAsync(
        string partition, Stored<Send> row, SendResult result, string subject, CancellationToken cancellationToken)
    {
        var after = row.Value with { State = result.State, Detail = result.Detail, Subject = subject, At = time.GetUtcNow() };
        var changed = await ledger.Change(partition)
            .Replace(LedgerKeys.Send(row.Value), row, after)
            .Audit(Entry(partition, after, result))
            .CommitAsync(cancellationToken);
        if (changed && result.State is not SendState.Sending)
            Log.Changed(logger, partition, after.Kind, after.Organisation, after.Slot, after.Channel, after.State);
        return changed;
    }

    private AuditEntry Entry(string partition, Send send, SendResult result) => new(
        time.GetUtcNow(), AuditEntry.System, $"send_{RemissJson.Label(result.State)}", NotificationId.Of(partition, send), result.Detail);

    private static string SubjectOf(Notification notification) => SingleLine.Of(notification switch
    {
        MailNotification mail => mail.Subject,
        TeamsNotification teams => teams.Topic,
        _ => "",
    });

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Partition}: {Kind} {Slot} to {Organisation} by {Channel} is {State}")]
        public static partial void Changed(
            ILogger logger, string partition, SendKind kind, string organisation, int slot, Channel channel, SendState state);
    }
}
