namespace Remiss.Chaos;

/// <summary>What a run does; with its seed, the plan is the same every time.</summary>
internal sealed record ChaosOptions
{
    public required int Seed { get; init; }

    /// <summary>How long files keep coming; then everything is drained without faults.</summary>
    public required int Seconds { get; init; }

    public required int Workers { get; init; }

    /// <summary>Workers killed in all, as far as the time allows.</summary>
    public required int Kills { get; init; }

    /// <summary>Files in all; 0 for as many as the time allows.</summary>
    public required int Files { get; init; }

    /// <summary>Events for one upload, at most; each at another moment and by any worker.</summary>
    public required int Deliveries { get; init; }

    /// <summary>The share of uploads whose events never come.</summary>
    public required double Lost { get; init; }

    /// <summary>The share of calls of the storage that go wrong.</summary>
    public required double Faults { get; init; }

    /// <summary>The share of calls of Graph that go wrong.</summary>
    public required double GraphFaults { get; init; }

    /// <summary>Milliseconds between two files, at most.</summary>
    public required int Pace { get; init; }

    /// <summary>Nothing but new files: no overwriting, deleting, filling later; no jumps of the clock.</summary>
    public required bool Plain { get; init; }

    /// <summary>Seconds between two sweeps of a worker.</summary>
    public required int Sweep { get; init; }
}
