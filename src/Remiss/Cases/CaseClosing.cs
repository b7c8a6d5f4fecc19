using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Cases;

/// <summary>What follows when a case has been closed or opened again, as its partition says. May run any number of times.</summary>
public sealed class CaseClosing(RemissLedger ledger, SendOnce sendOnce)
{
    public async Task FinishAsync(string caseId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync<CaseClosure>(caseId, LedgerKeys.Closure, cancellationToken) is not { } closure) return;
        if (!closure.Value.IsClosed)
        {
            await ledger.OpenAsync(caseId, cancellationToken);
            return;
        }

        await ledger.CloseAsync(caseId, cancellationToken);
        foreach (var send in await ledger.ListAsync<Send>(caseId, cancellationToken))
        {
            if (send.State is SendState.Owed or SendState.Sending) await sendOnce.PassAsync(caseId, send, cancellationToken);
        }
    }
}
