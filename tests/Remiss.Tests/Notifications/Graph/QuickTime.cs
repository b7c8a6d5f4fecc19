namespace Remiss.Tests.Notifications.Graph;

/// <summary>Real time, ten times as fast, that can be moved on.</summary>
internal sealed class QuickTime(DateTimeOffset start) : TimeProvider
{
    private const int Speed = 10;

    private readonly long began = System.GetTimestamp();
    private long moved;

    public void Advance(TimeSpan by) => Interlocked.Add(ref moved, by.Ticks);

    public override DateTimeOffset GetUtcNow() =>
        start.ToUniversalTime() + System.GetElapsedTime(began) * Speed + TimeSpan.FromTicks(Interlocked.Read(ref moved));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / Speed : dueTime, period > TimeSpan.Zero ? period / Speed : period);
}
