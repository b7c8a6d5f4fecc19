using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Moq;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Quarantine;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Tests.Intake.Classification;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Intake.Histories;

/// <summary>The product's own wiring on storage in memory, new for each history.</summary>
internal sealed class HistoryOffice : IDisposable
{
    private const string Folder = "ks-2023-740/sisab";
    private static readonly ServiceProvider Wiring = Wire();

    private readonly IServiceScope scope;
    private readonly Office office;
    private readonly VersionedBlobs blobs;
    private readonly MemoryQueues queues;
    private readonly HistoryModel model = new();

    private HistoryOffice(Office office)
    {
        this.office = office;
        blobs = new(office.Storage, office.Time);
        queues = new(office.Storage);
        scope = Wiring.CreateScope();
        scope.ServiceProvider.GetRequiredService<Account>().Set(office, blobs, queues);
    }

    public VersionedBlobs Blobs => blobs;

    public int Deaths { get; private set; }

    public Task<CaseLedger?> LedgerAsync() => office.Ledger.ReadAsync(Office.Case.Id, default);

    public static async Task<HistoryOffice> OpenScannedAsync()
    {
        var opened = await OpenAsync();
        opened.Get<Account>().IsScanned = true;
        return opened;
    }

    public static async Task<HistoryOffice> OpenAsync() => new(await Office.OpenAsync("2023-09-20 09:00"));

    public async Task TakeAsync(Step step)
    {
        switch (step)
        {
            case Put put:
                var etag = blobs.Put(BlobContainers.InboxName, Name(put.File), SentFile.All[put.Content].Bytes);
                model.Put(put.File, put.Content, etag, office.Time.GetUtcNow());
                break;
            case Delete delete when blobs.Names(BlobContainers.InboxName).Contains(Name(delete.File)):
                blobs.Delete(BlobContainers.InboxName, Name(delete.File));
                model.Delete(delete.File);
                break;
            case Deliver deliver:
                while (!await LivesThroughAsync(deliver.DiesAt, deliver.Times, () => Get<ReceiveHandler>().HandleAsync(InboxBlob(deliver.File), default)))
                    deliver = deliver with { DiesAt = 0 };
                model.Receive(deliver.File, office.Time.GetUtcNow());
                break;
            case Work work:
                await WorkAsync(work.Times, work.DiesAt);
                break;
            case Sweep:
                await Get<Reconciliation>().SweepAsync(default);
                model.Sweep(office.Time.GetUtcNow());
                break;
            case Wait:
                office.Clock.Advance(TimeSpan.FromMinutes(4));
                break;
        }
    }

    public async Task<(string Expected, string Ledger)> EndAsync()
    {
        office.Clock.Advance(TimeSpan.FromHours(1));
        await TakeAsync(new Sweep());
        while (await WorkAsync(1)) { }
        var ledger = (await office.Ledger.ReadAsync(Office.Case.Id, default))!;
        Assert.Empty(blobs.Names(BlobContainers.InboxName));
        Assert.All(ledger.Documents, d => Assert.Equal(d.Sha256, blobs.HashOf("originals", d.Sha256)));
        Assert.All(ledger.Documents, d => Assert.True(d.State is DocumentState.Accepted or DocumentState.Review or DocumentState.Unreadable, $"{d.State} {d.LastError}"));
        return (model.Ledger(), HistoryModel.Lines(
            ledger.Arrivals.Select(a => (int.Parse(a.Path[(a.Path.LastIndexOf(' ') + 1)..^4], null), a.Version, a.Sha256, a.StoredAt)),
            ledger.Documents.Select(d => (d.Sha256, d.ArrivedAt, d.Counts, d.SupersededBy is not null)),
            ledger.Recipients.Single(r => r.Organisation == "sisab").Answer));
    }

    public void Dispose() => scope.Dispose();

    private static string Name(int file) => $"{Folder}/Svar {file}.txt";

    private T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    private BlobClient InboxBlob(int file) => Get<BlobContainers>().Inbox.GetBlobClient(Name(file));

