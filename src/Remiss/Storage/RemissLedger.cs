using Azure;
using Azure.Data.Tables;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Notifications;

namespace Remiss.Storage;

/// <summary>The tables: one partition of <c>ledger</c> for each case, the register of organisations, the index of open cases.</summary>
public sealed class RemissLedger(TableServiceClient tables)
{
    private const string OpenCasesPartition = "open-case";
    private const string ClosedCasesPartition = "closed-case";
    private const string UnfinishedPartition = "unfinished";
    private const int RowsReadAtOnce = 8;

    private readonly TableClient ledger = tables.GetTableClient("ledger");
    private readonly TableClient index = tables.GetTableClient("index");
    private readonly KeptRegister register = new(tables.GetTableClient("register"));
    private readonly KeptCases cases = new(tables.GetTableClient("ledger"));

    private long ownChanges;

    /// <summary>Differs when this process has changed a case, the list of open cases or the register.</summary>
    public long OwnChanges => Interlocked.Read(ref ownChanges);

    public static IReadOnlyList<string> TableNames { get; } = ["ledger", "index", "register"];

    /// <returns>Null when no case is registered in the partition.</returns>
    public async Task<CaseLedger?> ReadAsync(string caseId, CancellationToken cancellationToken) =>
        (await ReadRowsAsync(caseId, cancellationToken)).ToLedger();

    /// <summary>All rows of a case but its audit log. The storage gives a thousand at a time: what is left after those is read in ranges beside each other.</summary>
    public async Task<CaseRows> ReadRowsAsync(string caseId, CancellationToken cancellationToken)
    {
        var rows = new CaseRows();
        await using var pages = QueryAsync(ledger, WithoutAudit(caseId), cancellationToken).AsPages().GetAsyncEnumerator(cancellationToken);
        if (!await pages.MoveNextAsync()) return rows;
        foreach (var row in pages.Current.Values) rows.Set(row);
        if (pages.Current.ContinuationToken is null) return rows;

        var last = pages.Current.Values.Count == 0 ? "" : pages.Current.Values[^1].RowKey;
        var left = LedgerKeys.RangesWithoutAudit.Where(range => string.CompareOrdinal(range.Until, last) > 0)
            .Select(range => RangeAsync(caseId, string.CompareOrdinal(range.From, last) > 0 ? range.From : last, range.Until, cancellationToken));
        foreach (var row in (await Task.WhenAll(left)).SelectMany(range => range)) rows.Set(row);
        return rows;
    }

