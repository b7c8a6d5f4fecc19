using Azure.Storage.Blobs.Models;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>How our own ways in put files in the inbox: streamed, with their origin, under a name that nobody else uses.</summary>
public sealed class InboxWriter(BlobContainers containers)
{
    public Task PutAsync(string caseId, string organisation, string fileName, Stream content, Origin origin, CancellationToken cancellationToken) =>
        containers.Inbox
            .GetBlobClient($"{caseId}/{organisation}/{Guid.NewGuid():N}/{fileName}")
            .UploadAsync(content, new BlobUploadOptions { Metadata = origin.ToMetadata() }, cancellationToken);
}
