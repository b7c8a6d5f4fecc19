using System.Text.Json;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Intake;
using Remiss.Local.Azurite;
using Remiss.Storage;

namespace Remiss.Local.Host;

/// <summary>What the Functions host does with its triggers, on one machine: calls the handlers, tries again, and poisons after five failures.</summary>
internal sealed partial class StepPump(
    StepQueues queues,
    Reconciliation reconciliation,
    ExtractHandler extract,
    ClassifyHandler classify,
    PoisonHandler poison,
    LocalStorage storage,
    IOptions<PumpOptions> options,
    ILogger<StepPump> logger)
{
    private const int MaxAttempts = 5;
    private const int MessagesAtOnce = 16;

    /// <summary>A handler waits for the storage about half of its time.</summary>
    private static readonly int HandlersAtOnce = 2 * Environment.ProcessorCount;

    private static readonly TimeSpan BetweenPoisonLooks = TimeSpan.FromSeconds(2);

    /// <returns>How many files and messages were taken care of.</returns>
    public async Task<int> PumpAsync(CancellationToken cancellationToken) =>
        await reconciliation.SweepAsync(cancellationToken) + await PumpQueuesAsync(cancellationToken);

    /// <summary>The queues alone, where somebody else sweeps.</summary>
    /// <returns>How many messages were taken care of.</returns>
    public async Task<int> PumpQueuesAsync(CancellationToken cancellationToken) =>
        await PumpAsync(queues.Extract, queues.ExtractPoison, extract.HandleAsync, cancellationToken)
        + await PumpAsync(queues.Classify, queues.ClassifyPoison, classify.HandleAsync, cancellationToken)
        + await PumpPoisonAsync(cancellationToken);

    /// <summary>
    /// Until it is stopped, with the steps beside each other. A step that has done something wakes the next; one that finds nothing looks again
    /// after a while.
    /// </summary>
    /// <param name="failed">Told of what could not be asked of the storage; it is asked again.</param>
    public Task RunAsync(TimeSpan whenIdle, Action<Exception> failed, CancellationToken cancellationToken)
    {
        var (inbox, toExtract, toClassify) = (new SemaphoreSlim(0), new SemaphoreSlim(0), new SemaphoreSlim(0));
        return Task.WhenAll(
            LoopAsync(SweepInTurnAsync, inbox, toExtract, whenIdle, failed, cancellationToken),
            LoopAsync(ct => PumpAsync(queues.Extract, queues.ExtractPoison, extract.HandleAsync, ct), toExtract, toClassify, whenIdle, failed, cancellationToken),
            LoopAsync(ct => PumpAsync(queues.Classify, queues.ClassifyPoison, classify.HandleAsync, ct), toClassify, null, whenIdle, failed, cancellationToken),
            LoopAsync(PumpPoisonAsync, new SemaphoreSlim(0), null, BetweenPoisonLooks, failed, cancellationToken));
    }

    private static async Task LoopAsync(
        Func<CancellationToken, Task<int>> step, SemaphoreSlim own, SemaphoreSlim? next, TimeSpan whenIdle, Action<Exception> failed, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var done = 0;
            try
            {
                done = await step(cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                failed(e);
            }

            if (done > 0 && next is { CurrentCount: 0 }) next.Release();
            if (done == 0) await own.WaitAsync(whenIdle, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    /// <summary>Of several workers one sweeps at a time: in Azure an event comes to one of them alone.</summary>
    private Task<int> SweepInTurnAsync(CancellationToken cancellationToken) => storage.InTurnAsync("sweep", () => reconciliation.SweepAsync(cancellationToken));

    private async Task<int> PumpPoisonAsync(CancellationToken cancellationToken) =>
        await PumpAsync(queues.ExtractPoison, null, (id, ct) => poison.HandleAsync(StepQueues.ExtractName, id, ct), cancellationToken)
        + await PumpAsync(queues.ClassifyPoison, null, (id, ct) => poison.HandleAsync(StepQueues.ClassifyName, id, ct), cancellationToken);

    /// <summary>Until the inbox and the queues are empty, hidden messages included.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (await PumpAsync(cancellationToken) > 0) { }
            if (!await AnyLeftAsync(cancellationToken)) return;
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    private async Task<bool> AnyLeftAsync(CancellationToken cancellationToken)
    {
        foreach (var queue in queues.All)
        {
            var properties = await queue.GetPropertiesAsync(cancellationToken);
            if (properties.Value.ApproximateMessagesCount > 0) return true;
        }

        return false;
    }

    private async Task<int> PumpAsync(
        QueueClient queue, QueueClient? poisonQueue, Func<DocumentId, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        var messages = await queue.ReceiveMessagesAsync(MessagesAtOnce, options.Value.Hidden, cancellationToken);
        var limit = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = HandlersAtOnce };
        await Parallel.ForEachAsync(messages.Value, limit, async (message, ct) => await TakeAsync(queue, poisonQueue, message, handle, ct));
        return messages.Value.Length;
    }

    private async Task TakeAsync(
        QueueClient queue, QueueClient? poisonQueue, QueueMessage message, Func<DocumentId, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        try
        {
            var id = message.Body.ToObjectFromJson<DocumentId>(RemissJson.Options) ?? throw new JsonException("The message is empty.");
            await handle(id, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (message.DequeueCount < MaxAttempts)
            {
                Log.TriedAgain(logger, queue.Name, message.MessageId, message.DequeueCount, e.Message);
                var pause = options.Value.FirstPause * Math.Pow(2, message.DequeueCount - 1);
                await queue.UpdateMessageAsync(message.MessageId, message.PopReceipt, visibilityTimeout: pause, cancellationToken: cancellationToken);
                return;
            }

            Log.GivenUp(logger, e, queue.Name, message.MessageId, message.Body);
            if (poisonQueue is not null) await poisonQueue.SendMessageAsync(message.Body, cancellationToken: cancellationToken);
        }

        await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Message {MessageId} of queue {Queue} failed at attempt {Attempt} and is tried again: {Reason}")]
        public static partial void TriedAgain(ILogger logger, string queue, string messageId, long attempt, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Message {MessageId} of queue {Queue} failed too often: {Ids}")]
        public static partial void GivenUp(ILogger logger, Exception exception, string queue, string messageId, BinaryData ids);
    }
}
