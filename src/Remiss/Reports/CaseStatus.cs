using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>Where a case stands, as the API, the command line and <c>status.json</c> tell it.</summary>
public sealed record CaseStatus(
    string Case, IReadOnlyList<RecipientLine> Recipients, IReadOnlyList<DocumentLine> Documents, IReadOnlyList<SendLine> Sends)
{
    /// <param name="unassigned">Documents that were put in the case's folder but for no recipient of it.</param>
    public static CaseStatus Of(CaseLedger ledger, IReadOnlyList<Document> unassigned, IReadOnlyList<Arrival> unassignedArrivals)
    {
        var arrivals = ledger.Arrivals.Concat(unassignedArrivals).ToLookup(a => (a.Organisation, a.Sha256));
        DocumentLine Line(Document document) => LineOf(ledger, document, arrivals[(document.Organisation, document.Sha256)]);
        return new(
            ledger.Case.Id,
            [.. ledger.Recipients.Select(r => LineOf(r, [.. ledger.DocumentsOf(r.Organisation)]))],
            [.. ledger.Documents.Concat(ledger.Moved).Concat(unassigned).Select(Line)],
            [.. ledger.Sends.Select(LineOf)]);
    }

    private static RecipientLine LineOf(Recipient recipient, IReadOnlyList<Document> documents) => new(
        recipient.Organisation,
        recipient.Status,
        recipient.Deadline,
        documents.FirstOrDefault(d => d.Sha256 == recipient.Answer)?.Classification?.Stance,
        recipient.Extension,
        [.. documents.Select(d => BelowCase(d.Path))]);

    private static DocumentLine LineOf(CaseLedger ledger, Document document, IEnumerable<Arrival> arrivals) => new(
        BelowCase(document.Path),
        document.State,
        document.Classification?.Type,
        document.Classification?.Stance,
        document.Organisation == LedgerKeys.NoOrganisation ? document.Classification?.Organisation?.Id : document.Organisation,
        document.Sha256,
        [.. arrivals.Select(a => new ArrivalLine(BelowCase(a.Path), a.ArrivedAt))],
        document.Reasons,
        document.SupersededBy,
        document.IsSecret,
        ledger.CameAfterAttest(document));

    private static SendLine LineOf(Send send) =>
        new(send.Kind, send.Organisation, send.Deadline, send.Slot, send.Channel, send.Contact, send.State, send.At, send.Subject);

    private static string BelowCase(string path) => path[(path.IndexOf('/') + 1)..];
}

public sealed record RecipientLine(
    string Organisation, RecipientStatus Status, DateOnly Deadline, Stance? Stance, Extension? Extension, IReadOnlyList<string> Documents);

/// <param name="File">Path below the case's folder, at its first arrival.</param>
/// <param name="Organisation">Whose folder it was put in; where that says nothing, who seems to have sent it.</param>
public sealed record DocumentLine(
    string File,
    DocumentState State,
    DocumentType? Type,
    Stance? Stance,
    string? Organisation,
    string Sha256,
    IReadOnlyList<ArrivalLine> Arrivals,
    IReadOnlyList<string> Reasons,
    string? SupersededBy,
    bool IsSecret,
    bool CameAfterAttest);

public sealed record ArrivalLine(string File, DateTimeOffset At);

public sealed record SendLine(
    SendKind Kind, string Organisation, DateOnly Deadline, int Slot, Channel Channel, string Contact, SendState State, DateTimeOffset At, string Subject);
