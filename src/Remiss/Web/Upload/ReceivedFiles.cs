using Azure.Storage.Blobs.Models;
using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Web.Upload;

/// <summary>What a company has handed in so far: what stands in the ledger, and what came just now and is still in the inbox.</summary>
public sealed class ReceivedFiles(RemissLedger ledger, BlobContainers containers)
{
    public async Task<IReadOnlyList<ReceivedFile>> ReadAsync(UploadVisit visit, CancellationToken cancellationToken)
    {
        var (caseId, organisation) = (visit.Case.Id, visit.Recipient.Organisation);
        List<ReceivedFile> files = [];
        foreach (var document in (await ledger.FindDocumentsAsync(caseId, organisation, cancellationToken)).Select(row => row.Value))
        {
            if (document is { Parent: null, IsMoved: false }) files.Add(new(document.FileName, document.ArrivedAt, document.Sha256));
        }

        await foreach (var blob in containers.Inbox.GetBlobsAsync(
            BlobTraits.Metadata, default, $"{caseId}/{organisation}/", cancellationToken))
        {
            if (Origin.FromMetadata(blob.Metadata) is { } origin) files.Add(new(InboxPath.Parse(origin.Path).FileName, origin.ReceivedAt, null));
        }

        return [.. files.OrderByDescending(file => file.ReceivedAt).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }
}

/// <param name="Sha256">Null until the file has been taken out of the inbox.</param>
public sealed record ReceivedFile(string Name, DateTimeOffset ReceivedAt, string? Sha256);
