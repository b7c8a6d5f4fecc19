using System.Globalization;
using Remiss.Chaos.Storage;

namespace Remiss.Chaos.Workers;

/// <summary>
/// So many workers at work; each is killed, at a random moment of its life or while a random call of the storage is unanswered, and another
/// takes its place.
/// </summary>
internal sealed class Crew(WorkerPlace place, FaultProxy proxy, ChaosOptions options, RunClock clock) : IAsyncDisposable
{
    private const int Attempts = 3;
    private const int MostCalls = 300;

    private readonly WorkerProcess?[] working = new WorkerProcess?[options.Workers];
    private readonly CancellationTokenSource mercy = new();
    private List<Task> lives = [];
    private int kills;
    private int killsInCalls;

    public int Kills => kills;

    /// <summary>Of them those in the middle of a call of the storage.</summary>
    public int KillsInCalls => killsInCalls;

    public async Task StartAsync()
    {
        await Task.WhenAll(Enumerable.Range(0, options.Workers).Select(HireAsync));
        if (options.Kills > 0) lives = [.. Enumerable.Range(0, options.Workers).Select(slot => LiveAsync(slot, new Random(unchecked(options.Seed * 31 + slot))))];
    }

    /// <summary>To one that is there at the moment; to none when there is none.</summary>
    public void Deliver(string blob, int choice)
    {
        if (working[choice % working.Length] is { } worker) worker.Tell($"event {blob}");
    }

    public void SetClock()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"ahead {clock.Ahead.TotalSeconds:0}");
        foreach (var worker in working) worker?.Tell(line);
    }

    /// <summary>From now on nobody is killed.</summary>
    public async Task SpareAsync()
    {
        await mercy.CancelAsync();
        await Task.WhenAll(lives);
    }

    /// <returns>False when one does not end by itself.</returns>
    public async Task<bool> StopAsync()
    {
        var ended = await Task.WhenAll(working.OfType<WorkerProcess>().Select(w => w.StopAsync(TimeSpan.FromSeconds(60))));
        return ended.All(e => e);
    }

    public async ValueTask DisposeAsync()
    {
        await SpareAsync();
        foreach (var worker in working) worker?.Dispose();
        mercy.Dispose();
    }

    private async Task LiveAsync(int slot, Random random)
    {
        while (!mercy.IsCancellationRequested && kills < options.Kills)
        {
            var longest = 2.0 * options.Workers * options.Seconds / options.Kills;
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * longest), mercy.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (mercy.IsCancellationRequested || working[slot] is not { } worker) return;
            if (random.Next(2) == 0 && !await InACallAsync(slot, random)) return;
            working[slot] = null;
            await worker.KillAsync();
            worker.Dispose();
            Interlocked.Increment(ref kills);
            await HireAsync(slot);
        }
    }

    /// <returns>False when mercy came before the call.</returns>
    private async Task<bool> InACallAsync(int slot, Random random)
    {
        var death = proxy.DieAt(slot, (int)Math.Pow(MostCalls, random.NextDouble()), isCarriedOut: random.Next(2) == 0);
        await Task.WhenAny(death.Came, Task.Delay(Timeout.InfiniteTimeSpan, mercy.Token));
        if (!death.Came.IsCompleted && death.CallOff()) return false;
        await death.Came;
        Interlocked.Increment(ref killsInCalls);
        return true;
    }

    private async Task HireAsync(int slot)
    {
        for (var attempt = 1; (working[slot] = await WorkerProcess.StartAsync(place, slot, clock.Ahead)) is null; attempt++)
        {
            if (attempt == Attempts) throw new InvalidOperationException("A worker does not start; see the error above.");
        }

        SetClock();
    }
}
