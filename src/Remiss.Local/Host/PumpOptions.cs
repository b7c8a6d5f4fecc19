namespace Remiss.Local.Host;

internal sealed class PumpOptions
{
    /// <summary>While a message is hidden its handler must end; if the process dies, the message comes back after so long.</summary>
    public TimeSpan Hidden { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Before the second attempt; doubled before each further one.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);
}
