namespace Remiss.Local.Host;

/// <summary>The time of a run: real until it is set, then standing still where it was set.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private DateTimeOffset? now;

    public void Set(DateTimeOffset moment) => now = moment;

    public override DateTimeOffset GetUtcNow() => now?.ToUniversalTime() ?? base.GetUtcNow();
}
