using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Moq;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Intake.Histories;

/// <summary>Queues whose messages a test takes out itself.</summary>
internal sealed class MemoryQueues(MemoryStorage storage) : QueueServiceClient
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<BinaryData>> queues = new(StringComparer.Ordinal);

    public override QueueClient GetQueueClient(string queueName) => new Queue(storage, Of(queueName));

    /// <summary>Whoever took it died: others see it again.</summary>
    public void Return(string queue, BinaryData message) => Of(queue).Enqueue(message);

    public bool TryTake(string queue, out BinaryData message) => Of(queue).TryDequeue(out message!);

    private ConcurrentQueue<BinaryData> Of(string name) => queues.GetOrAdd(name, _ => []);

    private sealed class Queue(MemoryStorage storage, ConcurrentQueue<BinaryData> messages) : QueueClient
    {
        public override async Task<Response<SendReceipt>> SendMessageAsync(
            BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
        {
            await storage.ChangeAsync(() => messages.Enqueue(message));
            return Response.FromValue<SendReceipt>(null!, Mock.Of<Response>());
        }
    }
}
