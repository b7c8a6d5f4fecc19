using Azure.Storage.Queues;
using Remiss.Intake;

namespace Remiss.Storage;

/// <summary>The queues between the steps. A message carries the document's id, never its content.</summary>
public sealed class StepQueues(QueueServiceClient service)
{
    public const string ExtractName = "extract";
    public const string ClassifyName = "classify";

    /// <summary>What the Functions host appends to the name of the queue that takes what failed too often.</summary>
    public const string PoisonSuffix = "-poison";

    public QueueClient Extract { get; } = service.GetQueueClient(ExtractName);

    public QueueClient Classify { get; } = service.GetQueueClient(ClassifyName);

    public QueueClient ExtractPoison { get; } = service.GetQueueClient(ExtractName + PoisonSuffix);

    public QueueClient ClassifyPoison { get; } = service.GetQueueClient(ClassifyName + PoisonSuffix);

    public IEnumerable<QueueClient> All => [Extract, Classify, ExtractPoison, ClassifyPoison];

    public Task SendToExtractAsync(DocumentId id, CancellationToken cancellationToken) => SendAsync(Extract, id, cancellationToken);

    public Task SendToClassifyAsync(DocumentId id, CancellationToken cancellationToken) => SendAsync(Classify, id, cancellationToken);

    private static Task SendAsync(QueueClient queue, DocumentId id, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(BinaryData.FromObjectAsJson(id, RemissJson.Options), cancellationToken: cancellationToken);
}
