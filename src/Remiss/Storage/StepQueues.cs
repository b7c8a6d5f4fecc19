using System.Diagnostics;
using Azure.Storage.Queues;
using Remiss.Intake;

namespace Remiss.Storage;

/// <summary>The queues between the steps. A message carries the document's id, never its content.</summary>
public sealed class StepQueues(QueueServiceClient service)
{
    public const string ExtractName = "extract";
    public const string ClassifyName = "classify";

    /// <summary>Where the Functions host puts what failed too often: the queue's name and -poison.</summary>
    public const string ExtractPoisonName = ExtractName + "-poison";

    /// <inheritdoc cref="ExtractPoisonName"/>
    public const string ClassifyPoisonName = ClassifyName + "-poison";

    /// <summary>Where the Functions host notes blobs that could not be received, in the account of the blob.</summary>
    public const string BlobPoisonName = "webjobs-blobtrigger-poison";

    public QueueClient Extract { get; } = service.GetQueueClient(ExtractName);

    public QueueClient Classify { get; } = service.GetQueueClient(ClassifyName);

    public QueueClient ExtractPoison { get; } = service.GetQueueClient(ExtractPoisonName);

    public QueueClient ClassifyPoison { get; } = service.GetQueueClient(ClassifyPoisonName);

    public IEnumerable<QueueClient> All => [Extract, Classify, ExtractPoison, ClassifyPoison];

    public Task SendToExtractAsync(DocumentId id, CancellationToken cancellationToken) => SendAsync(Extract, id, cancellationToken);

    public Task SendToClassifyAsync(DocumentId id, CancellationToken cancellationToken) => SendAsync(Classify, id, cancellationToken);

    private static Task SendAsync(QueueClient queue, DocumentId id, CancellationToken cancellationToken) =>
        queue.SendMessageAsync(BinaryData.FromObjectAsJson(id with { TraceParent = Activity.Current?.Id }, RemissJson.Options), cancellationToken: cancellationToken);
}
