using Remiss.Intake.Extraction;
using Remiss.Storage;
using Remiss.Telemetry;

namespace Remiss.Intake;

/// <summary>Second step: reads the text out of a file. The files that a mail carries become documents of their own.</summary>
public sealed class ExtractHandler(
    RemissLedger ledger,
    OriginalStore originals,
    TextStore texts,
    StepQueues queues,
    ArrivalRecorder recorder,
    IDocumentExtractor extractor,
    FailureNote failures,
    TimeProvider time)
{
    public Task HandleAsync(DocumentId id, CancellationToken cancellationToken) =>
        failures.WatchAsync(id, () => ExtractAsync(id, cancellationToken), cancellationToken);

    private async Task ExtractAsync(DocumentId id, CancellationToken cancellationToken)
    {
        using var step = RemissTelemetry.Start(StepQueues.ExtractName, id.TraceParent);
        step.Identify(id);
        var key = LedgerKeys.Document(id.Organisation, id.Sha256);
        if (await ledger.FindAsync<Document>(id.Case, key, cancellationToken) is not { } document) return;

        var state = document.Value.State;
        if (state is DocumentState.Received)
        {
            RemissTelemetry.Waited(StepQueues.ExtractName, time.GetUtcNow() - document.Value.ArrivedAt);
            using var folder = new WorkFolder();
            var local = folder.Document(document.Value.FileName);
            await originals.FetchAsync(id.Sha256, local, cancellationToken);
            var read = await extractor.ExtractAsync(local, folder.Attachments, cancellationToken);
            var result = read.Attachments.Count == 0 ? read : Nesting.Limit(read, await DepthAsync(id, document.Value, cancellationToken));
            var text = new StoredText(result.Text, result.Mail, [.. result.Attachments.Select(a => a.Name)]) { RunningLines = result.RunningLines, Scan = result.Scan };
            await texts.SaveAsync(id.Sha256, text, cancellationToken);
            await RecordAttachmentsAsync(id, document.Value, result, cancellationToken);
            state = await AdvanceAsync(id, key, document, result, cancellationToken);
        }

        if (state is DocumentState.Extracted) await queues.SendToClassifyAsync(id, cancellationToken);
    }

    /// <summary>How many files lie around it.</summary>
    private async Task<int> DepthAsync(DocumentId id, Document document, CancellationToken cancellationToken)
    {
        var depth = 0;
        for (var parent = document.Parent; parent is not null && depth < Nesting.Deepest; depth++)
            parent = (await ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, parent), cancellationToken))?.Value.Parent;
        return depth;
    }

    private async Task RecordAttachmentsAsync(DocumentId mailId, Document mail, ExtractionResult result, CancellationToken cancellationToken)
    {
        foreach (var (index, attachment) in result.Attachments.Index())
        {
            var origin = new Origin(
                InboxPath.OfAttachment(mail.Path, index + 1, attachment.Name), $"{mail.Sha256}.{index + 1}", mail.ArrivedAt, result.Mail?.From)
            {
                Doubt = mail.Doubt,
            };
            var file = new IncomingFile(attachment.Path, mailId.Case, mailId.Organisation, origin, mail.ArrivedAt, mail.Sha256);
            await recorder.RecordAsync(file, cancellationToken);
        }
    }

    /// <returns>The state that it is in then, which somebody else may have brought it to.</returns>
    private async Task<DocumentState> AdvanceAsync(
        DocumentId id, string key, Stored<Document> document, ExtractionResult result, CancellationToken cancellationToken)
    {
        while (document.Value.State is DocumentState.Received)
        {
            var read = document.Value with
            {
                State = StateAfter(result),
                Reasons = result.Reasons,
                Format = result.Format,
                Pages = result.Text.Pages.Count,
                Characters = result.Text.Text.Length,
                LastError = null,
            };
            var entry = new AuditEntry(
                time.GetUtcNow(), AuditEntry.System, $"document_{RemissJson.Label(read.State)}", key, string.Join(", ", result.Reasons));
            if (await ledger.Change(id.Case).Replace(key, document, read).Audit(entry).CommitAsync(cancellationToken))
            {
                RemissTelemetry.Came(read.State);
                return read.State;
            }

            document = await ledger.FindAsync<Document>(id.Case, key, cancellationToken)
                ?? throw new InvalidOperationException($"Document {key} of case {id.Case} has gone from the ledger.");
        }

        return document.Value.State;
    }

    private static DocumentState StateAfter(ExtractionResult result) => result.State switch
    {
        ExtractionState.Read => DocumentState.Extracted,
        ExtractionState.NeedsOcr => DocumentState.NeedsOcr,
        _ => DocumentState.Unreadable,
    };
}
