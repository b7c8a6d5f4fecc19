using Azure;
using Azure.Data.Tables;

namespace Remiss.Storage;

/// <summary>
/// Rows of one partition that change together or not at all (an entity-group transaction of at most 100 rows). What was read before is
/// replaced under its ETag; what is new must not exist.
/// </summary>
public sealed class LedgerChange
{
    private readonly TableClient table;
    private readonly string partition;
    private readonly Action<string>? committed;
    private readonly List<TableTransactionAction> actions = [];
    private readonly List<TableEntity> audit = [];

    /// <param name="committed">Told of each row that has changed, or may have.</param>
    internal LedgerChange(TableClient table, string partition, Action<string>? committed = null)
    {
        this.table = table;
        this.partition = partition;
        this.committed = committed;
    }

    public LedgerChange Insert<T>(string rowKey, T row)
    {
        actions.Add(new(TableTransactionActionType.Add, EntityCodec.Encode(partition, rowKey, row)));
        return this;
    }

    public LedgerChange Replace<T>(string rowKey, Stored<T> before, T after)
    {
        actions.Add(new(TableTransactionActionType.UpdateReplace, EntityCodec.Encode(partition, rowKey, after), before.ETag));
        return this;
    }

    public LedgerChange Audit(AuditEntry entry)
    {
        Insert(LedgerKeys.Audit(entry), entry);
        audit.Add((TableEntity)actions[^1].Entity);
        return this;
    }

    /// <summary>Writes the row whatever is there, or is not.</summary>
    internal LedgerChange Put(TableEntity row)
    {
        actions.Add(new(TableTransactionActionType.UpsertReplace, row));
        return this;
    }

    /// <returns>False when somebody was first: a row exists that was to be new, or has changed since it was read. Read again and decide anew.</returns>
    public async Task<bool> CommitAsync(CancellationToken cancellationToken)
    {
        if (actions.Count == 0) return true;
        NameRows();
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
        finally
        {
            // A transaction that failed may have been carried out all the same.
            if (committed is not null) actions.ForEach(action => committed(action.Entity.RowKey));
        }
    }

    /// <summary>The log names the rows that changed with it, so that who keeps rows in memory reads these alone again.</summary>
    private void NameRows()
    {
        if (audit.Count == 0) return;
        var names = actions.Select(action => action.Entity.RowKey).Where(key => !key.StartsWith(LedgerKeys.AuditPrefix, StringComparison.Ordinal));
        foreach (var line in audit) line[AuditLine.RowsMember] = "";
        audit[0][AuditLine.RowsMember] = string.Join(AuditLine.RowSeparator, names);
    }
}
