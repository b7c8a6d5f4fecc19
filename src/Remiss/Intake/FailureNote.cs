using Azure;
using Microsoft.Extensions.Logging;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>
/// Notes on the document why a step failed, and lets the failure through: the host tries again and at last puts the message in the
/// poison queue, where nothing but the id is left to tell why.
/// </summary>
public sealed partial class FailureNote(RemissLedger ledger, ILogger<FailureNote> logger)
{
    private const int Longest = 500;

    public async Task WatchAsync(DocumentId id, Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await NoteAsync(id, e, cancellationToken);
            throw;
        }
    }

    private async Task NoteAsync(DocumentId id, Exception failure, CancellationToken cancellationToken)
    {
        try
        {
            var key = LedgerKeys.Document(id.Organisation, id.Sha256);
            if (await ledger.FindAsync<Document>(id.Case, key, cancellationToken) is not { } document) return;
            var text = $"{failure.GetType().Name}: {failure.Message}";
            var noted = document.Value with { LastError = text[..Math.Min(text.Length, Longest)] };
            await ledger.Change(id.Case).Replace(key, document, noted).CommitAsync(cancellationToken);
        }
        catch (RequestFailedException e)
        {
            Log.NotNoted(logger, e, id.Case, id.Sha256);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The failure of document {Sha256} in case {Case} could not be noted")]
        public static partial void NotNoted(ILogger logger, Exception exception, string @case, string sha256);
    }
}
