using Microsoft.Extensions.Logging;
using Remiss.Storage;
using Remiss.Telemetry;

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
                if (await SettleAsync(partition, row, SendState.Owed, cancellationToken) is SendState.Sending)
                    return SendState.Sending;
                continue;
            }

            if (row.Value.State is not SendState.Owed)
                return row.Value.State;

            var notification = await compose(NotificationId.Of(partition, send));
            var subject = SubjectOf(notification);
            var claimed = row.Value with { State = SendState.Sending, Subject = subject, Detail = null, At = time.GetUtcNow() };
            if (!await ReplaceAsync(partition, row, claimed, cancellationToken))
                continue;

            var result = notification switch
            {
                MailNotification mail => await MailAsync(partition, claimed, mail, cancellationToken),
                TeamsNotification teams => await notifier.SendAsync(teams, cancellationToken),
                CardNotification card => await notifier.SendAsync(card, cancellationToken),
                _ => throw new ArgumentException($"No channel carries a {notification.GetType().Name}.", nameof(compose)),
            };
            return result is null ? SendState.Sending : await RecordAsync(partition, send, result, cancellationToken);
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
                    await ChangeAsync(partition, row, new(SendState.Passed), cancellationToken);
                    break;
                case SendState.Sending when !IsUnderWay(row.Value):
                    if (await SettleAsync(partition, row, SendState.Passed, cancellationToken) is SendState.Sending)
                        return;
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Records that the day of everything of the kind with an earlier deadline went by, as far as nobody knows what became of it.</summary>
    public async Task PassEarlierAsync(string partition, SendKind kind, DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var row in await ledger.FindInStateAsync<Send, SendState>(partition, [SendState.Owed, SendState.Sending], cancellationToken))
        {
            if (row.Value.Kind == kind && row.Value.Deadline < day)
                await PassAsync(partition, row.Value, cancellationToken);
        }
    }

    /// <summary>Asks the channel what became of everything in the partition that somebody left under way.</summary>
    public async Task SettleAllAsync(string partition, CancellationToken cancellationToken)
    {
        foreach (var row in await ledger.FindAllAsync<Send>(partition, cancellationToken))
        {
            if (row.Value.State is SendState.Sending && !IsUnderWay(row.Value))
                await SettleAsync(partition, row, SendState.Owed, cancellationToken);
        }
    }

    /// <summary>A person says what became of a send that is unknown.</summary>
    /// <param name="arrived">False puts it back among what is owed: it is sent again if its time has not gone by.</param>
    /// <returns>False when it is not unknown, or not any more.</returns>
    public async Task<bool> SettleByPersonAsync(string partition, Send send, bool arrived, string who, CancellationToken cancellationToken)
    {
        var row = await ReadAsync(partition, send, cancellationToken);
        if (row.Value.State is not SendState.Unknown)
            return false;
        var after = row.Value with
        {
            State = arrived ? SendState.Accepted : SendState.Owed,
            Draft = arrived ? row.Value.Draft : null,
            At = time.GetUtcNow(),
        };
        return await ledger.Change(partition)
            .Replace(LedgerKeys.Send(send), row, after)
            .Audit(Entry(partition, after) with { Who = who, What = arrived ? "send_confirmed" : "send_again" })
            .CommitAsync(cancellationToken);
    }

    /// <summary>The recipient's server has sent it back. May be told again, with the same result.</summary>
    /// <param name="why">A sentence in Swedish.</param>
    public async Task ReturnAsync(string partition, Send send, string why, CancellationToken cancellationToken)
    {
        while (await ReadAsync(partition, send, cancellationToken) is
            { Value: { ReturnedAt: null, State: SendState.Accepted or SendState.Sending or SendState.Unknown or SendState.Rejected } } row)
        {
            var returned = row.Value with { State = SendState.Rejected, Detail = why, At = time.GetUtcNow(), ReturnedAt = time.GetUtcNow() };
            if (await ReplaceAsync(partition, row, returned, cancellationToken)) return;
        }
    }

    /// <summary>
    /// The draft's ids are in the row before it is sent. Whoever finds that the row is no longer his leaves the draft lying: it has not left.
    /// </summary>
    /// <returns>Null when somebody else has it now.</returns>
    private async Task<SendResult?> MailAsync(string partition, Send claimed, MailNotification mail, CancellationToken cancellationToken)
    {
        var draft = claimed.Draft;
        if (draft is null)
        {
            var prepared = await notifier.PrepareAsync(mail, cancellationToken);
            if (prepared.State is not SendState.Sending)
                return prepared;
            draft = prepared.Draft;
            if (draft is not null && !await KeepAsync(partition, claimed, draft, cancellationToken))
                return null;
        }

        return await notifier.SendAsync(mail, draft, cancellationToken);
    }

    private async Task<bool> KeepAsync(string partition, Send claimed, MailDraft draft, CancellationToken cancellationToken)
    {
        var row = await ReadAsync(partition, claimed, cancellationToken);
        return row.Value == claimed
            && await ledger.Change(partition)
                .Replace(LedgerKeys.Send(claimed), row, claimed with { Draft = draft })
                .CommitAsync(cancellationToken);
    }

    private bool IsUnderWay(Send send) => time.GetUtcNow() - send.At < notifier.SettleAfter;

    private async Task<SendState> SettleAsync(
        string partition, Stored<Send> row, SendState ifItNeverLeft, CancellationToken cancellationToken)
    {
        var result = await notifier.SettleAsync(partition, row.Value, cancellationToken);
        if (result.State is SendState.Owed)
            result = result with { State = ifItNeverLeft };
        if (result.State is not SendState.Sending)
            await ChangeAsync(partition, row, result, cancellationToken);
        return result.State;
    }

    /// <summary>What the channel told us outranks what another worker has concluded meanwhile; that it never left outranks nothing.</summary>
    private async Task<SendState> RecordAsync(string partition, Send send, SendResult result, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ReadAsync(partition, send, cancellationToken);
            var isSettled = row.Value.ReturnedAt is not null || row.Value.State == result.State || (result.State is SendState.Owed && row.Value.State is not SendState.Sending);
            if (isSettled || await ChangeAsync(partition, row, result, cancellationToken))
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
            .Audit(Entry(partition, send with { State = state }))
            .CommitAsync(cancellationToken);
        return await ReadAsync(partition, send, cancellationToken);
    }

    private async Task<Stored<Send>> ReadAsync(string partition, Send send, CancellationToken cancellationToken) =>
        await ledger.FindAsync<Send>(partition, LedgerKeys.Send(send), cancellationToken)
        ?? throw new InvalidOperationException($"Row '{LedgerKeys.Send(send)}' in partition '{partition}' is gone; rows of sends are never removed.");

    private Task<bool> ChangeAsync(string partition, Stored<Send> row, SendResult result, CancellationToken cancellationToken)
    {
        var draft = result.Draft ?? row.Value.Draft;
        return ReplaceAsync(
            partition, row, row.Value with { State = result.State, Detail = result.Detail, Draft = draft, At = time.GetUtcNow() }, cancellationToken);
    }

    private async Task<bool> ReplaceAsync(string partition, Stored<Send> row, Send after, CancellationToken cancellationToken)
    {
        var changed = await ledger.Change(partition)
            .Replace(LedgerKeys.Send(row.Value), row, after)
            .Audit(Entry(partition, after))
            .CommitAsync(cancellationToken);
        if (changed && after.State is not SendState.Sending)
        {
            Log.Changed(logger, partition, after.Kind, after.Organisation, after.Slot, after.Channel, after.State);
            RemissTelemetry.Came(after);
        }

        return changed;
    }

    private AuditEntry Entry(string partition, Send send) => new(
        time.GetUtcNow(), AuditEntry.System, $"send_{RemissJson.Label(send.State)}", NotificationId.Of(partition, send), send.Detail);

    private static string SubjectOf(Notification notification) => SingleLine.Of(notification switch
    {
        MailNotification mail => mail.Subject,
        TeamsNotification teams => teams.Topic,
        CardNotification card => card.Subject,
        _ => "",
    });

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Partition}: {Kind} {Slot} to {Organisation} by {Channel} is {State}")]
        public static partial void Changed(
            ILogger logger, string partition, SendKind kind, string organisation, int slot, Channel channel, SendState state);
    }
}
