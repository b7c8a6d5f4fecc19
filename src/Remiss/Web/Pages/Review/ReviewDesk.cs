using Remiss.Cases;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Storage;
using Remiss.Web.Pages.Cases;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Review;

/// <summary>What the pages of the review are made from.</summary>
public sealed class ReviewDesk(CaseSnapshots snapshots, RemissLedger ledger, TextStore texts, PagePictures pictures)
{
    public async Task<WaitingDocuments> QueueAsync(CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).Queue;

    /// <returns>Null when there is no such document.</returns>
    public async Task<DocumentModel?> ReadAsync(DocumentId id, CancellationToken cancellationToken)
    {
        var reading = texts.FindAsync(id.Sha256, cancellationToken);
        var finding = ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, id.Sha256), cancellationToken);
        var (queue, register, open) = await ReadAsync(cancellationToken);
        var text = await reading;
        if (await finding is not { } row) return null;

        var snapshot = id.Case == LedgerKeys.Unassigned
            ? null
            : open.FirstOrDefault(s => s.Ledger.Case.Id == id.Case) ?? await snapshots.ReadAsync(id.Case, cancellationToken);
        var document = row.Value;
        var place = queue.IndexOf(id.Case, document);
        var key = LedgerKeys.Document(document);
        return new()
        {
            Partition = id.Case,
            Document = document,
            Seen = row.ETag.ToString(),
            From = QueueItem.NameOf(document.Organisation, register),
            Case = snapshot?.Ledger.Case,
            Recipient = snapshot?.Ledger.Recipients.FirstOrDefault(r => r.Organisation == document.Organisation),
            Text = MarkedText.Of(text?.Text, document.Classification),
            Content = text?.Text.Text ?? "",
            HasPictures = pictures.CanShow(document),
            Why = snapshot is null ? null : WhyInReport.Of(snapshot.Ledger, register, document),
            Arrivals = [.. (snapshot?.Ledger.Arrivals ?? await ledger.ListAsync<Arrival>(id.Case, cancellationToken))
                .Where(a => a.Sha256 == document.Sha256 && a.Organisation == document.Organisation)],
            Events = snapshot is null ? [] : [.. TimelineLine.Of(snapshot.AuditOf(key), register)],
            OpenCases = [.. open.Select(s => s.Ledger.Case)],
            Register = register,
            Place = place + 1,
            Waiting = queue.Items.Count,
            Previous = place > 0 ? queue.Items[place - 1].Address : null,
            Next = place >= 0 && place + 1 < queue.Items.Count ? queue.Items[place + 1].Address : null,
        };
    }

    private async Task<(WaitingDocuments Queue, Register Register, IReadOnlyList<CaseSnapshot> Open)> ReadAsync(CancellationToken cancellationToken)
    {
        var unassigned = ledger.ReadWaitingAsync(LedgerKeys.Unassigned, cancellationToken);
        var register = ledger.ReadRegisterAsync(cancellationToken);
        var open = await Task.WhenAll((await ledger.OpenCasesAsync(cancellationToken)).Select(id => snapshots.ReadAsync(id, cancellationToken)));
        IReadOnlyList<CaseSnapshot> found = [.. open.OfType<CaseSnapshot>()];
        return (WaitingDocuments.Of(found.Select(s => s.Ledger), await unassigned, await register), await register, found);
    }
}
