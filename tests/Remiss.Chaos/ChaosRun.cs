using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Remiss.Cases;
using Remiss.Chaos.Inbox;
using Remiss.Chaos.Judging;
using Remiss.Chaos.Storage;
using Remiss.Chaos.Workers;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Chaos;

/// <summary>One run: files come in while workers die and calls go wrong; then all is drained in peace, and what is left is judged.</summary>
internal sealed class ChaosRun(ChaosOptions options, Action<string> report)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Stopwatch watch = Stopwatch.StartNew();

    /// <returns>0 when everything held, 1 with what did not.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("remiss-chaos-");
        try
        {
            await using var host = await LocalHost.StartAsync(Path.Combine(folder.FullName, ".remiss"), report, cancellationToken);
            return await RunAsync(host, folder.FullName, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> RunAsync(LocalHost host, string folder, CancellationToken cancellationToken)
    {
        var clock = new RunClock(TimeSpan.Zero);
        var cases = new ChaosCases(SwedishTime.Date(clock.GetUtcNow()));
        await cases.RegisterAsync(host, cancellationToken);
        await using var proxy = await FaultProxy.StartAsync(host.Get<IConfiguration>()["AzureWebJobsStorage"]!, options.Seed, clock);
        await using var graph = await GraphServer.StartAsync(TimeProvider.System);
        foreach (var user in cases.TeamsUsers) graph.Installed.Add(user);
        var graphFaults = new GraphFaults(options);
        graph.Faults = graphFaults.Draw;
        await using var crew = new Crew(new(folder, proxy.ConnectionString, graph.BaseUrl, options.Sweep), options, clock);
        await crew.StartAsync();
        report($"Seed {options.Seed}: {options.Workers} workers are up after {watch.Elapsed.TotalSeconds:0} s");

        proxy.Rate = options.Faults;
        var senders = new Senders(options, cases, host.Get<BlobContainers>().Inbox, proxy, crew);
        using var quiet = new CancellationTokenSource();
        var jumps = JumpAsync(clock, senders, crew, quiet.Token);
        await senders.RunAsync(cancellationToken);
        await quiet.CancelAsync();
        var jumped = await jumps;
        await crew.SpareAsync();
        report($"{senders.Versions.Count} files in {senders.Events} events, {crew.Kills} kills after {watch.Elapsed.TotalSeconds:0} s; draining");

        (proxy.Rate, graphFaults.Rate) = (0, 0);
        var verdict = new Verdict();
        var poisoned = await DrainAsync(host, cases, proxy, crew, clock, verdict, cancellationToken);
        if (!await crew.StopAsync()) verdict.Breach("A worker did not end by itself.");
        await new Judge(host, cases, senders.Versions, graph, verdict).RunAsync(cancellationToken);

        Console.Out.WriteLine(
            $"seed {options.Seed}: {watch.Elapsed.TotalSeconds:0} s, {options.Workers} workers, {crew.Kills} kills, {jumped} clock jumps; "
            + $"{senders.Versions.Count} files ({senders.Overwritten} overwritten, {senders.Deleted} deleted, {senders.FilledLater} filled later, {senders.InBlocks} in blocks) "
            + $"by {senders.Events} events, {senders.Versions.Count(v => v.EventsLost)} without any; "
            + $"{proxy.Calls} storage calls, {proxy.Faults} of them faulty; {graph.Requests} Graph calls, {graphFaults.Count} of them faulty; "
            + $"{poisoned} poisoned and replayed; {verdict.Figures}; {verdict.Breaches.Count} breaches");
        foreach (var breach in verdict.Breaches.Take(30)) Console.Out.WriteLine($"BREACH {breach}");
        if (verdict.Breaches.Count > 0) Console.Out.WriteLine($"Again: --seed {options.Seed} --seconds {options.Seconds} --workers {options.Workers} --kills {options.Kills}");
        return verdict.Breaches.Count == 0 ? 0 : 1;
    }

    /// <summary>The clock goes days ahead, and now and then back by an hour.</summary>
    private async Task<int> JumpAsync(RunClock clock, Senders senders, Crew crew, CancellationToken quiet)
    {
        var random = new Random(options.Seed + 1);
        var jumped = 0;
        while (!options.Plain && !quiet.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(3 + (5 * random.NextDouble())), quiet).ContinueWith(_ => { }, TaskScheduler.Default);
            if (quiet.IsCancellationRequested || !senders.MayJump) continue;
            clock.Ahead += random.Next(5) == 0 ? TimeSpan.FromMinutes(-60) : TimeSpan.FromHours(random.Next(1, 40));
            crew.SetClock();
            jumped++;
        }

        return jumped;
    }

    /// <returns>How many documents had failed.</returns>
    private async Task<int> DrainAsync(
        LocalHost host, ChaosCases cases, FaultProxy proxy, Crew crew, RunClock clock, Verdict verdict, CancellationToken cancellationToken)
    {
        List<string> partitions = [.. cases.Cases.Select(c => c.Id), LedgerKeys.Unassigned];
        clock.Ahead += TimeSpan.FromHours(1);
        crew.SetClock();
        await UntilAsync("the inbox and the queues are empty", async () => !await AnyLeftAsync(host, cancellationToken), verdict, cancellationToken);
        var failed = 0;
        foreach (var partition in partitions) failed += (await DocumentsAsync(host, partition, cancellationToken)).Count(d => d.State is DocumentState.Failed);

        proxy.Broken.Clear();
        foreach (var partition in partitions) await host.Get<ReplayHandler>().HandleAsync(partition, "harness", cancellationToken);
        await UntilAsync("what was replayed is done", async () => !await AnyLeftAsync(host, cancellationToken), verdict, cancellationToken);
        clock.Ahead += TimeSpan.FromHours(1);
        crew.SetClock();
        await UntilAsync("every document is done and every send settled", async () => !await AnyOpenAsync(host, partitions, cancellationToken), verdict, cancellationToken);
        return failed;
    }

    private async Task UntilAsync(string what, Func<Task<bool>> holds, Verdict verdict, CancellationToken cancellationToken)
    {
        var limit = watch.Elapsed + Patience;
        var inARow = 0;
        while (inARow < 3)
        {
            if (watch.Elapsed > limit)
            {
                verdict.Breach($"After {Patience.TotalMinutes} minutes of peace it is not so that {what}.");
                return;
            }

            inARow = await holds() ? inARow + 1 : 0;
            await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        }

        report($"  {what}, {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task<bool> AnyLeftAsync(LocalHost host, CancellationToken cancellationToken)
    {
        await foreach (var _ in host.Get<BlobContainers>().Inbox.GetBlobsAsync(cancellationToken: cancellationToken)) return true;
        foreach (var queue in host.Get<StepQueues>().All)
        {
            if ((await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount > 0) return true;
        }

        return false;
    }

    private static async Task<bool> AnyOpenAsync(LocalHost host, List<string> partitions, CancellationToken cancellationToken)
    {
        foreach (var partition in partitions)
        {
            var documents = await DocumentsAsync(host, partition, cancellationToken);
            if (documents.Any(d => d.State is DocumentState.Received or DocumentState.Extracted)) return true;
        }

        foreach (var partition in partitions.Append(LedgerKeys.Weekly))
        {
            var sends = await host.Get<RemissLedger>().ListAsync<Send>(partition, cancellationToken);
            if (sends.Any(s => s.State is SendState.Owed or SendState.Sending)) return true;
        }

        return false;
    }

    private static Task<IReadOnlyList<Document>> DocumentsAsync(LocalHost host, string partition, CancellationToken cancellationToken) =>
        host.Get<RemissLedger>().ListAsync<Document>(partition, cancellationToken);
}
