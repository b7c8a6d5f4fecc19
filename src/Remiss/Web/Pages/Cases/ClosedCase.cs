using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Storage;

namespace Remiss.Web.Pages.Cases;

/// <summary>A case that the list of cases does not show any more.</summary>
public sealed record ClosedCase(RemissCase Case, CaseClosure? Closure, bool IsDisposed)
{
    /// <returns>The one that was closed last comes first.</returns>
    public static async Task<IReadOnlyList<ClosedCase>> AllAsync(RemissLedger ledger, CancellationToken cancellationToken)
    {
        var closed = (await ledger.AllCasesAsync(cancellationToken)).Except(await ledger.OpenCasesAsync(cancellationToken));
        var read = await Task.WhenAll(closed.Select(id => FindAsync(ledger, id, cancellationToken)));
        return [.. read.OfType<ClosedCase>().OrderByDescending(c => c.Closure?.At)];
    }

    private static async Task<ClosedCase?> FindAsync(RemissLedger ledger, string id, CancellationToken cancellationToken)
    {
        var remissCase = ledger.FindAsync<RemissCase>(id, LedgerKeys.Case, cancellationToken);
        var closure = ledger.FindAsync<CaseClosure>(id, LedgerKeys.Closure, cancellationToken);
        var disposal = ledger.FindAsync<CaseDisposal>(id, LedgerKeys.Disposal, cancellationToken);
        return await remissCase is { } found ? new(found.Value, (await closure)?.Value, await disposal is not null) : null;
    }
}
