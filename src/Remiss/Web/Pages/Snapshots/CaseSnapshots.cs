using System.Collections.Concurrent;
using Remiss.Storage;

namespace Remiss.Web.Pages.Snapshots;

/// <summary>
/// Cases kept in memory between requests. Every change of a case commits together with a line of its audit log that names the rows it
/// changed, so one short range query for new lines tells whether what is kept still holds, on whatever instance the change was made, and
/// which rows to read again.
/// </summary>
/// <remarks>
/// Not audited, and so not seen here until the row changes again: the note of a failed attempt on a document, and the draft of a mail.
/// The page of a document reads its row itself.
/// </remarks>
public sealed class CaseSnapshots(RemissLedger ledger) : IDisposable
{
    /// <summary>How far the clocks of the instances may differ, and how long a change may take from its time to its commit.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Of all kept cases together; about 2 KB each.</summary>
    private const int MostRows = 100_000;

    /// <summary>Beyond this it is faster to read the case as a whole.</summary>
    private const int MostRowsByThemselves = 200;

    /// <summary>Cases read as a whole at once: the first page after a start may ask for all that are open.</summary>
    private const int MostAtOnce = 8;

    private readonly SemaphoreSlim reading = new(MostAtOnce);
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
            await BringUpToDateAsync(caseId, slot, cancellationToken);
            if (slot.Snapshot is null) kept.TryRemove(caseId, out _);
            return slot.Snapshot;
        }
        catch
        {
            // Rows may have been read of which the snapshot does not tell yet: what is kept is read anew as a whole.
            slot.Rows = null;
            throw;
        }
        finally
        {
            slot.Turn.Release();
            Shrink();
        }
    }

    public void Dispose() => reading.Dispose();

    /// <summary>The log is read first: a change that comes between the two reads is seen as new next time.</summary>
    private async Task BringUpToDateAsync(string caseId, Kept slot, CancellationToken cancellationToken)
    {
        if (slot.Rows is { } rows)
        {
            var since = slot.Last - Overlap;
            if ((await ledger.ReadAuditKeysAsync(caseId, since, cancellationToken)).All(slot.Recent.Contains)) return;
            var lines = await ledger.ReadAuditAsync(caseId, since, cancellationToken);
            var added = lines.Where(line => !slot.Recent.Contains(line.Key)).ToList();
            var keys = added.SelectMany(line => line.Rows ?? []).Distinct(StringComparer.Ordinal).ToList();
            if (keys.Count > MostRowsByThemselves || added.Exists(line => line.Rows is null)) rows = await ledger.ReadRowsAsync(caseId, cancellationToken);
            else await ledger.RefreshAsync(rows, caseId, keys, cancellationToken);
            Keep(slot, rows, [.. slot.Snapshot!.Audit.TakeWhile(e => e.At < since), .. lines.Select(line => line.Entry)], lines);
            return;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            var log = await ledger.ReadAuditAsync(caseId, DateTimeOffset.MinValue, cancellationToken);
            Keep(slot, await ledger.ReadRowsAsync(caseId, cancellationToken), [.. log.Select(line => line.Entry)], log);
        }
        finally
        {
            reading.Release();
        }
    }

    private static void Keep(Kept slot, CaseRows rows, IReadOnlyList<AuditEntry> audit, IReadOnlyList<AuditLine> lines)
    {
        slot.Snapshot = rows.ToLedger() is { } read ? new(read, audit, Guid.NewGuid().ToString("N")) : null;
        slot.Rows = slot.Snapshot is null ? null : rows;
        slot.Last = audit.Count == 0 ? DateTimeOffset.MinValue + Overlap : audit[^1].At;
        slot.Recent = lines.Where(line => line.Entry.At >= slot.Last - Overlap).Select(line => line.Key).ToHashSet(StringComparer.Ordinal);
    }

    private void Shrink()
    {
        var rows = kept.Values.Sum(k => (long)(k.Snapshot?.Rows ?? 0));
        if (rows <= MostRows) return;
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

        /// <summary>What the snapshot was made from; null when it has to be read anew.</summary>
        public CaseRows? Rows { get; set; }

        /// <summary>The time of the newest line of the audit log.</summary>
        public DateTimeOffset Last { get; set; } = DateTimeOffset.MinValue + Overlap;

        /// <summary>Keys of the lines that are not older than <see cref="Overlap"/> before it.</summary>
        public HashSet<string> Recent { get; set; } = [];

        public long UsedAt { get; set; }
    }
}
