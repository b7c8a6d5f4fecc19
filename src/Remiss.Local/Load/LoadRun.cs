using Remiss.Local.Commands;
using Remiss.Local.Commands.Measuring;
using Remiss.Local.Host;

namespace Remiss.Local.Load;

/// <summary>
/// Files by the thousand, through real workers on one storage. First all lie in the inbox and are drained; then they come to a warm
/// <c>remiss up</c> at half the pace of a worker and the time of each is taken; last, the storage is asked for as many calls with nothing between them,
/// those of a thousand files at most.
/// </summary>
internal sealed class LoadRun(string folder, int documents, int workers, Action<string> report)
{
    private const int WarmUp = 20;
    private const int MostForStorage = 1_000;

    public async Task<LoadFigures> RunAsync(CancellationToken cancellationToken)
    {
        await using var host = await LocalHost.StartAsync(Path.Combine(folder, DataFolder.Name), report, cancellationToken);
        var drained = new LoadedCase(host);
        await drained.RegisterAsync(cancellationToken);
        report($"Laddar upp {documents} filer");
        var bytes = await drained.UploadAsync(Enumerable.Range(0, documents), TimeSpan.Zero, cancellationToken);

        report($"{workers} arbetare tömmer inkorgen");
        var start = TimeProvider.System.GetUtcNow();
        var done = await WithWorkersAsync(() => drained.DrainedAsync(cancellationToken), cancellationToken);
        var seconds = ((await drained.PassagesAsync(cancellationToken)).Max(p => p.Judged) - start).TotalSeconds;

        var count = Math.Clamp(documents / 5, 20, 200);
        report($"{count} filer i jämn takt till remiss up");
        var times = await PacedAsync(host, count, TimeSpan.FromSeconds(2 * workers * seconds / documents), cancellationToken);

        var share = Math.Min(1, (double)MostForStorage / documents);
        report(share < 1 ? $"Lagringen för sig, anropen för {MostForStorage} filer" : "Lagringen för sig, lika många anrop");
        var calls = Sum(done);
        var raw = await new RawStorage(host, (int)(bytes / documents), workers * Environment.ProcessorCount)
            .RunAsync(calls.ToDictionary(c => c.Key, c => (long)(c.Value * share)), cancellationToken);
        return new LoadFigures
        {
            Documents = documents,
            Workers = workers,
            Seconds = seconds,
            P50 = At(times, 0.50),
            P95 = At(times, 0.95),
            P99 = At(times, 0.99),
            Calls = calls,
            RawSeconds = raw.TotalSeconds / share,
            CpuSeconds = done.Sum(d => d.CpuSeconds),
            PeakMegabytes = done.Max(d => d.PeakMegabytes),
        };
    }

    /// <returns>Milliseconds from the inbox to the ledger, the shortest first.</returns>
    private async Task<List<double>> PacedAsync(LocalHost host, int count, TimeSpan pause, CancellationToken cancellationToken)
    {
        await using var up = await UpProcess.StartAsync(Environment.ProcessPath!, folder, cancellationToken);
        var warmUp = new LoadedCase(host);
        await warmUp.UploadAsync(Enumerable.Range(documents, WarmUp), TimeSpan.Zero, cancellationToken);
        await warmUp.DrainedAsync(cancellationToken);
        var paced = new LoadedCase(host);
        await paced.UploadAsync(Enumerable.Range(documents + WarmUp, count), pause, cancellationToken);
        await paced.DrainedAsync(cancellationToken);
        return [.. (await paced.PassagesAsync(cancellationToken)).Select(p => p.Milliseconds).Order()];
    }

    private async Task<IReadOnlyList<WorkDone>> WithWorkersAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        List<LoadWorker> running = [];
        try
        {
            foreach (var starting in Enumerable.Range(0, workers).Select(_ => LoadWorker.StartAsync(folder, cancellationToken)).ToList()) running.Add(await starting);
            await work();
            return await Task.WhenAll(running.Select(worker => worker.StopAsync(cancellationToken)));
        }
        finally
        {
            running.ForEach(worker => worker.Dispose());
        }
    }

    private static SortedDictionary<string, long> Sum(IEnumerable<WorkDone> done)
    {
        var sum = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (kind, count) in done.SelectMany(d => d.Calls)) sum[kind] = sum.GetValueOrDefault(kind) + count;
        return sum;
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