    private async Task<bool> WorkAsync(int times, int diesAt = 0)
    {
        var worked = false;
        foreach (var (queue, handle) in new (string, Func<DocumentId, Task>)[]
        {
            (StepQueues.ExtractName, id => Get<ExtractHandler>().HandleAsync(id, default)),
            (StepQueues.ClassifyName, id => Get<ClassifyHandler>().HandleAsync(id, default)),
        })
        {
            if (!queues.TryTake(queue, out var message)) continue;
            worked = true;
            if (!await LivesThroughAsync(diesAt, times, () => handle(message.ToObjectFromJson<DocumentId>(RemissJson.Options)!))) queues.Return(queue, message);
        }

        return worked;
    }

    /// <returns>False when all of them died of it.</returns>
    private async Task<bool> LivesThroughAsync(int diesAt, int times, Func<Task> work)
    {
        if (diesAt > 0) (office.Storage.DieAt, office.Storage.StaysDead) = ((2 * office.Storage.Changes) + diesAt, true);
        try
        {
            await AtOnceAsync(times, work);
        }
        catch (Exception) when (office.Storage.IsDead)
        {
        }

        var hasDied = office.Storage.IsDead;
        if (hasDied) Deaths++;
        office.Storage.Revive();
        return !hasDied;
    }

    private static Task AtOnceAsync(int times, Func<Task> work) => Task.WhenAll(Enumerable.Range(0, times).Select(_ => work()));

    private static ServiceProvider Wire()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddRemiss();
        var own = builder.Services.Where(s => s.Lifetime is ServiceLifetime.Singleton
            && (s.ImplementationType is not null || s.ImplementationFactory is not null)
            && s.ServiceType != typeof(DocumentClassifier) && s.ServiceType.Assembly == typeof(RemissServices).Assembly).ToList();
        foreach (var singleton in own)
        {
            builder.Services.Replace(singleton.ImplementationFactory is { } make
                ? ServiceDescriptor.Scoped(singleton.ServiceType, make)
                : ServiceDescriptor.Scoped(singleton.ServiceType, singleton.ImplementationType!));
        }

        builder.Services.AddScoped<Account>();
        builder.Services.AddScoped(provider => provider.GetRequiredService<Account>().Tables);
        builder.Services.AddScoped(provider => provider.GetRequiredService<Account>().Blobs);
        builder.Services.AddScoped(provider => provider.GetRequiredService<Account>().Queues);
        builder.Services.AddScoped(provider => provider.GetRequiredService<Account>().Time);
        builder.Services.AddScoped(provider => Options.Create(
            new QuarantineOptions { Mode = provider.GetRequiredService<Account>().IsScanned ? ScanMode.Tag : ScanMode.Off }));
        builder.Services.AddScoped(_ => Mock.Of<INotifier>(MockBehavior.Strict));
        builder.Services.AddSingleton<IDocumentExtractor, LineExtractor>();
        return builder.Services.BuildServiceProvider();
    }

    private sealed class Account
    {
        public bool IsScanned { get; set; }

        public TableServiceClient Tables { get; private set; } = null!;

        public BlobServiceClient Blobs { get; private set; } = null!;

        public QueueServiceClient Queues { get; private set; } = null!;

        public TimeProvider Time { get; private set; } = null!;

        public void Set(Office office, VersionedBlobs blobs, MemoryQueues queues) => (Tables, Blobs, Queues, Time) = (office.Storage.Tables, blobs, queues, office.Time);
    }

    /// <summary>The lines of a text file, each a paragraph.</summary>
    private sealed class LineExtractor : IDocumentExtractor
    {
        public async Task<ExtractionResult> ExtractAsync(string path, string attachmentsFolder, CancellationToken cancellationToken)
        {
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            return text.Length == 0
                ? ExtractionResult.Unreadable("txt", ExtractionReasons.Empty)
                : new ExtractionResult { State = ExtractionState.Read, Format = "txt", Text = Texts.Plain(text) };
        }
    }
}
