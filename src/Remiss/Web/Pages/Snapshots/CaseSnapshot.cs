using Remiss.Storage;

namespace Remiss.Web.Pages.Snapshots;

/// <summary>A case as a page shows it: its rows and its audit log, at one moment.</summary>
/// <param name="Audit">In order of time.</param>
/// <param name="Version">Differs when anything that is audited has changed.</param>
public sealed record CaseSnapshot(CaseLedger Ledger, IReadOnlyList<AuditEntry> Audit, string Version)
{
    internal int Rows => Ledger.Recipients.Count + Ledger.Documents.Count + Ledger.Arrivals.Count + Ledger.Sends.Count + Audit.Count;
}
