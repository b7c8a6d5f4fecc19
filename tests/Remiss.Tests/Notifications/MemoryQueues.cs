using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Moq;
using Remiss.Intake;

namespace Remiss.Tests.Notifications;

/// <summary>Queues in memory that only take messages.</summary>
internal sealed class MemoryQueues : QueueServiceClient
{
    private readonly Dictionary<string, MemoryQueue> queues = [];

    public List<DocumentId> this[string queue] => ((MemoryQueue)GetQueueClient(queue)).Messages;

    public override QueueClient GetQueueClient(string queueName)
    {
        lock (queues)
            return queues.TryGetValue(queueName, out var known) ? known : queues[queueName] = new();
    }

    private sealed class MemoryQueue : QueueClient
    {
        public List<DocumentId> Messages { get; } = [];

        public override Task<Response<SendReceipt>> SendMessageAsync(
            BinaryData message, TimeSpan? visibilityTimeout = null, TimeSpan? timeToLive = null, CancellationToken cancellationToken = default)
        {
            lock (Messages)
                Messages.Add(message.ToObjectFromJson<DocumentId>(RemissJson.Options)!);
            return Task.FromResult(Mock.Of<Response<SendReceipt>>());
        }

        public override Task<Response<QueueProperties>> GetPropertiesAsync(CancellationToken cancellationToken = default)
        {
            lock (Messages)
                return Task.FromResult(Response.FromValue(QueuesModelFactory.QueueProperties(new Dictionary<string, string>(), Messages.Count), Mock.Of<Response>()));
        }
    }
}
