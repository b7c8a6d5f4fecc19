using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Intake.Quarantine;
using Remiss.Storage;
using Remiss.Telemetry;

namespace Remiss.Intake;

/// <summary>
/// First step: takes a file out of the inbox. The blob is removed, under its ETag, only when its original, its arrival and its message
/// are safe; until then it is itself the note that there is something to do.
/// </summary>
public sealed class ReceiveHandler(RemissLedger ledger, ArrivalRecorder recorder, MalwareScan scan, IOptions<IntakeOptions> options, TimeProvider time)
{
    private const int MostKnown = 50_000;

    /// <summary>A row of a recipient is never taken away, so who has been found once need not be looked for again.</summary>
    private readonly ConcurrentDictionary<(string Case, string Organisation), bool> known = new();

    public async Task<ReceiveOutcome> HandleAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        using var step = RemissTelemetry.Start("receive");
        if (await OpenAsync(blob, cancellationToken) is not { } opened) return ReceiveOutcome.Gone;

        using var download = opened.Value;
        if (IsToBeFilled(download.Details.ContentLength, download.Details.LastModified, opened.GetRawResponse().Headers.Date)) return ReceiveOutcome.Waiting;

        var verdict = await scan.AskAsync(blob, download.Details.ETag, download.Details.LastModified, cancellationToken);
        if (verdict is ScanVerdict.Waiting) return ReceiveOutcome.Waiting;

        using var folder = new WorkFolder();
        var local = folder.Document(blob.Name);
        await using (var file = File.Create(local)) await download.Content.CopyToAsync(file, cancellationToken);

        var (partition, organisation) = await PlaceAsync(InboxPath.Parse(blob.Name), cancellationToken);
        if (await ledger.FindAsync<CaseClosure>(partition, LedgerKeys.Closure, cancellationToken) is { Value.IsClosed: true })
            await ledger.NoteUnfinishedAsync(partition, cancellationToken);
        var incoming = new IncomingFile(local, partition, organisation, OriginOf(blob, download.Details), download.Details.LastModified)
        {
            IsMalicious = verdict is ScanVerdict.Malicious,
        };
        var outcome = await recorder.RecordAsync(incoming, cancellationToken);
        await RemoveAsync(blob, download.Details.ETag, cancellationToken);
        return outcome;
    }

    /// <summary>Whether a file is without content, and so young that the program that made it may still fill it.</summary>
    /// <param name="storageNow">The storage's own clock: ours may have jumped.</param>
    public bool IsToBeFilled(long? length, DateTimeOffset? lastModified, DateTimeOffset? storageNow) =>
        length == 0 && options.Value.EmptyFileGrace > TimeSpan.Zero && (storageNow ?? time.GetUtcNow()) - lastModified < options.Value.EmptyFileGrace;

    private async Task<(string Partition, string Organisation)> PlaceAsync(InboxPath path, CancellationToken cancellationToken) =>
        path is { Case: { } caseId, Organisation: { } organisation }
        && await IsRecipientAsync(caseId, organisation, cancellationToken)
            ? (caseId, organisation)
            : (LedgerKeys.Unassigned, LedgerKeys.NoOrganisation);

    private async Task<bool> IsRecipientAsync(string caseId, string organisation, CancellationToken cancellationToken)
    {
        if (known.ContainsKey((caseId, organisation))) return true;
        if (await ledger.FindAsync<Recipient>(caseId, LedgerKeys.Recipient(organisation), cancellationToken) is null) return false;
        if (known.Count >= MostKnown) known.Clear();
        known[(caseId, organisation)] = true;
        return true;
    }

    private static Origin OriginOf(BlobClient blob, BlobDownloadDetails details) =>
        Origin.FromMetadata(details.Metadata)
        ?? new Origin(InboxPath.Parse(blob.Name).Name, details.ETag.ToString(), details.LastModified);

    private static async Task<Response<BlobDownloadStreamingResult>?> OpenAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            return await blob.DownloadStreamingAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private static async Task RemoveAsync(BlobClient blob, ETag received, CancellationToken cancellationToken)
    {
        try
        {
            await blob.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = received }, cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 412)
        {
        }
    }
}
