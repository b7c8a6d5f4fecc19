using Azure;
using Azure.Data.Tables;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;

namespace Remiss.Storage;

/// <summary>The tables: one partition of <c>ledger</c> for each case, the register of organisations, the index of open cases.</summary>
public sealed class RemissLedger(TableServiceClient tables)
{
    private const string OpenCasesPartition = "open-case";
    private const string OrganisationsPartition = "organisation";
    private const string UnfinishedPartition = "unfinished";

    private readonly TableClient ledger = tables.GetTableClient("ledger");
    private readonly TableClient index = tables.GetTableClient("index");
    private readonly TableClient register = tables.GetTableClient("register");

    public static IReadOnlyList<string> TableNames { get; } = ["ledger", "index", "register"];

    /// <returns>Null when no case is registered in the partition.</returns>
    public async Task<CaseLedger?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        RemissCase? remissCase = null;
        List<Recipient> recipients = [];
        List<Document> documents = [];
        List<Arrival> arrivals = [];
        List<Send> sends = [];
        await foreach (var row in QueryAsync(ledger, WithoutAudit(caseId), cancellationToken))
        {
            if (row.RowKey == LedgerKeys.Case) remissCase = EntityCodec.Decode<RemissCase>(row);
            else if (Is(row, LedgerKeys.RecipientPrefix)) recipients.Add(EntityCodec.Decode<Recipient>(row));
            else if (Is(row, LedgerKeys.DocumentPrefix)) documents.Add(EntityCodec.Decode<Document>(row));
            else if (Is(row, LedgerKeys.ArrivalPrefix)) arrivals.Add(EntityCodec.Decode<Arrival>(row));
            else if (Is(row, LedgerKeys.SendPrefix)) sends.Add(EntityCodec.Decode<Send>(row));
        }

        return remissCase is null ? null : new CaseLedger(
            remissCase,
            [.. recipients.OrderBy(r => r.Order)],
            [.. documents.Where(d => !d.IsMoved).OrderBy(d => d.ArrivedAt).ThenBy(d => d.Path, StringComparer.Ordinal)],
            [.. arrivals.OrderBy(a => a.ArrivedAt).ThenBy(a => a.Path, StringComparer.Ordinal)],
            [.. sends.OrderBy(s => s.At).ThenBy(s => s.Slot)])
        {
            Moved = [.. documents.Where(d => d.IsMoved).OrderBy(d => d.ArrivedAt).ThenBy(d => d.Path, StringComparer.Ordinal)],
        };