    /// <summary>Reads those rows alone again.</summary>
    public async Task RefreshAsync(CaseRows rows, string caseId, IEnumerable<string> keys, CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(RowsReadAtOnce))
        {
            var read = await Task.WhenAll(chunk.Select(key => ledger.GetEntityIfExistsAsync<TableEntity>(caseId, key, cancellationToken: cancellationToken)));
            foreach (var (key, row) in chunk.Zip(read))
            {
                if (row.HasValue) rows.Set(row.Value!);
                else rows.Remove(key);
            }
        }
    }

    /// <summary>The case and whether it is closed, which lie beside each other.</summary>
    public async Task<(RemissCase? Case, CaseClosure? Closure)> FindCaseAsync(string caseId, CancellationToken cancellationToken)
    {
        RemissCase? remissCase = null;
        CaseClosure? closure = null;
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {caseId} and RowKey ge {LedgerKeys.Case} and RowKey le {LedgerKeys.Closure}");
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken))
        {
            if (row.RowKey == LedgerKeys.Case) remissCase = EntityCodec.Decode<RemissCase>(row);
            else if (row.RowKey == LedgerKeys.Closure) closure = EntityCodec.Decode<CaseClosure>(row);
        }

        return (remissCase, closure);
    }

    /// <summary>A case with nothing in it but what one organisation has sent in and what of one kind has been sent to it.</summary>
    /// <returns>Null when no case is registered in the partition.</returns>
    public async Task<CaseLedger?> ReadAboutAsync(string caseId, string organisation, SendKind kind, CancellationToken cancellationToken)
    {
        var about = FindCaseAsync(caseId, cancellationToken);
        var documents = FindDocumentsAsync(caseId, organisation, cancellationToken);
        var sends = await FindAllAsync<Send>(caseId, LedgerKeys.SendsOf(kind, organisation), cancellationToken);
        return await about is ({ } remissCase, var closure)
            ? new CaseLedger(remissCase, [], [.. (await documents).Select(d => d.Value).Where(d => !d.IsMoved)], [], [.. sends.Select(s => s.Value)])
            {
                Closure = closure is { IsClosed: true } ? closure : null,
            }
            : null;
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

    /// <summary>The documents of a partition that wait for a person.</summary>
    public async Task<IReadOnlyList<Document>> ReadWaitingAsync(string partition, CancellationToken cancellationToken) =>
        [.. (await FindInStateAsync<Document, DocumentState>(partition, Document.WaitingStates, cancellationToken)).Select(row => row.Value)];

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
        if (!LedgerKeys.CanBe(partition) || !LedgerKeys.CanBe(rowKey)) return null;
        var row = await ledger.GetEntityIfExistsAsync<TableEntity>(partition, rowKey, cancellationToken: cancellationToken);
        return row.HasValue ? new Stored<T>(EntityCodec.Decode<T>(row.Value!), row.Value!.ETag) : null;
    }

    /// <summary>Lines of a partition's audit log from that moment on, in order of time.</summary>
    public async Task<IReadOnlyList<AuditLine>> ReadAuditAsync(
        string partition, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var first = LedgerKeys.AuditFrom(from);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {LedgerKeys.AuditPrefix + '~'}");
        List<AuditLine> lines = [];
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken)) lines.Add(AuditLine.Of(row));
        return lines;
    }

    /// <summary>Keys alone of the lines that <see cref="ReadAuditAsync"/> would give.</summary>
    public async Task<IReadOnlyList<string>> ReadAuditKeysAsync(string partition, DateTimeOffset from, CancellationToken cancellationToken)
    {
        var first = LedgerKeys.AuditFrom(from);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {first} and RowKey lt {LedgerKeys.AuditPrefix + '~'}");
        List<string> keys = [];
        await foreach (var row in ledger.QueryAsync<TableEntity>(filter, select: [nameof(TableEntity.RowKey)], cancellationToken: cancellationToken)) keys.Add(row.RowKey);
        return keys;
    }

    public LedgerChange Change(string partition) => new(ledger, partition, key =>
    {
        if (key != LedgerKeys.Case) return;
        cases.Forget(partition);
        Interlocked.Increment(ref ownChanges);
    });

    public Task<IReadOnlyList<string>> OpenCasesAsync(CancellationToken cancellationToken) => IndexedAsync(OpenCasesPartition, cancellationToken);

    /// <summary>Open and closed, by id.</summary>
    public async Task<IReadOnlyList<string>> AllCasesAsync(CancellationToken cancellationToken) =>
    [
        .. (await OpenCasesAsync(cancellationToken))
            .Union(await IndexedAsync(ClosedCasesPartition, cancellationToken), StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Which cases are open is asked for; a case itself, when another process has changed it, may be up to some minutes old.</summary>
    public async Task<IReadOnlyList<RemissCase>> ReadOpenCasesAsync(CancellationToken cancellationToken) =>
        await cases.ReadAsync(await OpenCasesAsync(cancellationToken), cancellationToken);

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

    public Task<Register> ReadRegisterAsync(CancellationToken cancellationToken) => register.ReadAsync(cancellationToken);

    public Task<Stored<Organisation>?> FindOrganisationAsync(string id, CancellationToken cancellationToken) => register.FindAsync(id, cancellationToken);

    /// <summary>Of the register; a row's key is the organisation's id.</summary>
    public LedgerChange ChangeRegister() => register.Change(_ => Interlocked.Increment(ref ownChanges));

    /// <summary>What has been done to the register, in order of time.</summary>
    public Task<IReadOnlyList<AuditEntry>> ReadRegisterAuditAsync(CancellationToken cancellationToken) => register.ReadAuditAsync(cancellationToken);

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
        Interlocked.Increment(ref ownChanges);
    }

    private static AsyncPageable<TableEntity> QueryAsync(TableClient table, string filter, CancellationToken cancellationToken) =>
        table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken);

    private static string InPartition(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    private static string WithoutAudit(string partition) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {partition} and (RowKey lt {LedgerKeys.AuditPrefix} or RowKey gt {LedgerKeys.AuditPrefix + '~'})");

    private async Task<List<TableEntity>> RangeAsync(string partition, string from, string until, CancellationToken cancellationToken)
    {
        List<TableEntity> rows = [];
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {until}");
        await foreach (var row in QueryAsync(ledger, filter, cancellationToken)) rows.Add(row);
        return rows;
    }

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
