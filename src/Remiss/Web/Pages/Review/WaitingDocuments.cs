using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages.Cases;

namespace Remiss.Web.Pages.Review;

/// <summary>Everything that waits for a person, in the order in which it should be taken: the case that is most urgent first.</summary>
public sealed record WaitingDocuments(IReadOnlyList<QueueItem> Items)
{
    public static WaitingDocuments Of(IEnumerable<CaseLedger> ledgers, IEnumerable<Document> unassigned, Register register) => new(
    [
        .. ledgers.OrderBy(l => l.Case.RecipientDeadline).ThenBy(l => l.Case.Id, StringComparer.Ordinal)
            .SelectMany(l => l.Documents.Where(d => d.NeedsPerson).Select(d => QueueItem.Of(l.Case.Id, l.Case, d, register))),
        .. unassigned.Where(d => d.NeedsPerson && !d.IsMoved).OrderBy(d => d.ArrivedAt).Select(d => QueueItem.Of(LedgerKeys.Unassigned, null, d, register)),
    ]);

    public int IndexOf(string partition, Document document) =>
        Items.ToList().FindIndex(i => i.Partition == partition && i.Document.Organisation == document.Organisation && i.Document.Sha256 == document.Sha256);
}

/// <param name="Case">Null for a file in no case.</param>
public sealed record QueueItem(string Partition, RemissCase? Case, Document Document, string From, string? Why)
{
    public string Address => Addresses.Document(Partition, Document);

    public string FileName => SingleLine.Of(Document.FileName, 120);

    public static QueueItem Of(string partition, RemissCase? remissCase, Document document, Register register) =>
        new(partition, remissCase, document, NameOf(document.Organisation, register), TodoItem.ReasonOf(document));

    public static string NameOf(string organisation, Register register) =>
        organisation == LedgerKeys.NoOrganisation ? "okänd avsändare" : SingleLine.Of(register.Find(organisation)?.DisplayName ?? organisation);
}
