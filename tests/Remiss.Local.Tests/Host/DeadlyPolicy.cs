using Azure.Core;
using Azure.Core.Pipeline;

namespace Remiss.Local.Tests.Host;

/// <summary>Ends the worker at a chosen call that changes the storage, before or after the change is made; then nothing gets through.</summary>
internal sealed class DeadlyPolicy : HttpPipelinePolicy
{
    private readonly Lock door = new();
    private bool dead;

    /// <summary>The calls that changed something.</summary>
    public int Changes { get; private set; }

    /// <summary>Counted in halves from now: 1 dies before the first change, 2 after it, 3 before the second; null lives for ever.</summary>
    public int? DieAt { get; set; }

    public void Revive()
    {
        dead = false;
        DieAt = null;
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("The product calls the storage asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head)
        {
            Step(0);
            await ProcessNextAsync(message, pipeline);
            return;
        }

        Step(1);
        await ProcessNextAsync(message, pipeline);
        lock (door) Changes++;
        Step(1);
    }

    private void Step(int halves)
    {
        lock (door)
        {
            dead |= DieAt is { } at && (DieAt = at - halves) <= 0;
            if (dead) throw new DeathException();
        }
    }
}

/// <summary>A process that is killed reports nothing: like a cancellation, nobody catches it.</summary>
internal sealed class DeathException() : OperationCanceledException("The worker was killed.");
