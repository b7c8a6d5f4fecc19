using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>
/// How our own ways in put files in the inbox: streamed, under a name that nobody else uses, so that no upload can run over another. The
/// name that the sender gave travels in the origin.
/// </summary>
public sealed class InboxWriter(BlobContainers containers)
{
    /// <summary>What one upload holds in memory at a time, however large the file.</summary>
    public const int PieceSize = 4 << 20;

    private static readonly StorageTransferOptions OnePieceAtATime = new()
    {
        InitialTransferSize = PieceSize,
        MaximumTransferSize = PieceSize,
        MaximumConcurrency = 1,
    };

    public Task PutAsync(Origin origin, Stream content, CancellationToken cancellationToken)
    {
        var place = InboxPath.Parse(origin.Path);
        var folder = place.Case is null ? LedgerKeys.Unassigned : $"{place.Case}/{place.Organisation}";
        return containers.Inbox
            .GetBlobClient($"{folder}/{Guid.NewGuid():N}")
            .UploadAsync(
                content,
                new BlobUploadOptions { Metadata = origin.ToMetadata(), TransferOptions = OnePieceAtATime },
                cancellationToken);
    }
}
