using Azure;
using Azure.Data.Tables;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Notifications;

namespace Remiss.Storage;

/// <summary>The tables: one partition of <c>ledger</c> for each case, the register of organisations, the index of open cases.</summary>
public sealed class RemissLedger(TableServiceClient tables)
{
    private const string OpenCasesPartition = "open-case";
    private const string ClosedCasesPartition = "closed-case";
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
        CaseClosure? closure = null;
        CaseDisposal? disposal = null;
        DateTimeOffset? attestedAt = null;
        List<Recipient> recipients = [];
        List<Document> documents = [];
        List<Arrival> arrivals = [];
        List<Send> sends = [];
        await foreach (var row in QueryAsync(ledger, WithoutAudit(caseId), cancellationToken))
        {
            if (row.RowKey == LedgerKeys.Case) remissCase = EntityCodec.Decode<RemissCase>(row);
            else if (row.RowKey == LedgerKeys.Closure) closure = EntityCodec.Decode<CaseClosure>(row);
            else if (row.RowKey == LedgerKeys.Disposal) disposal = EntityCodec.Decode<CaseDisposal>(row);
            else if (row.RowKey == LedgerKeys.ReportAttestation) attestedAt = EntityCodec.Decode<ReportRecords.Pointer>(row).At;
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
            Closure = closure is { IsClosed: true } ? closure : null,
            Disposal = disposal,
            AttestedAt = attestedAt,
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

    /// <summary>Rows of one kind whose member <c>state</c> is one of those, in key order.</summary>
    public async Task<IReadOnlyList<Stored<T>>> FindInStateAsync<T, TState>(string partition, IReadOnlyList<TState> states, CancellationToken cancellationToken)
        where TState : struct, Enum
    {
        var prefix = PrefixOf<T>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + '~'}")
            + $" and ({string.Join(" or ", states.Select(s => TableClient.CreateQueryFilter($"state eq {RemissJson.Label(s)}")))})";
        List<Stored<T>> rows = [];
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken)) rows.Add(new(EntityCodec.Decode<T>(row), row.ETag));
        return rows;
    }

    /// <summary>
    /// SHA-256 of everything that has its content in some other partition too. Reads the documents of all partitions: for what is done once in
    /// the life of a case.
    /// </summary>
    public async Task<IReadOnlySet<string>> HashesElsewhereAsync(string partition, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey ne {partition} and RowKey ge {LedgerKeys.DocumentPrefix} and RowKey lt {LedgerKeys.DocumentPrefix + '~'}");
        HashSet<string> hashes = [];
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken))
        {
            if (EntityCodec.Decode<Document>(row) is { State: not DocumentState.Moved, DisposedAt: null } document) hashes.Add(document.Sha256);
        }

        foreach (var caseId in (await AllCasesAsync(cancellationToken)).Where(id => id != partition))
        {
            if (await FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken) is { } other)
                hashes.UnionWith(other.Value.Files.Select(f => f.Sha256).OfType<string>());
        }

        return hashes;
    }

    public async Task<Stored<T>?> FindAsync<T>(string partition, string rowKey, CancellationToken cancellationToken)
    {
        var row = await ledger.GetEntityIfExistsAsync<TableEntity>(partition, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? new Stored<T>(EntityCodec.Decode<T>(row.Value!), row.Value!.ETag) : null;
    }

    public LedgerChange Change(string partition) => new(ledger, partition);

    public Task<IReadOnlyList<string>> OpenCasesAsync(CancellationToken cancellationToken) => IndexedAsync(OpenCasesPartition, cancellationToken);

    /// <summary>Open and closed, by id.</summary>
    public async Task<IReadOnlyList<string>> AllCasesAsync(CancellationToken cancellationToken) =>
    [
        .. (await OpenCasesAsync(cancellationToken))
            .Union(await IndexedAsync(ClosedCasesPartition, cancellationToken), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

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
        IndexAsync(caseId, OpenCasesPartition, ClosedCasesPartition, cancellationToken);

    /// <summary>Takes the case off the list that reminders and reports go by; whether it is closed, its own partition says.</summary>
    public Task CloseAsync(string caseId, CancellationToken cancellationToken) =>
        IndexAsync(caseId, ClosedCasesPartition, OpenCasesPartition, cancellationToken);

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
        await foreach (var row in QueryAsync(register, WithoutAudit(OrganisationsPartition), cancellationToken))
        {
            organisations.Add(EntityCodec.Decode<Organisation>(row));
        }

        return new Register(organisations);
    }

    public async Task<Stored<Organisation>?> FindOrganisationAsync(string id, CancellationToken cancellationToken)
    {
        var row = await register.GetEntityIfExistsAsync<TableEntity>(OrganisationsPartition, id, cancellationToken: cancellationToken);
        return row.HasValue ? new(EntityCodec.Decode<Organisation>(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>Of the register; a row's key is the organisation's id.</summary>
    public LedgerChange ChangeRegister() => new(register, OrganisationsPartition);

    /// <summary>What has been done to the register, in order of time.</summary>
    public async Task<IReadOnlyList<AuditEntry>> ReadRegisterAuditAsync(CancellationToken cancellationToken)
    {
        List<AuditEntry> entries = [];
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {OrganisationsPartition} and RowKey ge {LedgerKeys.AuditPrefix} and RowKey lt {LedgerKeys.AuditPrefix + '~'}");
        await foreach (var row in QueryAsync(register, filter, cancellationToken)) entries.Add(EntityCodec.Decode<AuditEntry>(row));
        return entries;
    }

    private async Task<IReadOnlyList<Stored<T>>> FindAllAsync<T>(string partition, string prefix, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + '~'}");
        List<Stored<T>> rows = [];
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken)) rows.Add(new(EntityCodec.Decode<T>(row), row.ETag));
        return rows;
    }

    private async Task<IReadOnlyList<string>> IndexedAsync(string partition, CancellationToken cancellationToken)
    {
        List<string> ids = [];
        await foreach (var row in QueryAsync(index, InPartition(partition), cancellationToken)) ids.Add(row.RowKey);
        return ids;
    }

    /// <summary>Between the two the case stands in both lists, never in none.</summary>
    private async Task IndexAsync(string caseId, string into, string outOf, CancellationToken cancellationToken)
    {
        await index.UpsertEntityAsync(new TableEntity(into, caseId), TableUpdateMode.Replace, cancellationToken);
        await index.DeleteEntityAsync(outOf, caseId, ETag.All, cancellationToken);
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
        var t when t == typeof(OwedItem) => LedgerKeys.OwedItemPrefix,
        var t => throw new ArgumentException($"{t.Name} is no row of the ledger."),
    };
}
