using Remiss.Cases;
using Remiss.Storage;

namespace Remiss.Tests;

internal static class RegisterRows
{
    /// <summary>Puts an organisation into the register, whatever was there.</summary>
    public static Task SaveAsync(this RemissLedger ledger, Organisation organisation, CancellationToken cancellationToken) =>
        new RegisterHandler(ledger, TimeProvider.System).SaveAsync([organisation], AuditEntry.System, cancellationToken);
}
