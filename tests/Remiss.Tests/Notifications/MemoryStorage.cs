using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Moq;

namespace Remiss.Tests.Notifications;

/// <summary>
/// Tables and one container in memory, with ETags, entity-group transactions and conditional creates, that can die at any call that
/// changes something, before or after the change is made.
/// </summary>
internal sealed partial class MemoryStorage
{
    private readonly Dictionary<(string Table, string Partition, string Row), TableEntity> rows = [];
    private readonly Lock door = new();
    private int changes;
    private int stamps;

    /// <summary>The number of the change at which to die, from 1; 0 for never. An odd death comes before the change, an even one after.</summary>
    public int DieAt { get; set; }

    /// <summary>After the death every change fails, as a killed process changes nothing, until <see cref="Revive"/>.</summary>
    public bool StaysDead { get; set; }

    private bool isDead;

    public void Revive() => (DieAt, StaysDead, isDead) = (0, false, false);

    public Dictionary<string, byte[]> Blobs { get; } = [];

    public int Changes => changes;

    public TableServiceClient Tables => new MemoryTables(this);

    public BlobContainerClient Container => new MemoryContainer(this);

    /// <summary>All containers are one.</summary>
    public BlobServiceClient BlobService => new MemoryBlobs(this);

    public IEnumerable<TableEntity> RowsOf(string partition, string prefix)
    {
        lock (door)
            return [.. rows.Where(r => r.Key.Partition == partition && r.Key.Row.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r.Value)];
    }

    private async Task ChangeAsync(Action change)
    {
        await Task.Yield();
        lock (door)
        {
            if (isDead)
                throw new DiedException();
            changes++;
            var dies = DieAt != 0 && changes == (DieAt + 1) / 2;
            isDead = dies && StaysDead;
            if (dies && DieAt % 2 == 1)
                throw new DiedException();
            change();
            if (dies)
                throw new DiedException();
        }
    }

    private static T Throw<T>(int status, string code) => throw new RequestFailedException(status, code, code, null);

    public sealed class DiedException : Exception;

    private sealed class MemoryTables(MemoryStorage storage) : TableServiceClient
    {
        public override TableClient GetTableClient(string tableName) => new MemoryTable(storage, tableName);
    }

    private sealed class MemoryTable(MemoryStorage storage, string name) : TableClient
    {
        public override async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = default, CancellationToken cancellationToken = default)
        {
            await storage.ChangeAsync(() => Put((TableEntity)(object)entity));
            return Mock.Of<Response>();
        }

        public override Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
            string partitionKey, string rowKey, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        {
            lock (storage.door)
            {
                return Task.FromResult(storage.rows.TryGetValue((name, partitionKey, rowKey), out var row)
                    ? (NullableResponse<T>)Response.FromValue((T)(object)Copy(row), Mock.Of<Response>())
                    : new Missing<T>());
            }
        }

        public override AsyncPageable<T> QueryAsync<T>(
            string? filter = null, int? maxPerPage = null, IEnumerable<string>? select = null, CancellationToken cancellationToken = default)
        {
            lock (storage.door)
            {
                var found = storage.rows.Where(r => r.Key.Table == name && Matches(filter!, r.Key.Partition, r.Key.Row))
                    .OrderBy(r => r.Key.Row, StringComparer.Ordinal).Select(r => (T)(object)Copy(r.Value)).ToList();
                return AsyncPageable<T>.FromPages([Page<T>.FromValues(found, null, Mock.Of<Response>())]);
            }
        }

        public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
            IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
        {
            var actions = transactionActions.ToList();
            await storage.ChangeAsync(() =>
            {
                foreach (var action in actions)
                {
                    var exists = storage.rows.TryGetValue((name, action.Entity.PartitionKey, action.Entity.RowKey), out var row);
                    _ = action.ActionType switch
                    {
                        TableTransactionActionType.Add when exists => Throw<bool>(409, "EntityAlreadyExists"),
                        TableTransactionActionType.UpdateReplace when !exists => Throw<bool>(404, "ResourceNotFound"),
                        TableTransactionActionType.UpdateReplace when row!.ETag != action.ETag => Throw<bool>(412, "UpdateConditionNotSatisfied"),
                        _ => true,
                    };
                }

                actions.ForEach(action => Put((TableEntity)action.Entity));
            });
            return Response.FromValue<IReadOnlyList<Response>>([], Mock.Of<Response>());
        }

        private void Put(TableEntity entity)
        {
            var copy = Copy(entity);
            copy.ETag = new ETag($"{++storage.stamps}");
            storage.rows[(name, entity.PartitionKey, entity.RowKey)] = copy;
        }

        private static TableEntity Copy(TableEntity entity) => new(entity) { ETag = entity.ETag };

        private static bool Matches(string filter, string partition, string row)
        {
            foreach (var part in Regex.Matches(filter, "(PartitionKey|RowKey) (eq|ge|gt|lt) '([^']*)'", RegexOptions.NonBacktracking).Cast<System.Text.RegularExpressions.Match>())
            {
                var order = string.CompareOrdinal(part.Groups[1].Value == "PartitionKey" ? partition : row, part.Groups[3].Value);
                var holds = part.Groups[2].Value switch { "eq" => order == 0, "ge" => order >= 0, "gt" => order > 0, _ => order < 0 };
                var alternative = filter.Contains(" or ", StringComparison.Ordinal) && part.Groups[1].Value == "RowKey";
                if (alternative && holds)
                    return true;
                if (!alternative && !holds)
                    return false;
            }

            return !filter.Contains(" or ", StringComparison.Ordinal);
        }
    }

    private sealed class MemoryBlobs(MemoryStorage storage) : BlobServiceClient
    {
        public override BlobContainerClient GetBlobContainerClient(string blobContainerName) =>
            blobContainerName == "inbox" ? new MemoryInbox(storage) : new MemoryContainer(storage);
    }

    private sealed class MemoryContainer(MemoryStorage storage) : BlobContainerClient
    {
        public override BlobClient GetBlobClient(string blobName) => new MemoryBlob(storage, blobName);
    }

    private sealed class MemoryBlob(MemoryStorage storage, string name) : BlobClient
    {
        public override async Task<Response<BlobContentInfo>> UploadAsync(
            Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default) =>
            await UploadAsync(await BinaryData.FromStreamAsync(content, cancellationToken), options, cancellationToken);

        public override async Task<Response<BlobContentInfo>> UploadAsync(
            BinaryData content, BlobUploadOptions options, CancellationToken cancellationToken = default)
        {
            Assert.Equal(ETag.All, options.Conditions.IfNoneMatch);
            await storage.ChangeAsync(() =>
            {
                if (!storage.Blobs.TryAdd(name, content.ToArray()))
                    Throw<bool>(409, BlobErrorCode.BlobAlreadyExists.ToString());
            });
            return Mock.Of<Response<BlobContentInfo>>();
        }

        public override Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken)
        {
            lock (storage.door)
            {
                var result = BlobsModelFactory.BlobDownloadResult(BinaryData.FromBytes(storage.Blobs[name]));
                return Task.FromResult(Response.FromValue(result, Mock.Of<Response>()));
            }
        }

        public override Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
        {
            lock (storage.door)
                return Task.FromResult(Response.FromValue(storage.Blobs.ContainsKey(name), Mock.Of<Response>()));
        }
    }

    private sealed class Missing<T> : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no row.");

        public override Response GetRawResponse() => Mock.Of<Response>();
    }
}
