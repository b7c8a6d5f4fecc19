using System.Diagnostics;
using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Remiss.Cases;
using Remiss.Chaos.Storage;
using Remiss.Chaos.Workers;
using Remiss.Local.Azurite;
using Remiss.Local.Host;

namespace Remiss.Chaos.Histories;

/// <summary>Random histories on Azurite, one after the other, each in a case of its own, against the model of the tests in memory.</summary>
internal sealed class HistoriesRun(int seed, int count, Action<string> report)
{
    private static readonly Register Register = new(
        [new() { Id = "stadshus", Name = "Stadshus AB" }, new() { Id = "sisab", Name = "Skolfastigheter i Stockholm AB", ShortName = "SISAB" }]);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var folder = Directory.CreateTempSubdirectory("remiss-histories-");
        try
        {
            await using var azurite = await LocalHost.StartAsync(Path.Combine(folder.FullName, ".remiss"), report, cancellationToken);
            var clock = new RunClock(TimeSpan.Zero);
            await using var proxy = await FaultProxy.StartAsync(azurite.Get<IConfiguration>()["AzureWebJobsStorage"]!, seed, clock);
            Environment.SetEnvironmentVariable("AzureWebJobsStorage", proxy.ConnectionOf(0));
            await using var storage = await LocalStorage.OpenAsync(".remiss", report, cancellationToken);
            using var host = ChaosWorker.Build(storage, clock, new Uri("http://127.0.0.1:9/"));
            var breaches = await RunAsync(host, proxy, clock, cancellationToken);
            Console.Out.WriteLine($"seed {seed}: {count} histories on Azurite in {watch.Elapsed.TotalSeconds:0} s, {proxy.Calls} storage calls; {breaches} breaches");
            return breaches == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> RunAsync(IHost host, FaultProxy proxy, RunClock clock, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var breaches = 0;
        for (var number = 1; number <= count; number++)
        {
            var steps = RandomHistory.Draw(new Random(random.Next()));
            var id = $"ks-h-{number}";
            await host.Services.GetRequiredService<CaseRegistration>().RegisterAsync(CaseOf(id, clock), Register, cancellationToken);
            var history = new AzuriteHistory(host.Services, id, proxy, clock);
            foreach (var step in steps) await history.TakeAsync(step, cancellationToken);
            var (expected, ledger) = await history.EndAsync(cancellationToken);
            await host.Services.GetRequiredService<TableServiceClient>().GetTableClient("index").DeleteEntityAsync("open-case", id, cancellationToken: cancellationToken);
            if (expected == ledger) continue;
            breaches++;
            Console.Out.WriteLine($"BREACH history {number}: {string.Join(", ", steps)}\n-- expected\n{expected}\n-- ledger\n{ledger}");
        }

        return breaches;
    }

    /// <summary>All have one number, of which one at a time is open.</summary>
    private static RemissCase CaseOf(string id, RunClock clock) => new()
    {
        Id = id,
        Dnr = "KS 2023/740",
        Title = "Överenskommelse om samverkan",
        Remitter = "Kommunstyrelsen",
        CoordinatingBody = "stadshus",
        RemittedOn = SwedishTime.Date(clock.GetUtcNow()),
        RecipientDeadline = SwedishTime.Date(clock.GetUtcNow()).AddDays(30),
        RemitterDeadline = SwedishTime.Date(clock.GetUtcNow()).AddDays(60),
        Coordinators = [new("Handläggare Ett", "handläggare", "handlaggare@stadshus.example")],
        Recipients = ["sisab"],
    };
}
