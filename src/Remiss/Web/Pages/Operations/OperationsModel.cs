using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages.Review;

namespace Remiss.Web.Pages.Operations;

/// <summary>What does not go by itself, and how the machinery feels.</summary>
/// <param name="InInbox">Files that nobody has taken out of the inbox yet.</param>
/// <param name="Queues">Messages that wait, by queue.</param>
public sealed record OperationsModel(
    bool IsHealthy,
    string? Trouble,
    int InInbox,
    IReadOnlyList<QueueLength> Queues,
    IReadOnlyList<FailedDocument> Failed,
    IReadOnlyList<StuckSend> Sends)
{
    public IReadOnlyList<string> Faults { get; init; } = [];

    public static IReadOnlyList<FailedDocument> FailedIn(IEnumerable<CaseLedger> ledgers, IEnumerable<Document> unassigned, Register register) =>
    [
        .. ledgers.SelectMany(l => l.Documents.Where(IsFailed).Select(d => new FailedDocument(QueueItem.Of(l.Case.Id, l.Case, d, register)))),
        .. unassigned.Where(IsFailed).Select(d => new FailedDocument(QueueItem.Of(LedgerKeys.Unassigned, null, d, register))),
    ];

    public static IReadOnlyList<StuckSend> StuckIn(string partition, string? dnr, IEnumerable<Send> sends, Register register) =>
    [
        .. sends.Where(s => s.State is SendState.Unknown or SendState.Rejected || s is { State: SendState.Owed, Detail: not null })
            .Select(s => new StuckSend(partition, dnr, s, QueueItem.NameOf(s.Organisation, register))),
    ];

    private static bool IsFailed(Document document) => document.State is DocumentState.Failed;
}

public sealed record QueueLength(string Text, int Count, bool IsTrouble);

public sealed record FailedDocument(QueueItem Item);

/// <param name="Dnr">Null for what is sent to coordinators about all their cases.</param>
public sealed record StuckSend(string Partition, string? Dnr, Send Send, string To)
{
    public string Key => LedgerKeys.Send(Send);
}