        static bool Is(TableEntity row, string prefix) => row.RowKey.StartsWith(prefix, StringComparison.Ordinal);
    }

    /// <summary>Rows of one kind in a partition, in key order.</summary>
    public async Task<IReadOnlyList<T>> ListAsync<T>(string partition, CancellationToken cancellationToken) =>
        [.. (await FindAllAsync<T>(partition, cancellationToken)).Select(row => row.Value)];

    /// <inheritdoc cref="ListAsync"/>
    public Task<IReadOnlyList<Stored<T>>> FindAllAsync<T>(string partition, CancellationToken cancellationToken) =>
        FindAllAsync<T>(partition, PrefixOf<T>(), cancellationToken);

    /// <summary>The documents of one organisation in a partition, moved ones among them.</summary>
    public Task<IReadOnlyList<Stored<Document>>> FindDocumentsAsync(string partition, string organisation, CancellationToken cancellationToken) =>
        FindAllAsync<Document>(partition, LedgerKeys.Document(organisation, ""), cancellationToken);

    public async Task<Stored<T>?> FindAsync<T>(string partition, string rowKey, CancellationToken cancellationToken)
    {
        var row = await ledger.GetEntityIfExistsAsync<TableEntity>(partition, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? new Stored<T>(EntityCodec.Decode<T>(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>Lines of a partition's audit log from that moment on, each with its key, in order of time.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, AuditEntry>>> ReadAuditAsync(
        string partition, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var first = LedgerKeys.AuditFrom(from);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {LedgerKeys.AuditPrefix + '~'}");
        List<KeyValuePair<string, AuditEntry>> lines = [];
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken)) lines.Add(new(row.RowKey, EntityCodec.Decode<AuditEntry>(row)));
        return lines;
    }

    public LedgerChange Change(string partition) => new(ledger, partition);

    public async Task<IReadOnlyList<string>> OpenCasesAsync(CancellationToken cancellationToken)
    {
        List<string> ids = [];
        await foreach (var row in QueryAsync(index, InPartition(OpenCasesPartition), cancellationToken)) ids.Add(row.RowKey);
        return ids;
    }

    public async Task<IReadOnlyList<RemissCase>> ReadOpenCasesAsync(CancellationToken cancellationToken)
    {
        List<RemissCase> cases = [];
        foreach (var id in await OpenCasesAsync(cancellationToken))
        {
            if (await FindAsync<RemissCase>(id, LedgerKeys.Case, cancellationToken) is { } stored) cases.Add(stored.Value);
        }

        return cases;
    }

    public Task OpenAsync(string caseId, CancellationToken cancellationToken) =>
        index.UpsertEntityAsync(new TableEntity(OpenCasesPartition, caseId), TableUpdateMode.Replace, cancellationToken);

    /// <summary>
    /// Notes, before something is begun that no single transaction can hold, that the partition may be left half-way: the sweep looks there.
    /// </summary>
    public Task NoteUnfinishedAsync(string partition, CancellationToken cancellationToken) =>
        index.UpsertEntityAsync(new TableEntity(UnfinishedPartition, partition), TableUpdateMode.Replace, cancellationToken);

    /// <returns>Partitions, each with the ETag of its note.</returns>
    public async Task<IReadOnlyList<Stored<string>>> UnfinishedAsync(CancellationToken cancellationToken)
    {
        List<Stored<string>> noted = [];
        await foreach (var row in QueryAsync(index, InPartition(UnfinishedPartition), cancellationToken)) noted.Add(new(row.RowKey, row.ETag));
        return noted;
    }

    /// <summary>Does nothing when something has been begun there since the note was read.</summary>
    public async Task ForgetUnfinishedAsync(Stored<string> noted, CancellationToken cancellationToken)
    {
        try
        {
            await index.DeleteEntityAsync(UnfinishedPartition, noted.Value, noted.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
        }
    }

    public async Task<Register> ReadRegisterAsync(CancellationToken cancellationToken)
    {
        List<Organisation> organisations = [];
        await foreach (var row in QueryAsync(register, InPartition(OrganisationsPartition), cancellationToken))
        {
            organisations.Add(EntityCodec.Decode<Organisation>(row));
        }

        return new Register(organisations);
    }

    public Task SaveAsync(Organisation organisation, CancellationToken cancellationToken) => register.UpsertEntityAsync(
        EntityCodec.Encode(OrganisationsPartition, organisation.Id, organisation), TableUpdateMode.Replace, cancellationToken);

    private async Task<IReadOnlyList<Stored<T>>> FindAllAsync<T>(string partition, string prefix, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + '~'}");
        List<Stored<T>> rows = [];
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken)) rows.Add(new(EntityCodec.Decode<T>(row), row.ETag));
        return rows;
    }

    private static AsyncPageable<TableEntity> QueryAsync(TableClient table, string filter, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);

    private static string InPartition(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    private static string WithoutAudit(string partition) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and (RowKey lt {LedgerKeys.AuditPrefix} or RowKey gt {LedgerKeys.AuditPrefix + '~'})");

    private static string PrefixOf<T>() => typeof(T) switch
    {
        var t when t == typeof(Recipient) => LedgerKeys.RecipientPrefix,
        var t when t == typeof(Document) => LedgerKeys.DocumentPrefix,
        var t when t == typeof(Arrival) => LedgerKeys.ArrivalPrefix,
        var t when t == typeof(Send) => LedgerKeys.SendPrefix,
        var t when t == typeof(AuditEntry) => LedgerKeys.AuditPrefix,
        var t => throw new ArgumentException($"{t.Name} is no row of the ledger."),
    };
}
