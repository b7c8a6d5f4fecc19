using System.Collections.Concurrent;
using Remiss.Cases;
using Remiss.Storage;

namespace Remiss.Web.Pages.Snapshots;

/// <summary>A case as a page shows it: its rows and its audit log, at one moment.</summary>
/// <param name="Audit">In order of time.</param>
/// <param name="Version">Differs when anything that is audited has changed.</param>
public sealed record CaseSnapshot(CaseLedger Ledger, IReadOnlyList<AuditEntry> Audit, string Version)
{
    private readonly ConcurrentDictionary<Type, Derived> derived = new();
    private readonly Lazy<ILookup<string, AuditEntry>> bySubject = new(() => Audit.ToLookup(e => e.Subject, StringComparer.Ordinal));

    internal int Rows => Ledger.Recipients.Count + Ledger.Documents.Count + Ledger.Arrivals.Count + Ledger.Sends.Count + Audit.Count;

    /// <summary>Lines of the audit log about those subjects, in order of time.</summary>
    internal IReadOnlyList<AuditEntry> AuditOf(params IEnumerable<string> subjects) => [.. subjects.SelectMany(s => bySubject.Value[s]).OrderBy(e => e.At)];

    /// <summary>What has been worked out from this snapshot; null when it has not, or with another register or on another day.</summary>
    internal T? Kept<T>(Register register, DateOnly day) where T : class =>
        derived.TryGetValue(typeof(T), out var known) && ReferenceEquals(known.Register, register) && known.Day == day ? (T)known.Value : null;

    internal T Keep<T>(Register register, DateOnly day, T value) where T : class
    {
        derived[typeof(T)] = new(register, day, value);
        return value;
    }

    private sealed record Derived(Register Register, DateOnly Day, object Value);
}
