using Remiss.Storage;

namespace Remiss.Notifications;

/// <summary>Sends that may or may not have left: nobody but a person can say, and until then they are not sent again.</summary>
public sealed class UnknownSends(RemissLedger ledger, SendOnce sendOnce)
{
    /// <summary>In all cases, closed ones too, and in what goes to coordinators about all of theirs.</summary>
    public async Task<IReadOnlyList<UnknownSend>> ListAsync(CancellationToken cancellationToken)
    {
        List<UnknownSend> unknown = [];
        foreach (var partition in (await ledger.AllCasesAsync(cancellationToken)).Append(LedgerKeys.Weekly))
            unknown.AddRange(await ListAsync(partition, cancellationToken));
        return unknown;
    }

    public async Task<IReadOnlyList<UnknownSend>> ListAsync(string partition, CancellationToken cancellationToken) =>
    [
        .. (await ledger.FindInStateAsync<Send, SendState>(partition, [SendState.Unknown], cancellationToken))
            .Select(s => new UnknownSend(partition, LedgerKeys.Send(s.Value), s.Value)),
    ];

    /// <param name="key">Of the send's row, as the list gives it.</param>
    /// <param name="arrived">False: it is sent again, if its time has not gone by.</param>
    /// <returns>False when there is no such send, or it is not unknown any more.</returns>
    public async Task<bool> SettleAsync(string partition, string key, bool arrived, string who, CancellationToken cancellationToken) =>
        await ledger.FindAsync<Send>(partition, key, cancellationToken) is { Value.State: SendState.Unknown } row
        && await sendOnce.SettleByPersonAsync(partition, row.Value, arrived, who, cancellationToken);
}

/// <param name="Partition">The case, or <c>_weekly</c>.</param>
public sealed record UnknownSend(string Partition, string Key, Send Send);
