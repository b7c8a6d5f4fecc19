using Azure.Storage.Blobs;

namespace Remiss.Storage;

public sealed class BlobContainers(BlobServiceClient service)
{
    public const string InboxName = "inbox";

    /// <summary>Where files come in, as <c>{case}/{organisation}/{file}</c>; emptied as they are received.</summary>
    public BlobContainerClient Inbox { get; } = service.GetBlobContainerClient(InboxName);

    /// <summary>Every file that ever came in, named by its SHA-256, never overwritten.</summary>
    public BlobContainerClient Originals { get; } = service.GetBlobContainerClient("originals");

    public BlobContainerClient Text { get; } = service.GetBlobContainerClient("text");

    public BlobContainerClient Compiled { get; } = service.GetBlobContainerClient("compiled");

    public BlobContainerClient Quarantine { get; } = service.GetBlobContainerClient("quarantine");

    /// <summary>What would have been sent, on a machine that sends nothing.</summary>
    public BlobContainerClient Outbox { get; } = service.GetBlobContainerClient("outbox");

    /// <summary>What protects forms and, where no setting holds it, the installation's secret. Not for people.</summary>
    public BlobContainerClient Keys { get; } = service.GetBlobContainerClient("keys");

    public IEnumerable<BlobContainerClient> All => [Inbox, Originals, Text, Compiled, Quarantine, Outbox, Keys];
}
