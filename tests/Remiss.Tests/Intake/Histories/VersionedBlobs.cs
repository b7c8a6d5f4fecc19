using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Moq;
using Remiss.Intake.Quarantine;
using Remiss.Tests.Notifications;
using Remiss.Tests.Storage;

namespace Remiss.Tests.Intake.Histories;

/// <summary>Containers in memory whose blobs have ETags, times and metadata, with conditional creates and deletes.</summary>
internal sealed class VersionedBlobs(MemoryStorage storage, TimeProvider time) : BlobServiceClient
{
    private readonly Dictionary<(string Container, string Name), Stored> blobs = [];

    private string Date => time.GetUtcNow().ToString("r");
    private readonly Dictionary<(string Container, string Name), string> verdicts = [];
    private readonly Lock door = new();
    private int stamps;

    public IReadOnlyList<string> Names(string container)
    {
        lock (door) return [.. blobs.Keys.Where(k => k.Container == container).Select(k => k.Name).Order(StringComparer.Ordinal)];
    }

    public string? HashOf(string container, string name)
    {
        lock (door) return blobs.TryGetValue((container, name), out var blob) ? Convert.ToHexStringLower(SHA256.HashData(blob.Content)) : null;
    }

    /// <returns>The ETag, as the storage gives it.</returns>
    public string Put(string container, string name, byte[] content, bool isFirst = false)
    {
        lock (door)
        {
            if (isFirst && blobs.ContainsKey((container, name))) throw Error(409, BlobErrorCode.BlobAlreadyExists.ToString());
            verdicts.Remove((container, name));
            var etag = $"0x{++stamps:X8}";
            blobs[(container, name)] = new(content, etag, time.GetUtcNow());
            return etag;
        }
    }

    public void Delete(string container, string name, ETag? ifMatch = null)
    {
        lock (door)
        {
            if (!blobs.TryGetValue((container, name), out var blob)) throw Error(404, BlobErrorCode.BlobNotFound.ToString());
            if (ifMatch is { } etag && etag != new ETag(blob.ETag)) throw Error(412, BlobErrorCode.ConditionNotMet.ToString());
            blobs.Remove((container, name));
        }
    }

    /// <summary>Tags the blob as the scanner does; writing over it takes the tag away.</summary>
    public void Tag(string container, string name, string verdict)
    {
        lock (door) verdicts[(container, name)] = verdict;
    }

    public override BlobContainerClient GetBlobContainerClient(string blobContainerName) => new Container(this, blobContainerName);

    private Task ChangeAsync(Action change) => storage.ChangeAsync(change);

    private Stored Read(string container, string name)
    {
        lock (door) return blobs.TryGetValue((container, name), out var blob) ? blob : throw Error(404, BlobErrorCode.BlobNotFound.ToString());
    }

    private static RequestFailedException Error(int status, string code) => new(status, code, code, null);

    private sealed record Stored(byte[] Content, string ETag, DateTimeOffset Modified);

    private sealed class Container(VersionedBlobs account, string name) : BlobContainerClient
    {
        public override BlobClient GetBlobClient(string blobName) => new Blob(account, name, blobName);

        public override AsyncPageable<BlobItem> GetBlobsAsync(GetBlobsOptions? options = null, CancellationToken cancellationToken = default) =>
            AsyncPageable<BlobItem>.FromPages([Page<BlobItem>.FromValues([.. account.Names(name).Select(Item)], null, new StorageResponse(200, ("Date", account.Date)))]);

        private BlobItem Item(string blobName)
        {
            var blob = account.Read(name, blobName);
            return BlobsModelFactory.BlobItem(blobName, properties: BlobsModelFactory.BlobItemProperties(false, contentLength: blob.Content.Length, lastModified: blob.Modified));
        }
    }

    private sealed class Blob(VersionedBlobs account, string container, string name) : BlobClient
    {
        public override string Name => name;

        public override async Task<Response<BlobContentInfo>> UploadAsync(
            Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default)
        {
            var bytes = await BinaryData.FromStreamAsync(content, cancellationToken);
            await account.ChangeAsync(() => account.Put(container, name, bytes.ToArray(), options.Conditions?.IfNoneMatch == ETag.All));
            return Response.FromValue<BlobContentInfo>(null!, Mock.Of<Response>());
        }

        public override async Task<Response<BlobContentInfo>> UploadAsync(BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default)
        {
            await account.ChangeAsync(() => account.Put(container, name, content.ToArray(), !overwrite));
            return Response.FromValue<BlobContentInfo>(null!, Mock.Of<Response>());
        }

        public override async Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
            BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            var blob = account.Read(container, name);
            var details = BlobsModelFactory.BlobDownloadDetails(
                contentLength: blob.Content.Length, lastModified: blob.Modified, eTag: new ETag(blob.ETag), metadata: new Dictionary<string, string>());
            return Response.FromValue(BlobsModelFactory.BlobDownloadStreamingResult(new MemoryStream(blob.Content), details), new StorageResponse(200, ("Date", account.Date)));
        }

        public override async Task<Response<BlobDownloadResult>> DownloadContentAsync(CancellationToken cancellationToken)
        {
            await Task.Yield();
            return Response.FromValue(BlobsModelFactory.BlobDownloadResult(BinaryData.FromBytes(account.Read(container, name).Content)), Mock.Of<Response>());
        }

        public override async Task<Response> DownloadToAsync(string path, CancellationToken cancellationToken)
        {
            await File.WriteAllBytesAsync(path, account.Read(container, name).Content, cancellationToken);
            return Mock.Of<Response>();
        }

        public override async Task<Response> DeleteAsync(
            DeleteSnapshotsOption snapshotsOption = default, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            await account.ChangeAsync(() => account.Delete(container, name, conditions?.IfMatch));
            return Mock.Of<Response>();
        }

        public override async Task<Response<BlobProperties>> GetPropertiesAsync(
            BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            var blob = account.Read(container, name);
            if (conditions?.IfMatch is { } etag && etag != new ETag(blob.ETag)) throw Error(412, BlobErrorCode.ConditionNotMet.ToString());
            return Response.FromValue(BlobsModelFactory.BlobProperties(contentLength: blob.Content.Length), Mock.Of<Response>());
        }

        public override Task<Response<GetBlobTagResult>> GetTagsAsync(BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            account.Read(container, name);
            lock (account.door)
            {
                var tags = account.verdicts.TryGetValue((container, name), out var verdict) ? new Dictionary<string, string> { [MalwareScan.Tag] = verdict } : [];
                return Task.FromResult(Response.FromValue(BlobsModelFactory.GetBlobTagResult(tags), Mock.Of<Response>()));
            }
        }
    }
}
