namespace Remiss.Local.Load;

internal sealed record LoadFigures
{
    public required int Documents { get; init; }

    public required int Workers { get; init; }

    /// <summary>From the start of the worker processes to the last file's judgement.</summary>
    public required double Seconds { get; init; }

    public double DocumentsPerSecond => Documents / Seconds;

    /// <summary>From uploaded to judged in the ledger by a warm <c>remiss up</c>, in milliseconds, at half a worker's pace of the drain.</summary>
    public required double P50 { get; init; }

    public required double P95 { get; init; }

    public required double P99 { get; init; }

    /// <summary>Of all workers during the drain, by service and method, start and idle looks included.</summary>
    public required IReadOnlyDictionary<string, long> Calls { get; init; }

    /// <summary>What <c>--json</c> prints, in camel case.</summary>
    public object Summary => new { DocumentsPerSecond, P50, P95, P99, StorageCallsPerDocument, RawStorageRatio };

    public double StorageCallsPerDocument => (double)Calls.Values.Sum() / Documents;

    /// <summary>The same calls with nothing between them.</summary>
    public required double RawSeconds { get; init; }

    /// <summary>The pace of the drain as a share of what the storage allows for the same calls.</summary>
    public double RawStorageRatio => RawSeconds / Seconds;

    public required double CpuSeconds { get; init; }

    public required long PeakMegabytes { get; init; }
}
