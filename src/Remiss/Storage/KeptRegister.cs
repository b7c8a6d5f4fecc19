using Azure.Data.Tables;
using Remiss.Cases;

namespace Remiss.Storage;

/// <summary>
/// The table of organisations. What has been read is kept: a row that every change of the register writes anew, in the same transaction,
/// tells in one short call whether it still holds.
/// </summary>
internal sealed class KeptRegister(TableClient table)
{
    private const string Partition = "organisation";

    /// <summary>No organisation's id holds such a sign.</summary>
    private const string VersionKey = "version|";

    private volatile Kept? kept;

    /// <summary>The version is read first, so that a change between the two reads is seen next time.</summary>
    public async Task<Register> ReadAsync(CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, VersionKey, cancellationToken: cancellationToken);
        var version = row.HasValue ? row.Value!.GetString(nameof(Kept.Version)) : null;
        if (version is not null && kept is { } known && known.Version == version) return known.Register;

        List<Organisation> organisations = [];
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and (RowKey lt {LedgerKeys.AuditPrefix} or RowKey gt {LedgerKeys.AuditPrefix + '~'})");
        await foreach (var organisation in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            if (organisation.RowKey != VersionKey) organisations.Add(EntityCodec.Decode<Organisation>(organisation));
        }

        var register = new Register(organisations);
        if (version is not null) kept = new(version, register);
        return register;
    }

    public async Task<Stored<Organisation>?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellationToken);
        return row.HasValue ? new(EntityCodec.Decode<Organisation>(row.Value!), row.Value!.ETag) : null;
    }

    /// <param name="committed">Told of each row that has changed, or may have.</param>
    public LedgerChange Change(Action<string> committed) => new LedgerChange(table, Partition, committed)
        .Put(new TableEntity(Partition, VersionKey) { [nameof(Kept.Version)] = Guid.NewGuid().ToString("N") });

    public async Task<IReadOnlyList<AuditEntry>> ReadAuditAsync(CancellationToken cancellationToken)
    {
        List<AuditEntry> entries = [];
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Partition} and RowKey ge {LedgerKeys.AuditPrefix} and RowKey lt {LedgerKeys.AuditPrefix + '~'}");
        await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)) entries.Add(EntityCodec.Decode<AuditEntry>(row));
        return entries;
    }

    private sealed record Kept(string Version, Register Register);
}
