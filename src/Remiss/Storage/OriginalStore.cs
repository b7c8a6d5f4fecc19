using Azure;
using Azure.Storage.Blobs.Models;

namespace Remiss.Storage;

/// <summary>The files as they came in, byte for byte, under their SHA-256.</summary>
public sealed class OriginalStore(BlobContainers containers)
{
    /// <summary>Does nothing when the content is here already.</summary>
    public async Task KeepAsync(string sha256, string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        try
        {
            var options = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
            await containers.Originals.GetBlobClient(sha256).UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
        }
    }

    public Task FetchAsync(string sha256, string path, CancellationToken cancellationToken) =>
        containers.Originals.GetBlobClient(sha256).DownloadToAsync(path, cancellationToken);

    public async Task<ReadOnlyMemory<byte>> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        (await containers.Originals.GetBlobClient(sha256).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
}
