using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Remiss.Local.Host;

namespace Remiss.Local.Load;

/// <summary>What the storage allows: the calls that documents cost, made as fast as it answers, with nothing done between them.</summary>
internal sealed class RawStorage(LocalHost host, int fileBytes, int atOnce)
{
    private const string Partition = "raw";
    private const int RowsOfChange = 3;
    private const int RowCharacters = 700;

    private readonly BlobContainerClient container = host.Get<BlobServiceClient>().GetBlobContainerClient("raw-storage");
    private readonly QueueClient queue = host.Get<QueueServiceClient>().GetQueueClient("raw-storage");
    private readonly TableClient table = host.Get<TableServiceClient>().GetTableClient("rawstorage");
    private readonly BinaryData file = BinaryData.FromBytes(new byte[fileBytes]);

    /// <param name="calls">By service and method, for all documents together.</param>
    public async Task<TimeSpan> RunAsync(IReadOnlyDictionary<string, long> calls, CancellationToken cancellationToken)
    {
        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        await table.CreateIfNotExistsAsync(cancellationToken);
        await container.GetBlobClient("read").UploadAsync(file, overwrite: true, cancellationToken);
        await table.UpsertEntityAsync(Row("read"), cancellationToken: cancellationToken);
        var messages = await ReceivedAsync(calls.GetValueOrDefault("queue DELETE"), cancellationToken);
        await EachAsync(calls.GetValueOrDefault("blob DELETE"), i => container.GetBlobClient($"old-{i}").UploadAsync(file, overwrite: true, cancellationToken));

        List<(long Order, Func<Task> Call)> work = [];
        foreach (var (kind, count) in calls)
        {
            for (var i = 0L; i < count; i++) work.Add((i * 1_000_000 / count, Call(kind, i, messages, cancellationToken)));
        }

        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            work.OrderBy(w => w.Order),
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancellationToken },
            async (w, _) => await w.Call());
        return clock.Elapsed;
    }

    private Func<Task> Call(string kind, long number, List<QueueMessage> messages, CancellationToken cancellationToken) => kind switch
    {
        "blob PUT" => () => container.GetBlobClient($"new-{number}").UploadAsync(file, overwrite: true, cancellationToken),
        "blob GET" or "blob HEAD" => () => container.GetBlobClient("read").DownloadContentAsync(cancellationToken),
        "blob DELETE" => () => container.GetBlobClient($"old-{number}").DeleteAsync(cancellationToken: cancellationToken),
        "queue POST" => () => queue.SendMessageAsync("{\"case\":\"ks-2023-1\",\"organisation\":\"bolag-000\",\"sha256\":\"0\"}", cancellationToken),
        "queue GET" => () => queue.ReceiveMessagesAsync(16, TimeSpan.FromMinutes(5), cancellationToken),
        "queue PUT" => () => queue.GetPropertiesAsync(cancellationToken),
        "queue DELETE" => () => queue.DeleteMessageAsync(messages[(int)number].MessageId, messages[(int)number].PopReceipt, cancellationToken),
        "table POST" => () => table.SubmitTransactionAsync(
            Enumerable.Range(0, RowsOfChange).Select(r => new TableTransactionAction(TableTransactionActionType.Add, Row($"{number}-{r}"))), cancellationToken),
        "table GET" => () => table.GetEntityIfExistsAsync<TableEntity>(Partition, "read", cancellationToken: cancellationToken),
        "table PUT" or "table PATCH" => () => table.UpsertEntityAsync(Row("read"), cancellationToken: cancellationToken),
        _ => throw new InvalidOperationException($"No raw call stands for '{kind}'; add one to {nameof(RawStorage)}."),
    };

    private async Task<List<QueueMessage>> ReceivedAsync(long count, CancellationToken cancellationToken)
    {
        await EachAsync(count, _ => queue.SendMessageAsync("{}", cancellationToken));
        List<QueueMessage> messages = [];
        while (messages.Count < count) messages.AddRange((await queue.ReceiveMessagesAsync(32, TimeSpan.FromHours(1), cancellationToken)).Value);
        return messages;
    }

    private Task EachAsync(long count, Func<long, Task> call) =>
        Parallel.ForEachAsync(Enumerable.Range(0, (int)count), new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (i, _) => await call(i));

    private static TableEntity Row(string key) => new(Partition, key) { ["Json"] = new string('x', RowCharacters) };
}
