using System.Collections.Concurrent;
using Remiss.Storage;

namespace Remiss.Web.Pages.Snapshots;

/// <summary>
/// Cases kept in memory between requests. Every change of a case commits together with a line of its audit log, so one short range query
/// for new lines tells whether what is kept still holds, on whatever instance the change was made.
/// </summary>
/// <remarks>
/// Not audited, and so not seen here until something else changes: the note of a failed attempt on a document, and the draft of a mail.
/// The page of a document reads its row itself.
/// </remarks>
public sealed class CaseSnapshots(RemissLedger ledger)
{
    /// <summary>How far the clocks of the instances may differ, and how long a change may take from its time to its commit.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Of all kept cases together; about 2 KB each.</summary>
    private const int MostRows = 100_000;

    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);
    private long uses;

    /// <returns>Null when there is no such case.</returns>
    public async Task<CaseSnapshot?> ReadAsync(string caseId, CancellationToken cancellationToken)
    {
        var slot = kept.GetOrAdd(caseId, _ => new Kept());
        await slot.Turn.WaitAsync(cancellationToken);
        try
        {
            slot.UsedAt = Interlocked.Increment(ref uses);
            slot.Lines = slot.Snapshot is null ? null : await NewLinesAsync(caseId, slot, cancellationToken);
            if (slot.Snapshot is null || slot.Lines is not null) await LoadAsync(caseId, slot, cancellationToken);
            if (slot.Snapshot is null) kept.TryRemove(caseId, out _);
            return slot.Snapshot;
        }
        finally
        {
            slot.Turn.Release();
            Shrink();
        }
    }

    /// <returns>Null when nothing is new.</returns>
    private async Task<IReadOnlyList<KeyValuePair<string, AuditEntry>>?> NewLinesAsync(string caseId, Kept slot, CancellationToken cancellationToken)
    {
        var lines = await ledger.ReadAuditAsync(caseId, slot.Last - Overlap, cancellationToken);
        return lines.All(line => slot.Recent.Contains(line.Key)) ? null : lines;
    }

    /// <summary>The log is read first: a change that comes between the two reads is seen as new next time.</summary>
    private async Task LoadAsync(string caseId, Kept slot, CancellationToken cancellationToken)
    {
        var known = slot.Snapshot?.Audit ?? [];
        var since = slot.Last - Overlap;
        var lines = slot.Lines ?? await ledger.ReadAuditAsync(caseId, DateTimeOffset.MinValue, cancellationToken);
        if (await ledger.ReadAsync(caseId, cancellationToken) is not { } read)
        {
            slot.Snapshot = null;
            return;
        }

        List<AuditEntry> audit = slot.Snapshot is null ? [] : [.. known.TakeWhile(e => e.At < since)];
        audit.AddRange(lines.Select(line => line.Value));
        slot.Snapshot = new(read, audit, Guid.NewGuid().ToString("N"));
        slot.Last = audit.Count == 0 ? DateTimeOffset.MinValue + Overlap : audit[^1].At;
        slot.Recent = lines.Where(line => line.Value.At >= slot.Last - Overlap).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
        slot.Lines = null;
    }

    private void Shrink()
    {
        var rows = kept.Values.Sum(k => (long)(k.Snapshot?.Rows ?? 0));
        foreach (var (caseId, oldest) in kept.OrderBy(k => k.Value.UsedAt).SkipLast(1))
        {
            if (rows <= MostRows) return;
            if (kept.TryRemove(caseId, out _)) rows -= oldest.Snapshot?.Rows ?? 0;
        }
    }

    private sealed class Kept
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public CaseSnapshot? Snapshot { get; set; }

        /// <summary>The time of the newest line of the audit log.</summary>
        public DateTimeOffset Last { get; set; } = DateTimeOffset.MinValue + Overlap;

        /// <summary>Keys of the lines that are not older than <see cref="Overlap"/> before it.</summary>
        public HashSet<string> Recent { get; set; } = [];

        /// <summary>Lines from <see cref="Overlap"/> before <see cref="Last"/>, some of them new.</summary>
        public IReadOnlyList<KeyValuePair<string, AuditEntry>>? Lines { get; set; }

        public long UsedAt { get; set; }
    }
}
