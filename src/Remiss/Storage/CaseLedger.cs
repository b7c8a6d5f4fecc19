using System.Runtime.CompilerServices;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Notifications;

namespace Remiss.Storage;

/// <summary>All that the ledger knows about one case at one moment. Recipients are in case order, the rest in order of time.</summary>
public sealed record CaseLedger(
    RemissCase Case,
    IReadOnlyList<Recipient> Recipients,
    IReadOnlyList<Document> Documents,
    IReadOnlyList<Arrival> Arrivals,
    IReadOnlyList<Send> Sends)
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Document>, ILookup<string, Document>> ByOrganisation = [];

    /// <summary>Documents that lay here until a person moved them; <see cref="Documents"/> has none of them.</summary>
    public IReadOnlyList<Document> Moved { get; init; } = [];

    /// <summary>Null while the case is open.</summary>
    public CaseClosure? Closure { get; init; }

    /// <summary>Null unless the case has been, or is being, disposed of.</summary>
    public CaseDisposal? Disposal { get; init; }

    /// <summary>When the report was approved, the last time.</summary>
    public DateTimeOffset? AttestedAt { get; init; }

    public bool IsOpen => Closure is null;

    /// <summary>It came in when the report had been approved.</summary>
    public bool CameAfterAttest(Document document) => document.ArrivedAt > AttestedAt;

    public IEnumerable<Document> DocumentsOf(string organisation) =>
        ByOrganisation.GetValue(Documents, documents => documents.ToLookup(d => d.Organisation, StringComparer.Ordinal))[organisation];
}
