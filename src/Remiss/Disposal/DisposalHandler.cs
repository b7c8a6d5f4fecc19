using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Storage;

namespace Remiss.Disposal;

/// <summary>
/// Disposes of a closed case by a recorded decision: the content goes (originals, texts, what was compiled, copies of mails, quotes in the
/// ledger), the record stays (hashes, dates, senders, labels, decisions, the audit log). May be interrupted anywhere and begun again.
/// </summary>
public sealed class DisposalHandler(RemissLedger ledger, BlobContainers containers, TimeProvider time)
{
    private const int LongestText = 1000;
    private const int DocumentsAtOnce = 40;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <param name="who">The person at the keyboard.</param>
    public async Task<DisposalOutcome> DisposeAsync(string caseId, DisposalOrder order, string who, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken) is null) return new DisposalOutcome.NoCase();
        if (new[] { order.DecidedBy, order.Basis, order.What }.Any(t => string.IsNullOrWhiteSpace(t) || t.Length > LongestText))
            return new DisposalOutcome.Refused($"Ange vem som har beslutat, vilken grund beslutet har och vad som gallras, med högst {LongestText} tecken var.");

        var closure = await ledger.FindAsync<CaseClosure>(caseId, LedgerKeys.Closure, cancellationToken);
        if (closure is not { Value.IsClosed: true }) return new DisposalOutcome.Refused("Bara ett avslutat ärende kan gallras. Avsluta ärendet först.");
        if ((await ledger.FindInStateAsync<Document, DocumentState>(caseId, [DocumentState.Moving], cancellationToken)).Count > 0)
            return new DisposalOutcome.Refused("En handling är på väg till ett annat ärende. Försök igen om en stund.");

        await ledger.NoteUnfinishedAsync(caseId, cancellationToken);
        if (await ledger.FindAsync<CaseDisposal>(caseId, LedgerKeys.Disposal, cancellationToken) is null)
        {
            // The closure is written again unchanged: a case that is opened at the same moment is not disposed of.
            var disposal = new CaseDisposal(who, time.GetUtcNow(), order);
            var isDecided = await ledger.Change(caseId)
                .Insert(LedgerKeys.Disposal, disposal)
                .Replace(LedgerKeys.Closure, closure, closure.Value)
                .Audit(new(disposal.At, who, "disposal_decided", caseId, $"{order.DecidedBy}; {order.Basis}; {order.What}"))
                .CommitAsync(cancellationToken);
            if (!isDecided && await ledger.FindAsync<CaseDisposal>(caseId, LedgerKeys.Disposal, cancellationToken) is null)
                return new DisposalOutcome.Refused("Ärendet ändrades just nu av någon annan. Läs om sidan och försök igen.");
        }

        return await FinishAsync(caseId, cancellationToken) is { } done ? new DisposalOutcome.Done(done) : new DisposalOutcome.NoCase();
    }

    /// <returns>Null when no disposal of the case has been decided.</returns>
    public async Task<CaseDisposal?> FinishAsync(string caseId, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync<CaseDisposal>(caseId, LedgerKeys.Disposal, cancellationToken) is not { } row) return null;
        if (row.Value.FinishedAt is not null) return row.Value;

        var documents = await ledger.FindAllAsync<Document>(caseId, cancellationToken);
        await EraseContentAsync(caseId, documents, cancellationToken);
        await EraseBelowAsync(containers.Compiled, caseId, cancellationToken);
        await EraseBelowAsync(containers.Outbox, caseId, cancellationToken);
        foreach (var chunk in documents.Where(d => d.Value.DisposedAt is null).Chunk(DocumentsAtOnce))
        {
            if (!await StripAsync(caseId, chunk, row.Value, cancellationToken)) return await FinishAsync(caseId, cancellationToken);
        }

        var finished = row.Value with { FinishedAt = time.GetUtcNow() };
        var entry = new AuditEntry(finished.FinishedAt.Value, AuditEntry.System, "case_disposed", caseId, $"{documents.Count} handlingar");
        return await ledger.Change(caseId).Replace(LedgerKeys.Disposal, row, finished).Audit(entry).CommitAsync(cancellationToken)
            ? finished
            : await FinishAsync(caseId, cancellationToken);
    }

    /// <summary>Content that another case has too stays, and so does what lies elsewhere since it was moved.</summary>
    private async Task EraseContentAsync(string caseId, IReadOnlyList<Stored<Document>> documents, CancellationToken cancellationToken)
    {
        var request = (await ledger.FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken))!.Value.Files.Select(f => f.Sha256).OfType<string>();
        var own = documents.Where(d => d.Value is { IsMoved: false, DisposedAt: null }).Select(d => d.Value.Sha256).Concat(request).Distinct();
        foreach (var chunk in own.Chunk(DocumentsAtOnce))
        {
            Dictionary<string, BlobLeaseClient> leases = [];
            foreach (var sha256 in chunk)
            {
                if (await LeaseAsync(containers.Originals.GetBlobClient(sha256), cancellationToken) is { } lease) leases[sha256] = lease;
            }

            var elsewhere = await ledger.HashesElsewhereAsync(caseId, cancellationToken);
            foreach (var sha256 in chunk.Where(s => !elsewhere.Contains(s)))
            {
                await EraseAsync(containers.Text, TextStore.Name(sha256), cancellationToken);
                await EraseBelowAsync(containers.Text, PagePictures.Folder(sha256), cancellationToken);
                if (leases.Remove(sha256, out var lease))
                {
                    await containers.Originals.GetBlobClient(sha256).DeleteIfExistsAsync(
                        DeleteSnapshotsOption.IncludeSnapshots, new BlobRequestConditions { LeaseId = lease.LeaseId }, cancellationToken);
                }

                await EraseVersionsAsync(containers.Originals, sha256, cancellationToken);
            }

            foreach (var lease in leases.Values) await lease.ReleaseAsync(cancellationToken: cancellationToken);
        }
    }

    /// <returns>Null when the content is gone already.</returns>
    /// <exception cref="RequestFailedException">Somebody else holds it; an interrupted disposal lets go of it after a minute.</exception>
    private static async Task<BlobLeaseClient?> LeaseAsync(BlobClient original, CancellationToken cancellationToken)
    {
        try
        {
            var lease = original.GetBlobLeaseClient();
            await lease.AcquireAsync(Lease, cancellationToken: cancellationToken);
            return lease;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static async Task EraseBelowAsync(BlobContainerClient container, string folder, CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = folder + "/" }, cancellationToken))
            await container.GetBlobClient(blob.Name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        await EraseVersionsAsync(container, folder + "/", cancellationToken);
    }

    private static async Task EraseAsync(BlobContainerClient container, string name, CancellationToken cancellationToken)
    {
        await container.GetBlobClient(name).DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, cancellationToken: cancellationToken);
        await EraseVersionsAsync(container, name, cancellationToken);
    }

    /// <summary>A storage with versioning keeps what is deleted as an earlier version until that is deleted too.</summary>
    private static async Task EraseVersionsAsync(BlobContainerClient container, string prefix, CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(new GetBlobsOptions { Prefix = prefix, States = BlobStates.Version }, cancellationToken))
        {
            if (blob.VersionId is { } version)
                await container.GetBlobClient(blob.Name).WithVersion(version).DeleteIfExistsAsync(cancellationToken: cancellationToken);
        }
    }

    private async Task<bool> StripAsync(string caseId, IEnumerable<Stored<Document>> documents, CaseDisposal disposal, CancellationToken cancellationToken)
    {
        var change = ledger.Change(caseId);
        foreach (var row in documents)
        {
            var key = LedgerKeys.Document(row.Value);
            var stripped = row.Value with
            {
                Classification = Stripped(row.Value.Classification),
                Proposal = Stripped(row.Value.Proposal),
                LastError = null,
                DisposedAt = disposal.At,
            };
            change.Replace(key, row, stripped).Audit(new(time.GetUtcNow(), disposal.By, "document_disposed", key, disposal.Order.Basis));
        }

        return await change.CommitAsync(cancellationToken);
    }

    /// <summary>The labels, numbers and the date are the record; where the words stood and who signed are content.</summary>
    private static ClassificationResult? Stripped(ClassificationResult? labels) =>
        labels is null ? null : labels with { Passages = [], Evidence = [], Signatory = null, Reasons = [] };
}
