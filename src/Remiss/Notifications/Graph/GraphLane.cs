namespace Remiss.Notifications.Graph;

/// <summary>The requests that share one of Graph's limits: so many at once, so far apart (from one's end to the next, so that
/// it holds however long they travel), none before Graph said it would listen again.</summary>
internal sealed class GraphLane(int atOnce, TimeSpan apart, TimeProvider time) : IDisposable
{
    /// <summary>Longer than this nobody waits: what is owed is owed at the next run too.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim places = new(atOnce, atOnce);
    private readonly Lock door = new();
    private DateTimeOffset next;

    /// <returns>False when Graph has asked for a longer pause than anybody waits; then there is nothing to leave.</returns>
    public async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            while (Wait() is { Ticks: > 0 } wait)
            {
                if (wait > LongestWait)
                {
                    places.Release();
                    return false;
                }

                await Task.Delay(wait, time, cancellationToken);
            }

            return true;
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    public void Leave()
    {
        if (apart > TimeSpan.Zero)
            PauseFor(apart);
        places.Release();
    }

    public void PauseFor(TimeSpan pause)
    {
        lock (door)
        {
            var end = time.GetUtcNow() + pause;
            next = end > next ? end : next;
        }
    }

    public void Dispose() => places.Dispose();

    private TimeSpan Wait()
    {
        lock (door)
        {
            var now = time.GetUtcNow();
            return now >= next ? TimeSpan.Zero : Longer(next - now, TimeSpan.FromMilliseconds(1));
        }
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
