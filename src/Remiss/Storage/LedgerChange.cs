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
    private readonly List<TableTransactionAction> actions = [];

    internal LedgerChange(TableClient table, string partition)
    {
        this.table = table;
        this.partition = partition;
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

    public LedgerChange Audit(AuditEntry entry) => Insert(LedgerKeys.Audit(entry), entry);

    /// <returns>False when somebody was first: a row exists that was to be new, or has changed since it was read. Read again and decide anew.</returns>
    public async Task<bool> CommitAsync(CancellationToken cancellationToken)
    {
        if (actions.Count == 0) return true;
        try
        {
            await table.SubmitTransactionAsync(actions, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            return false;
        }
    }
}
