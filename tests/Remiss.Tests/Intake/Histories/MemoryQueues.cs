using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Moq;

namespace Remiss.Tests.Intake.Histories;

/// <summary>Queues whose messages a test takes out itself.</summary>
internal sealed class MemoryQueues : QueueServiceClient
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<BinaryData>> queues = new(StringComparer.Ordinal);

    public override QueueClient GetQueueClient(string queueName) => new Queue(Of(queueName));

    public bool TryTake(string queue, out BinaryData message) => Of(queue).TryDequeue(out message!);

    private ConcurrentQueue<BinaryData> Of(string name) => queues.GetOrAdd(name, _ => []);

    private sealed class Queue(ConcurrentQueue<BinaryData> messages) : QueueClient
    {
        public override Task<Response<SendReceipt>> SendMessageAsync(
            BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
        {
            messages.Enqueue(message);
            return Task.FromResult(Response.FromValue<SendReceipt>(null!, Mock.Of<Response>()));
        }
    }
}
