using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Chaos.Judging;

/// <summary>All rows that are left in one partition of the ledger.</summary>
internal sealed record LeftIn(
    string Partition,
    IReadOnlyList<Document> Documents,
    IReadOnlyList<Arrival> Arrivals,
    IReadOnlyList<Recipient> Recipients,
    IReadOnlyList<Send> Sends,
    IReadOnlyList<AuditEntry> Audit)
{
    public static async Task<LeftIn> ReadAsync(RemissLedger ledger, string partition, CancellationToken cancellationToken) => new(
        partition,
        await ledger.ListAsync<Document>(partition, cancellationToken),
        await ledger.ListAsync<Arrival>(partition, cancellationToken),
        await ledger.ListAsync<Recipient>(partition, cancellationToken),
        await ledger.ListAsync<Send>(partition, cancellationToken),
        await ledger.ListAsync<AuditEntry>(partition, cancellationToken));

    public int Lines(string what, string subject) => Audit.Count(e => e.What == what && e.Subject == subject);
}
