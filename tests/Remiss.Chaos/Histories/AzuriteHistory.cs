using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Chaos.Storage;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Storage;
using Remiss.Tests.Intake.Histories;

namespace Remiss.Chaos.Histories;

/// <summary>One history of one organisation's files.</summary>
internal sealed class AzuriteHistory(IServiceProvider services, string caseId, FaultProxy proxy, RunClock clock)
{
    private readonly HistoryModel model = new();

    public async Task TakeAsync(Step step, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case Put put:
                var written = await Blob(put.File).UploadAsync(BinaryData.FromBytes(SentFile.All[put.Content].Bytes), overwrite: true, cancellationToken);
                var etag = written.Value.ETag.ToString();
                model.Put(put.File, put.Content, etag, proxy.Stamp(etag));
                break;
            case Delete delete:
                await Blob(delete.File).DeleteIfExistsAsync(cancellationToken: cancellationToken);
                model.Delete(delete.File);
                break;
            case Deliver deliver:
                await AtOnceAsync(deliver.Times, () => services.GetRequiredService<ReceiveHandler>().HandleAsync(Blob(deliver.File), cancellationToken));
                model.Receive(deliver.File, clock.GetUtcNow());
                break;
            case Work work:
                var queues = services.GetRequiredService<StepQueues>();
                await WorkAsync(queues.Extract, work.Times, services.GetRequiredService<ExtractHandler>().HandleAsync, cancellationToken);
                await WorkAsync(queues.Classify, work.Times, services.GetRequiredService<ClassifyHandler>().HandleAsync, cancellationToken);
                break;
            case Sweep:
                await services.GetRequiredService<Reconciliation>().SweepAsync(cancellationToken);
                model.Sweep(clock.GetUtcNow());
                break;
            case Wait:
                clock.Ahead += TimeSpan.FromMinutes(4);
                break;
        }
    }

    public async Task<(string Expected, string Ledger)> EndAsync(CancellationToken cancellationToken)
    {
        clock.Ahead += TimeSpan.FromHours(1);
        await TakeAsync(new Sweep(), cancellationToken);
        await services.GetRequiredService<StepPump>().DrainAsync(cancellationToken);
        var ledger = (await services.GetRequiredService<RemissLedger>().ReadAsync(caseId, cancellationToken))!;
        return (model.Ledger(), HistoryModel.Lines(
            ledger.Arrivals.Select(a => (int.Parse(a.Path[(a.Path.LastIndexOf(' ') + 1)..^4], null), a.Version, a.Sha256, a.StoredAt)),
            ledger.Documents.Select(d => (d.Sha256, d.ArrivedAt, d.Counts, d.SupersededBy is not null)),
            ledger.Recipients.Single().Answer));
    }

    private BlobClient Blob(int file) => services.GetRequiredService<BlobContainers>().Inbox.GetBlobClient($"{caseId}/sisab/Svar {file}.txt");

    private static async Task WorkAsync(QueueClient queue, int times, Func<DocumentId, CancellationToken, Task> handle, CancellationToken cancellationToken)
    {
        var received = await queue.ReceiveMessagesAsync(1, TimeSpan.FromMinutes(1), cancellationToken);
        foreach (var message in received.Value)
        {
            await AtOnceAsync(times, () => handle(message.Body.ToObjectFromJson<DocumentId>(RemissJson.Options)!, cancellationToken));
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancellationToken);
        }
    }

    private static Task AtOnceAsync(int times, Func<Task> work) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => work()));
}
