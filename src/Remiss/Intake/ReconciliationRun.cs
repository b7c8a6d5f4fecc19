using Azure.Storage.Queues;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>
/// Finds what was left half-way by a crash or a lost event, sets right what is safe and lists the rest. Costs what is left: the inbox holds
/// only what has not been received, the notes only what was begun, and of the open cases only rows in an unfinished state are read. Never
/// sends anything to anybody.
/// </summary>
public sealed class ReconciliationRun(
    RemissLedger ledger,
    Reconciliation inbox,
    StepQueues queues,
    DocumentMover mover,
    CaseClosing closing,
    DisposalHandler disposal,
    UnknownSends unknownSends,
    TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan OwedTooLong = TimeSpan.FromHours(1);

    /// <exception cref="AggregateException">Something could not be set right; everything else has been.</exception>
    public async Task RunOrThrowAsync(CancellationToken cancellationToken)
    {
        var report = await RunAsync(cancellationToken);
        List<string> failures = [.. report.NotReceived, .. report.Failures];
        if (failures.Count > 0)
            throw new AggregateException("The sweep could not set everything right; it is tried again.", failures.Select(f => new InvalidOperationException(f)));
    }

    public async Task<SweepReport> RunAsync(CancellationToken cancellationToken)
    {
        var (received, notReceived) = await inbox.ReceiveAllAsync(cancellationToken);
        List<string> failures = [];
        List<DocumentId> moved = [];
        List<string> finished = [];
        var noted = await ledger.UnfinishedAsync(cancellationToken);
        foreach (var note in noted)
            await TryAsync(note.Value, () => FinishAsync(note, moved, finished, cancellationToken), failures);

        var extractIsIdle = await IsIdleAsync(queues.Extract, cancellationToken);
        var classifyIsIdle = await IsIdleAsync(queues.Classify, cancellationToken);
        List<DocumentId> setOff = [];
        List<DocumentId> waiting = [];
        List<DocumentId> failed = [];
        List<UnknownSend> unknown = [];
        List<UnknownSend> owed = [];
        var open = await ledger.OpenCasesAsync(cancellationToken);
        foreach (var partition in open.Append(LedgerKeys.Unassigned).Union(noted.Select(n => n.Value), StringComparer.Ordinal))
        {
            await TryAsync(
                partition,
                async () =>
                {
                    foreach (var row in await ledger.FindInStateAsync<Document, DocumentState>(
                        partition, [DocumentState.Received, DocumentState.Extracted, DocumentState.Failed], cancellationToken))
                    {
                        var id = new DocumentId(partition, row.Value.Organisation, row.Value.Sha256);
                        if (row.Value.State is DocumentState.Failed) failed.Add(id);
                        else if (time.GetUtcNow() - row.Value.ArrivedAt < Patience) continue;
                        else if (!(row.Value.State is DocumentState.Received ? extractIsIdle : classifyIsIdle)) waiting.Add(id);
                        else
                        {
                            await SetOffAsync(id, row.Value.State, cancellationToken);
                            setOff.Add(id);
                        }
                    }
                },
                failures);
        }

        foreach (var partition in open.Append(LedgerKeys.Weekly))
        {
            unknown.AddRange(await unknownSends.ListAsync(partition, cancellationToken));
            owed.AddRange(
                from row in await ledger.FindInStateAsync<Send, SendState>(partition, [SendState.Owed], cancellationToken)
                where time.GetUtcNow() - row.Value.At > OwedTooLong
                select new UnknownSend(partition, LedgerKeys.Send(row.Value), row.Value));
        }

        return new SweepReport
        {
            Received = received,
            NotReceived = [.. notReceived.Select(e => e.Message.ReplaceLineEndings(" "))],
            SetOffAgain = setOff,
            Waiting = waiting,
            MovesFinished = moved,
            CasesFinished = finished,
            Failed = failed,
            PoisonMessages = await CountAsync(queues.ExtractPoison, cancellationToken) + await CountAsync(queues.ClassifyPoison, cancellationToken),
            UnknownSends = unknown,
            OwedSends = owed,
            Failures = failures,
        };
    }

    private async Task FinishAsync(Stored<string> noted, List<DocumentId> moved, List<string> finished, CancellationToken cancellationToken)
    {
        var partition = noted.Value;
        foreach (var row in await ledger.FindInStateAsync<Document, DocumentState>(partition, [DocumentState.Moving], cancellationToken))
        {
            var id = new DocumentId(partition, row.Value.Organisation, row.Value.Sha256);
            await mover.FinishAsync(id, cancellationToken);
            moved.Add(id);
        }

        if (await ledger.FindAsync<CaseClosure>(partition, LedgerKeys.Closure, cancellationToken) is not null)
        {
            if (!await closing.FinishAsync(partition, cancellationToken)) return;
            await disposal.FinishAsync(partition, cancellationToken);
            finished.Add(partition);
        }

        // What comes in to a closed case is looked after here until it has been judged; open cases are looked at anyway.
        if ((await ledger.FindInStateAsync<Document, DocumentState>(partition, [DocumentState.Received, DocumentState.Extracted], cancellationToken)).Count == 0)
            await ledger.ForgetUnfinishedAsync(noted, cancellationToken);
    }

    private Task SetOffAsync(DocumentId id, DocumentState state, CancellationToken cancellationToken) => state is DocumentState.Received
        ? queues.SendToExtractAsync(id, cancellationToken)
        : queues.SendToClassifyAsync(id, cancellationToken);

    /// <summary>A queue that has messages is working them off; more of them would only make it longer.</summary>
    private static async Task<bool> IsIdleAsync(QueueClient queue, CancellationToken cancellationToken) => await CountAsync(queue, cancellationToken) == 0;

    private static async Task<int> CountAsync(QueueClient queue, CancellationToken cancellationToken) =>
        (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;

    private static async Task TryAsync(string partition, Func<Task> work, List<string> failures)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failures.Add($"{partition}: {e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
