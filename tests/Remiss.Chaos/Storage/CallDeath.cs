namespace Remiss.Chaos.Storage;

/// <summary>The call of the storage at which a worker dies, unanswered.</summary>
/// <param name="IsCarriedOut">The storage has done it all the same.</param>
internal sealed record CallDeath(int Call, bool IsCarriedOut)
{
    private readonly TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int left = Call;

    public Task Came => came.Task;

    public bool IsNow() => Interlocked.Decrement(ref left) == 0;

    public void Come() => came.TrySetResult();

    /// <returns>False when it has come already, or is coming.</returns>
    public bool CallOff() => Interlocked.Exchange(ref left, int.MaxValue) > 0;
}
