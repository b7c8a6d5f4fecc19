using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Moq;
using Remiss.Tests.Storage;

namespace Remiss.Tests.Notifications;

internal sealed partial class MemoryStorage
{
    private readonly Dictionary<string, InboxFile> inbox = [];

    /// <summary>What lies in the inbox and has not been received.</summary>
    public IReadOnlyList<InboxFile> Inbox
    {
        get
        {
            lock (door)
                return [.. inbox.Values];
        }
    }

    public DateTimeOffset InboxTime { get; set; } = new(2023, 10, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How often a file of the inbox was asked for.</summary>
    public int InboxReads { get; private set; }

    /// <summary>Files of the inbox that cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    public sealed record InboxFile(string Name, byte[] Content, IDictionary<string, string> Metadata, ETag ETag);

    private sealed class MemoryInbox(MemoryStorage storage) : BlobContainerClient
    {
        public override BlobClient GetBlobClient(string blobName) => new MemoryInboxBlob(storage, blobName);

        public override AsyncPageable<BlobItem> GetBlobsAsync(GetBlobsOptions? options = null, CancellationToken cancellationToken = default) =>
            AsyncPageable<BlobItem>.FromPages([Page<BlobItem>.FromValues([.. storage.Inbox.Select(Item)], null, new StorageResponse(200))]);

        private BlobItem Item(InboxFile file) => BlobsModelFactory.BlobItem(
            file.Name, properties: BlobsModelFactory.BlobItemProperties(false, contentLength: file.Content.Length, lastModified: storage.InboxTime));
    }

    private sealed class MemoryInboxBlob(MemoryStorage storage, string name) : BlobClient
    {
        public override string Name => name;

        public override async Task<Response<BlobContentInfo>> UploadAsync(
            Stream content, BlobUploadOptions options, CancellationToken cancellationToken = default)
        {
            using var whole = new MemoryStream();
            await content.CopyToAsync(whole, cancellationToken);
            await storage.ChangeAsync(() => storage.inbox[name] = new(name, whole.ToArray(), options.Metadata, new ETag($"{++storage.stamps}")));
            return Mock.Of<Response<BlobContentInfo>>();
        }

        public override async Task<Response<BlobContentInfo>> UploadAsync(
            BinaryData content, bool overwrite = false, CancellationToken cancellationToken = default)
        {
            Assert.True(overwrite);
            await using var stream = content.ToStream();
            return await UploadAsync(stream, new BlobUploadOptions { Metadata = new Dictionary<string, string>() }, cancellationToken);
        }

        public override Task<Response<BlobDownloadStreamingResult>> DownloadStreamingAsync(
            BlobDownloadOptions? options = null, CancellationToken cancellationToken = default)
        {
            lock (storage.door)
            {
                storage.InboxReads++;
                if (storage.Unreadable.Contains(name)) throw new RequestFailedException(500, "InternalError");
                if (!storage.inbox.TryGetValue(name, out var file))
                    throw new RequestFailedException(404, "BlobNotFound");
                var details = BlobsModelFactory.BlobDownloadDetails(
                    contentLength: file.Content.Length, eTag: file.ETag, metadata: file.Metadata, lastModified: storage.InboxTime);
                return Task.FromResult(Response.FromValue(
                    BlobsModelFactory.BlobDownloadStreamingResult(new MemoryStream(file.Content), details), new StorageResponse(200)));
            }
        }

        public override async Task<Response> DeleteAsync(
            DeleteSnapshotsOption snapshotsOption = default, BlobRequestConditions? conditions = null, CancellationToken cancellationToken = default)
        {
            await storage.ChangeAsync(() =>
            {
                if (!storage.inbox.TryGetValue(name, out var file))
                    Throw<bool>(404, "BlobNotFound");
                else if (conditions?.IfMatch is { } match && match != file.ETag)
                    Throw<bool>(412, "ConditionNotMet");
                storage.inbox.Remove(name);
            });
            return Mock.Of<Response>();
        }
    }
}
