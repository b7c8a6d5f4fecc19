using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Remiss.Storage;

/// <summary>The files as they came in, byte for byte, under their SHA-256.</summary>
public sealed class OriginalStore(BlobContainers containers)
{
    /// <summary>Does nothing when the content is here already.</summary>
    public Task KeepAsync(string sha256, string path, CancellationToken cancellationToken) =>
        KeepAsync(containers.Originals, sha256, path, cancellationToken);

    /// <summary>In the container <c>quarantine</c>, which nothing reads.</summary>
    public Task KeepApartAsync(string sha256, string path, CancellationToken cancellationToken) =>
        KeepAsync(containers.Quarantine, sha256, path, cancellationToken);

    private static async Task KeepAsync(BlobContainerClient container, string sha256, string path, CancellationToken cancellationToken)
    {
        await using var content = File.OpenRead(path);
        try
        {
            var options = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } };
            await container.GetBlobClient(sha256).UploadAsync(content, options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
        }
    }

    /// <summary>
    /// To be called when the ledger tells of the content: whoever disposes of it holds a lease on it while he asks the ledger whether
    /// anybody else has it, so either he sees the row, or we see the lease or that the content is gone.
    /// </summary>
    /// <exception cref="IOException">It is being disposed of at this moment; try again.</exception>
    public async Task EnsureAsync(string sha256, string path, CancellationToken cancellationToken)
    {
        try
        {
            var properties = await containers.Originals.GetBlobClient(sha256).GetPropertiesAsync(cancellationToken: cancellationToken);
            if (properties.Value.LeaseState is LeaseState.Leased)
                throw new IOException($"The original {sha256} is being disposed of by another case; it is kept again at the next try.");
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            await KeepAsync(sha256, path, cancellationToken);
        }
    }

    /// <summary>SHA-256 and length of what lies under the name; null when nothing does.</summary>
    public Task<(string Sha256, long Length)?> MeasureAsync(string sha256, CancellationToken cancellationToken) =>
        MeasureAsync(containers.Originals, sha256, cancellationToken);

    /// <summary>As <see cref="MeasureAsync(string, CancellationToken)"/>, of what is kept apart.</summary>
    public Task<(string Sha256, long Length)?> MeasureApartAsync(string sha256, CancellationToken cancellationToken) =>
        MeasureAsync(containers.Quarantine, sha256, cancellationToken);

    private static async Task<(string Sha256, long Length)?> MeasureAsync(
        BlobContainerClient container, string sha256, CancellationToken cancellationToken)
    {
        try
        {
            using var download = (await container.GetBlobClient(sha256).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[81920];
            long length = 0;
            for (int read; (read = await download.Content.ReadAsync(buffer, cancellationToken)) > 0; length += read) hash.AppendData(buffer, 0, read);
            return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task<bool> HasAsync(string sha256, CancellationToken cancellationToken) =>
        await containers.Originals.GetBlobClient(sha256).ExistsAsync(cancellationToken);

    public Task FetchAsync(string sha256, string path, CancellationToken cancellationToken) =>
        containers.Originals.GetBlobClient(sha256).DownloadToAsync(path, cancellationToken);

    public async Task<ReadOnlyMemory<byte>> ReadAsync(string sha256, CancellationToken cancellationToken) =>
        (await containers.Originals.GetBlobClient(sha256).DownloadContentAsync(cancellationToken)).Value.Content.ToMemory();
}
