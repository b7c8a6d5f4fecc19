using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
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

    /// <summary>It has died and is not revived yet.</summary>
    public bool IsDead => isDead;

    public void Revive() => (DieAt, StaysDead, isDead) = (0, false, false);

    public Dictionary<string, byte[]> Blobs { get; } = [];

    /// <summary>Lease ids by blob.</summary>
    public Dictionary<string, string> Leases { get; } = [];

    public int Changes => changes;

    public TableServiceClient Tables => new MemoryTables(this);

    public BlobContainerClient Container => new MemoryContainer(this);

    /// <summary>All containers but the inbox, which stays empty, are one.</summary>
    public BlobServiceClient BlobService => new MemoryBlobs(this);

    public IEnumerable<TableEntity> RowsOf(string partition, string prefix)
    {
        lock (door)
            return [.. rows.Where(r => r.Key.Partition == partition && r.Key.Row.StartsWith(prefix, StringComparison.Ordinal)).Select(r => r.Value)];
    }

    /// <summary>Makes a change of this storage or of another that lives and dies with it.</summary>
    public async Task ChangeAsync(Action change)
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
        private const int MostRows = 100;

        public override async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = default, CancellationToken cancellationToken = default)
        {
            await storage.ChangeAsync(() => Put((TableEntity)(object)entity));
            return Mock.Of<Response>();
        }

        public override async Task<Response> DeleteEntityAsync(
            string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
        {
            await storage.ChangeAsync(() =>
            {
                if (!storage.rows.TryGetValue((name, partitionKey, rowKey), out var row)) return;
                if (ifMatch != ETag.All && ifMatch != row.ETag) Throw<bool>(412, "UpdateConditionNotSatisfied");
                storage.rows.Remove((name, partitionKey, rowKey));
            });
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
                var found = storage.rows.Where(r => r.Key.Table == name && Matches(filter!, r.Value))
                    .OrderBy(r => r.Key.Partition, StringComparer.Ordinal).ThenBy(r => r.Key.Row, StringComparer.Ordinal).Select(r => (T)(object)Copy(r.Value)).ToList();
                return AsyncPageable<T>.FromPages([Page<T>.FromValues(found, null, Mock.Of<Response>())]);
            }
        }

        public override async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
            IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
        {
            var actions = transactionActions.ToList();
            await storage.ChangeAsync(() =>
            {
                if (actions.Count > MostRows) Throw<bool>(400, "InvalidInput");
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

        private static bool Matches(string filter, TableEntity row) => TableFilter.Of(filter)(name => name switch
        {
            "PartitionKey" => row.PartitionKey,
            "RowKey" => row.RowKey,
            _ => row.TryGetValue(name, out var value) ? value?.ToString() : null,
        });
    }

    private sealed class MemoryBlobs(MemoryStorage storage) : BlobServiceClient
    {
        public override BlobContainerClient GetBlobContainerClient(string blobContainerName) =>
            blobContainerName == "inbox" ? new MemoryInbox(storage) : new MemoryContainer(storage);
    }

    private sealed class MemoryContainer(MemoryStorage storage) : BlobContainerClient
    {
        public override BlobClient GetBlobClient(string blobName) => new MemoryBlob(storage, blobName);

        public override AsyncPageable<BlobItem> GetBlobsAsync(GetBlobsOptions? options = null, CancellationToken cancellationToken = default)
        {
            lock (storage.door)
            {
                var found = storage.Blobs.Keys.Where(n => n.StartsWith(options?.Prefix ?? "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
                return AsyncPageable<BlobItem>.FromPages([Page<BlobItem>.FromValues([.. found.Select(n => BlobsModelFactory.BlobItem(n))], null, Mock.Of<Response>())]);
            }
        }
    }

    private sealed class MemoryBlob(MemoryStorage storage, string name) : BlobClient
    {
        public override async Task<Response<BlobContentInfo>> UploadAsync(
            Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default) =>
            await UploadAsync(await BinaryData.FromStreamAsync(content, cancellationToken), options, cancellationToken);

        public override async Task<Response<BlobContentInfo>> UploadAsync(
            BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default)
        {
            await storage.ChangeAsync(() => storage.Blobs[name] = content.ToArray());
            return Mock.Of<Response<BlobContentInfo>>();
        }

        public override async Task<Response<bool>> DeleteIfExistsAsync(
            DeleteSnapshotsOption snapshotsOption = default, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            var existed = false;
            await storage.ChangeAsync(() =>
            {
                if (storage.Leases.TryGetValue(name, out var lease) && conditions?.LeaseId != lease) Throw<bool>(412, "LeaseIdMissing");
                storage.Leases.Remove(name);
                existed = storage.Blobs.Remove(name);
            });
            return Response.FromValue(existed, Mock.Of<Response>());
        }

        public override Task<Response<BlobProperties>> GetPropertiesAsync(
            BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            lock (storage.door)
            {
                if (!storage.Blobs.ContainsKey(name)) Throw<bool>(404, "BlobNotFound");
                var state = storage.Leases.ContainsKey(name) ? LeaseState.Leased : LeaseState.Available;
                return Task.FromResult(Response.FromValue(BlobsModelFactory.BlobProperties(leaseState: state), Mock.Of<Response>()));
            }
        }

        public override Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
            BlobDownloadOptions? options = null, CancellationToken cancellationToken = default) => Task.FromResult(Response.FromValue(
                BlobsModelFactory.BlobDownloadStreamingResult(
                    new MemoryStream(Read()), BlobsModelFactory.BlobDownloadDetails(contentLength: Read().Length, metadata: new Dictionary<string, string>(), eTag: new ETag("one"))),
                Mock.Of<Response>()));

        public override string Name => name;

        public override async Task<Response> DeleteAsync(
            DeleteSnapshotsOption snapshotsOption = default, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            await storage.ChangeAsync(() => storage.Blobs.Remove(name));
            return Mock.Of<Response>();
        }

        protected override BlobLeaseClient GetBlobLeaseClientCore(string? leaseId) => new MemoryLease(storage, name);

        private byte[] Read()
        {
            lock (storage.door)
                return storage.Blobs.TryGetValue(name, out var content) ? content : Throw<byte[]>(404, "BlobNotFound");
        }

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
            var result = BlobsModelFactory.BlobDownloadResult(BinaryData.FromBytes(Read()));
            return Task.FromResult(Response.FromValue(result, Mock.Of<Response>()));
        }

        public override Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
        {
            lock (storage.door)
                return Task.FromResult(Response.FromValue(storage.Blobs.ContainsKey(name), Mock.Of<Response>()));
        }
    }

    /// <summary>A lease that ends only by release, by the blob's end, or with the process that held it.</summary>
    private sealed class MemoryLease(MemoryStorage storage, string name) : BlobLeaseClient
    {
        private string? id;

        public override string LeaseId => id ?? "";

        public override Task<Response<BlobLease>> AcquireAsync(
            TimeSpan duration, RequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            lock (storage.door)
            {
                if (!storage.Blobs.ContainsKey(name)) Throw<bool>(404, "BlobNotFound");
                id = Guid.NewGuid().ToString();
                storage.Leases[name] = id;
                return Task.FromResult(Mock.Of<Response<BlobLease>>());
            }
        }

        public override Task<Response<ReleasedObjectInfo>> ReleaseAsync(
            RequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            lock (storage.door)
                storage.Leases.Remove(name);
            return Task.FromResult(Mock.Of<Response<ReleasedObjectInfo>>());
        }
    }

    private sealed class Missing<T> : NullableResponse<T>
    {
        public override bool HasValue => false;

        public override T Value => throw new InvalidOperationException("There is no row.");

        public override Response GetRawResponse() => Mock.Of<Response>();
    }
}
