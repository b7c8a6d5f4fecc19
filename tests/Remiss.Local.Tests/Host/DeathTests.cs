using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Cases;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Tests.Host;

/// <summary>A worker that dies anywhere between the inbox and the ledger, and another that goes on, on a real emulator with real files.</summary>
public sealed class DeathTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly DeadlyPolicy death = new();
    private LocalHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await LocalHost.StartAsync(
        Path.Combine(folder.Path, ".remiss"),
        _ => { },
        Cancellation,
        builder =>
        {
            builder.Services.Configure<PumpOptions>(o => o.Hidden = TimeSpan.FromSeconds(1));
            builder.Services.AddSingleton(p => new TableServiceClient(Connection(p), Deadly(new TableClientOptions())));
            builder.Services.AddSingleton(p => new BlobServiceClient(Connection(p), Deadly(new BlobClientOptions())));
            builder.Services.AddSingleton(p => new QueueServiceClient(
                Connection(p), Deadly(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 })));
        });

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Wherever_the_worker_dies_the_ledger_ends_as_if_it_had_lived()
    {
        var (expected, changes) = await WalkAsync("ks-0", dieAt: null);
        Assert.InRange(changes, 15, 60);

        for (var at = 1; at <= 2 * changes; at++)
        {
            var (ended, _) = await WalkAsync($"ks-{at}", at);
            Assert.Equal(expected, ended);
        }
    }

    /// <summary>Puts a mail with two attachments in a case's folder and drains, with a new life after a death.</summary>
    private async Task<(string Ended, int Changes)> WalkAsync(string caseId, int? dieAt)
    {
        var register = await RegisterFile.ReadAsync(Samples.Register, Cancellation);
        var remissCase = await CaseFile.ReadAsync(Samples.Case, register, Cancellation);
        await host.Get<CaseRegistration>().RegisterAsync(remissCase with { Id = caseId }, register, Cancellation);
        var mail = Directory.GetFiles(Path.Combine(Samples.Documents, "sisab")).Single();
        await host.Get<BlobContainers>().Inbox.GetBlobClient($"{caseId}/sisab/svar.eml").UploadAsync(mail, Cancellation);

        var before = death.Changes;
        death.DieAt = dieAt;
        try
        {
            await host.Get<StepPump>().DrainAsync(Cancellation);
        }
        catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
        {
            death.Revive();
            await host.Get<StepPump>().DrainAsync(Cancellation);
        }

        death.Revive();
        var changes = death.Changes - before;
        await CloseAsync(caseId);
        return (await DescribeAsync(caseId), changes);
    }

    /// <summary>All the cases have one dnr; only one of them may be open.</summary>
    private Task CloseAsync(string caseId) =>
        host.Get<TableServiceClient>().GetTableClient("index").DeleteEntityAsync("open-case", caseId, cancellationToken: Cancellation);

    private static string Connection(IServiceProvider provider) => provider.GetRequiredService<IConfiguration>()["AzureWebJobsStorage"]!;

    private T Deadly<T>(T options) where T : ClientOptions
    {
        options.AddPolicy(death, HttpPipelinePosition.PerCall);
        return options;
    }

    private async Task<string> DescribeAsync(string caseId)
    {
        var ledger = (await host.Get<RemissLedger>().ReadAsync(caseId, Cancellation))!;
        var audit = await host.Get<RemissLedger>().ListAsync<AuditEntry>(caseId, Cancellation);
        var lines = ledger.Documents.Select(d => $"{d.FileName} {d.State} {d.Classification?.Type} {d.Classification?.Stance}")
            .Concat(ledger.Arrivals.Select(a => $"arrival {a.Path[caseId.Length..]} {a.Sha256}"))
            .Concat(ledger.Recipients.Select(r => $"{r.Organisation} {r.Status} {r.Answer}"))
            .Concat(audit.Where(e => e.What.StartsWith("document_", StringComparison.Ordinal)).Select(e => $"audit {e.What} {e.Subject[^8..]}"));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
