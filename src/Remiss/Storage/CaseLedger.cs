using Remiss.Cases;
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
    /// <summary>Documents that lay here until a person moved them; <see cref="Documents"/> has none of them.</summary>
    public IReadOnlyList<Document> Moved { get; init; } = [];

    public IEnumerable<Document> DocumentsOf(string organisation) => Documents.Where(d => d.Organisation == organisation);
}
