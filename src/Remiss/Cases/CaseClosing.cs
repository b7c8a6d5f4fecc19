using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Cases;

/// <summary>What follows when a case has been closed or opened again, as its partition says. May run any number of times.</summary>
public sealed class CaseClosing(RemissLedger ledger, SendOnce sendOnce)
{
    /// <returns>False while something is still on its way out; then it is to be asked again.</returns>
    public async Task<bool> FinishAsync(string caseId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync<CaseClosure>(caseId, LedgerKeys.Closure, cancellationToken) is not { } closure) return true;
        if (!closure.Value.IsClosed)
        {
            await ledger.OpenAsync(caseId, cancellationToken);
            return true;
        }

        await ledger.CloseAsync(caseId, cancellationToken);
        foreach (var send in await ledger.FindInStateAsync<Send, SendState>(caseId, [SendState.Owed, SendState.Sending], cancellationToken))
            await sendOnce.PassAsync(caseId, send.Value, cancellationToken);
        return (await ledger.FindInStateAsync<Send, SendState>(caseId, [SendState.Sending], cancellationToken)).Count == 0;
    }
}
