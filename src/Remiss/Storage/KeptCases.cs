using System.Diagnostics;
using Azure.Data.Tables;
using Remiss.Cases;

namespace Remiss.Storage;

/// <summary>Cases as their files have them, kept for some minutes. This process's own changes are seen at once.</summary>
internal sealed class KeptCases(TableClient ledger)
{
    private const int ReadAtOnce = 8;
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);

    private readonly Lock door = new();
    private readonly Dictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private long changes;

    /// <returns>In the order of the ids, without those that are no cases.</returns>
    public async Task<IReadOnlyList<RemissCase>> ReadAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        List<RemissCase> cases = [];
        foreach (var chunk in ids.Chunk(ReadAtOnce))
            cases.AddRange((await Task.WhenAll(chunk.Select(id => FindAsync(id, cancellationToken)))).OfType<RemissCase>());
        return cases;
    }

    public void Forget(string id)
    {
        lock (door)
        {
            changes++;
            kept.Remove(id);
        }
    }

    private Task<RemissCase?> FindAsync(string id, CancellationToken cancellationToken)
    {
        long before;
        lock (door)
        {
            if (kept.TryGetValue(id, out var known) && Stopwatch.GetElapsedTime(known.ReadAt) < KeptFor) return Task.FromResult<RemissCase?>(known.Case);
            before = changes;
        }

        return ReadAsync(id, before, cancellationToken);
    }

    /// <summary>What was read while something changed is not kept: it may be older than the change.</summary>
    private async Task<RemissCase?> ReadAsync(string id, long before, CancellationToken cancellationToken)
    {
        var readAt = Stopwatch.GetTimestamp();
        var row = await ledger.GetEntityIfExistsAsync<TableEntity>(id, LedgerKeys.Case, cancellationToken: cancellationToken);
        if (!row.HasValue) return null;

        var remissCase = EntityCodec.Decode<RemissCase>(row.Value!);
        lock (door)
        {
            if (changes == before) kept[id] = new(remissCase, readAt);
        }

        return remissCase;
    }

    private sealed record Kept(RemissCase Case, long ReadAt);
}
