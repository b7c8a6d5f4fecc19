namespace Remiss.Local.Host;

/// <summary>Work that is done again and again until the program stops, whatever becomes of one time.</summary>
internal static class RepeatedWork
{
    /// <param name="failed">Told of a time that failed. A wait that nobody but the work itself has ended, a time-out say, is a failure.</param>
    public static async Task RunAsync(
        TimeSpan pause, TimeProvider time, Func<CancellationToken, Task> work, Action<Exception> failed, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(pause, time);
        do
        {
            try
            {
                await work(stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                failed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping));
    }
}
