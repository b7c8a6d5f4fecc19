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
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Chaos;

/// <summary>One run: files come in while workers die and calls go wrong; then all is drained in peace, and what is left is judged.</summary>
internal sealed class ChaosRun(ChaosOptions options, Action<string> report)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(30);

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
        await using var proxy = await FaultProxy.StartAsync(host.Get<IConfiguration>()["AzureWebJobsStorage"]!, options.Seed, clock, options.Workers);
        await using var graph = await GraphServer.StartAsync(TimeProvider.System);
        foreach (var user in cases.TeamsUsers) graph.Installed.Add(user);
        var graphFaults = new GraphFaults(options);
        graph.Faults = graphFaults.Draw;
        var place = new WorkerPlace(folder, [.. Enumerable.Range(0, options.Workers).Select(proxy.ConnectionOf)], graph.BaseUrl, options.Sweep);
        await using var crew = new Crew(place, proxy, options, clock);
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

        var verdict = new Verdict();
        var (poisoned, shown) = await DrainAsync(host, cases, proxy, graphFaults, crew, clock, verdict, cancellationToken);
        if (!await crew.StopAsync()) verdict.Breach("A worker did not end by itself.");
        await new Judge(host, cases, senders.Versions, graph, verdict).RunAsync(cancellationToken);
        if (options is { Workers: 1, Kills: 0, Plain: true })
        {
            foreach (var breach in graph.Breaches) verdict.Breach($"GRAPH {breach}");
        }

        var outcome = $"{verdict.Lost} lost, {verdict.Twice} twice, {verdict.Half} half-written";
        Console.Out.WriteLine(
            $"seed {options.Seed}: {watch.Elapsed.TotalSeconds:0} s, {senders.Versions.Count} files by {senders.Events} events; {verdict.Figures}; {verdict.Breaches.Count} breaches");
        foreach (var line in (IEnumerable<string>)
        [
            $"R1   {senders.Versions.Count(v => !v.EventsLost)} files by {senders.Events} events: {verdict.Twice} twice",
            $"R2   {senders.Overwritten} files overwritten, {senders.Deleted} deleted and put back or not, {jumped} clock jumps: {outcome}",
            $"R3   {senders.Versions.Count(v => v.EventsLost)} files without any event, {LongestUnseen(senders, proxy)}; a sweep every {options.Sweep} s",
            $"R4   {crew.Kills} kills of processes, {crew.KillsInCalls} of them in a call of the storage: {outcome}",
            $"R5   {proxy.Faults} of {proxy.Calls} storage calls went wrong ({proxy.FaultsByKind}): {outcome}",
            $"R6   {graphFaults.Count} of {graph.Requests} Graph calls went wrong, {graphFaults.Refused} refused: at most {graph.MostMailsAtOnce} mails at once, {graph.Breaches.Count} limits broken by all workers together",
            $"R7   {graphFaults.TakenAndLost} Graph calls taken and then lost: {verdict.Twice} twice",
            $"R10  {senders.FilledLater} files empty first, {senders.InBlocks} in slow blocks: {verdict.Half} half-written",
            $"R12  {poisoned} documents failed in a step, {shown} shown as failed in the weekly report: {verdict.Half} half-written",
            $"R17  {poisoned} poisoned and replayed: {verdict.Twice} twice",
            $"R19  {options.Workers} workers: {outcome}",
        ]) Console.Out.WriteLine(line);
        foreach (var breach in verdict.Breaches.Take(30)) Console.Out.WriteLine($"BREACH {breach}");
        if (verdict.Breaches.Count > 0) Console.Out.WriteLine($"Again: --seed {options.Seed} --seconds {options.Seconds} --workers {options.Workers} --kills {options.Kills}");
        return verdict.Breaches.Count == 0 ? 0 : 1;
    }

    private static string LongestUnseen(Senders senders, FaultProxy proxy)
    {
        var waited = senders.Versions.Where(v => v is { EventsLost: true, IsReplaced: false })
            .Select(v => proxy.TakenAt(v.Blob) - v.UploadedAt).OfType<TimeSpan>().ToList();
        return waited.Count == 0 ? "none lay" : $"none lay longer than {waited.Max().TotalSeconds:0.0} s";
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

    /// <summary>Calls go wrong until everything has been read and tried once; then there is peace.</summary>
    /// <returns>How many documents had failed, and how many the weekly report told of.</returns>
    private async Task<(int Failed, int Shown)> DrainAsync(
        LocalHost host, ChaosCases cases, FaultProxy proxy, GraphFaults graphFaults, Crew crew, RunClock clock, Verdict verdict, CancellationToken cancellationToken)
    {
        List<string> partitions = [.. cases.Cases.Select(c => c.Id), LedgerKeys.Unassigned];
        clock.Ahead = clock.Furthest + TimeSpan.FromHours(1);
        crew.SetClock();
        await UntilAsync("the inbox and the queues are empty", () => LeftAsync(host, cancellationToken), verdict, cancellationToken);
        proxy.Rate = 0;
        await UntilAsync("everything owed has been tried", () => OwedAsync(host, partitions, cancellationToken), verdict, cancellationToken);
        graphFaults.Rate = 0;
        var failed = 0;
        foreach (var partition in partitions) failed += (await DocumentsAsync(host, partition, cancellationToken)).Count(d => d.State is DocumentState.Failed);
        var shown = await ShownAsync(host, cases, cancellationToken);
        verdict.Check(shown == failed, $"HALF {failed} documents have failed, the weekly report tells of {shown}");

        proxy.Broken.Clear();
        foreach (var partition in partitions) await host.Get<ReplayHandler>().HandleAsync(partition, "harness", cancellationToken);
        await UntilAsync("what was replayed is done", () => LeftAsync(host, cancellationToken), verdict, cancellationToken);
        clock.Ahead += TimeSpan.FromHours(1);
        crew.SetClock();
        await UntilAsync("every document is done and every send settled", () => OpenAsync(host, partitions, cancellationToken), verdict, cancellationToken);
        return (failed, shown);
    }

    /// <summary>
    /// As long as there is less of it than at the look before, it is waited for, half an hour at most: messages that come again first make more.
    /// </summary>
    private async Task UntilAsync(string what, Func<Task<IReadOnlyList<string>>> leftNow, Verdict verdict, CancellationToken cancellationToken)
    {
        var (limit, last) = (watch.Elapsed + Patience, watch.Elapsed + LongestPatience);
        var before = int.MaxValue;
        for (var inARow = 0; inARow < 3; await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken))
        {
            var left = await leftNow();
            inARow = left.Count == 0 ? inARow + 1 : 0;
            if (left.Count < before) limit = watch.Elapsed + Patience;
            before = left.Count;
            if (watch.Elapsed <= limit && watch.Elapsed <= last) continue;
            verdict.Breach($"After {Patience.TotalMinutes} minutes without progress, or {LongestPatience.TotalMinutes} with, it is not so that {what}: {string.Join(", ", left.Take(20))}");
            return;
        }

        report($"  {what}, {watch.Elapsed.TotalSeconds:0} s");
    }

    private static async Task<int> ShownAsync(LocalHost host, ChaosCases cases, CancellationToken cancellationToken)
    {
        List<WeeklyStatus> reports = [];
        foreach (var remissCase in cases.Cases)
            reports.Add(await host.Get<WeeklyReportRun>().StatusAsync(remissCase.Coordinators[0], cancellationToken));
        return reports.SelectMany(r => r.Cases).Sum(c => c.Failed) + reports[0].Unassigned.Count(d => d.Document.State is DocumentState.Failed);
    }

    private static async Task<IReadOnlyList<string>> LeftAsync(LocalHost host, CancellationToken cancellationToken)
    {
        List<string> left = [];
        await foreach (var blob in host.Get<BlobContainers>().Inbox.GetBlobsAsync(cancellationToken: cancellationToken)) left.Add(blob.Name);
        foreach (var queue in host.Get<StepQueues>().All)
            left.AddRange(Enumerable.Repeat(queue.Name, (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount));
        return left;
    }

    private static async Task<IReadOnlyList<string>> OpenAsync(LocalHost host, List<string> partitions, CancellationToken cancellationToken)
    {
        List<string> open = [];
        foreach (var partition in partitions)
        {
            open.AddRange((await DocumentsAsync(host, partition, cancellationToken))
                .Where(d => d.State is DocumentState.Received or DocumentState.Extracted).Select(d => $"{d.Path} is {d.State}"));
        }

        return [.. open, .. await SendsAsync(host, partitions, s => s.State is SendState.Owed or SendState.Sending, cancellationToken)];
    }

    private static Task<IReadOnlyList<string>> OwedAsync(LocalHost host, List<string> partitions, CancellationToken cancellationToken) =>
        SendsAsync(host, partitions, s => s.State is SendState.Owed, cancellationToken);

    private static async Task<IReadOnlyList<string>> SendsAsync(
        LocalHost host, List<string> partitions, Func<Send, bool> isOpen, CancellationToken cancellationToken)
    {
        List<string> sends = [];
        foreach (var partition in partitions.Append(LedgerKeys.Weekly))
        {
            sends.AddRange((await host.Get<RemissLedger>().ListAsync<Send>(partition, cancellationToken))
                .Where(isOpen).Select(s => $"{NotificationId.Of(partition, s)} is {s.State} since {s.At:O}"));
        }

        return sends;
    }

    private static Task<IReadOnlyList<Document>> DocumentsAsync(LocalHost host, string partition, CancellationToken cancellationToken) =>
        host.Get<RemissLedger>().ListAsync<Document>(partition, cancellationToken);
}
