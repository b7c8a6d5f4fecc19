namespace Remiss.Chaos;

/// <summary>Real time and an offset that jumps.</summary>
internal sealed class RunClock(TimeSpan ahead) : TimeProvider
{
    private long ticks = ahead.Ticks;

    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref ticks));
        set
        {
            Interlocked.Exchange(ref ticks, value.Ticks);
            Furthest = value > Furthest ? value : Furthest;
        }
    }

    /// <summary>As far as it has ever been ahead.</summary>
    public TimeSpan Furthest { get; private set; } = ahead;

    /// <summary>As finely as HTTP tells it.</summary>
    public DateTimeOffset WholeSecond
    {
        get
        {
            var now = GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
