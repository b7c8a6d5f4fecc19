using Microsoft.Extensions.Logging;
using Remiss.Cases;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>
/// A file that could not be received in as many tries as the host makes. It still lies in the inbox and the sweep goes on trying; here it
/// is only told.
/// </summary>
public sealed partial class PoisonBlobHandler(RemissLedger ledger, TimeProvider time, ILogger<PoisonBlobHandler> logger)
{
    public async Task HandleAsync(PoisonBlob blob, CancellationToken cancellationToken)
    {
        var path = InboxPath.Parse(blob.BlobName);
        var isKnown = path.Case is { } id && await ledger.FindAsync<RemissCase>(id, LedgerKeys.Case, cancellationToken) is not null;
        var partition = isKnown ? path.Case! : LedgerKeys.Unassigned;
        Log.NotReceived(logger, partition, blob.ETag);
        await ledger.Change(partition)
            .Audit(new(time.GetUtcNow(), AuditEntry.System, "receive_failed", path.Name, blob.ETag))
            .CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A file of {Partition} with ETag {ETag} could not be received; it lies in the inbox")]
        public static partial void NotReceived(ILogger logger, string partition, string etag);
    }
}

/// <summary>The Functions host's note of a blob whose trigger failed too often.</summary>
public sealed record PoisonBlob(string ContainerName, string BlobName, string ETag);
