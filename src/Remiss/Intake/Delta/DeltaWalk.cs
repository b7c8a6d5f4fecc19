using Microsoft.Extensions.Logging;
using Remiss.Notifications.Graph;
using Remiss.Storage;

namespace Remiss.Intake.Delta;

/// <summary>
/// Reads what is new in a library or mailbox, page by page. Where to go on is written, under its ETag, when everything on a page is in the
/// inbox: whoever dies in the middle reads the page again, and whoever finds that another worker is ahead stops. What the inbox gets twice on
/// the way is one arrival, since its identity is the item and its version.
/// </summary>
public sealed partial class DeltaWalk(RemissLedger ledger, TimeProvider time, ILogger<DeltaWalk> logger)
{
    /// <summary>Each holds one piece of a file in memory.</summary>
    private const int AtOnce = 4;

    /// <exception cref="InvalidOperationException">Some items could not be fetched; all others have been.</exception>
    public async Task RunAsync<T>(IDeltaSource<T> source, CancellationToken cancellationToken)
        where T : class
    {
        await RetryAsync(source, cancellationToken);
        var step = Step.ThereIsMore;
        for (var mayStartOver = true; step is not Step.Done; mayStartOver &= step is not Step.StartedOver)
            step = await StepAsync(source, mayStartOver, cancellationToken);

        var owed = await OwedAsync(source, cancellationToken);
        if (owed.Count > 0)
        {
            throw new InvalidOperationException(
                $"{owed.Count} items of {source.Partition} could not be fetched and are tried again at the next run. The first: {owed[0].Value.Failure}");
        }
    }

    private async Task<Step> StepAsync<T>(IDeltaSource<T> source, bool mayStartOver, CancellationToken cancellationToken)
        where T : class
    {
        var row = await ledger.FindAsync<Checkpoint>(source.Partition, LedgerKeys.Checkpoint, cancellationToken);
        var link = row?.Value.Source == source.Name ? row.Value.Link : null;
        DeltaPage<T> page;
        try
        {
            page = await source.ReadAsync(link, cancellationToken);
        }
        catch (Exception e) when (link is not null && mayStartOver && GraphFailure.Of(e, cancellationToken) is { IsForgottenLink: true })
        {
            Log.StartedOver(logger, source.Partition);
            return await MoveAsync(source, row, null, cancellationToken) ? Step.StartedOver : Step.Done;
        }

        var newest = page.Items.Where(i => source.IdOf(i) is not null).Reverse().DistinctBy(source.IdOf);
        await Parallel.ForEachAsync(
            newest,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (item, ct) => await TakeAsync(source, item, null, ct));
        return await MoveAsync(source, row, page.Next ?? page.Delta, cancellationToken) && page.Next is not null ? Step.ThereIsMore : Step.Done;
    }

    private Task<bool> MoveAsync<T>(IDeltaSource<T> source, Stored<Checkpoint>? row, string? link, CancellationToken cancellationToken)
        where T : class
    {
        var next = new Checkpoint(source.Name, link, time.GetUtcNow());
        var change = ledger.Change(source.Partition);
        if (row is null) change.Insert(LedgerKeys.Checkpoint, next);
        else change.Replace(LedgerKeys.Checkpoint, row, next);
        if (link is null) change.Audit(Entry("read_from_the_beginning", source.Name));
        return change.CommitAsync(cancellationToken);
    }

    private async Task TakeAsync<T>(IDeltaSource<T> source, T item, Stored<OwedItem>? owed, CancellationToken cancellationToken)
        where T : class
    {
        var id = source.IdOf(item)!;
        try
        {
            await TakeAsync(source, id, item, (owed?.Value.Attempts ?? 0) + 1, cancellationToken);
        }
        catch (Exception e) when (FailureOf(e, cancellationToken) is { } failure)
        {
            await OweAsync(source, id, owed, failure, cancellationToken);
            return;
        }

        if (owed is not null) await SettleAsync(source, owed, cancellationToken);
    }

    private async Task TakeAsync<T>(IDeltaSource<T> source, string id, T item, int attempt, CancellationToken cancellationToken)
        where T : class
    {
        var key = LedgerKeys.TakenItem(source.Name, id);
        var row = await ledger.FindAsync<TakenItem>(source.Partition, key, cancellationToken);
        TakenItem? taken;
        try
        {
            taken = await source.TakeAsync(item, row?.Value, attempt, cancellationToken);
        }
        catch (Exception e) when (GraphFailure.Of(e, cancellationToken) is { Status: 404 })
        {
            Log.Gone(logger, source.Partition, id);
            return;
        }

        if (taken is null || taken == row?.Value) return;
        var change = ledger.Change(source.Partition);
        if (row is null) change.Insert(key, taken);
        else change.Replace(key, row, taken);
        await change.CommitAsync(cancellationToken);
    }

    /// <returns>Null when it is not about this one item: then the page is read again when Graph listens again.</returns>
    private static string? FailureOf(Exception exception, CancellationToken cancellationToken) => exception is ContentMismatchException
        ? exception.Message
        : GraphFailure.Of(exception, cancellationToken) is { IsNotNow: false } failure ? failure.Detail : null;

    private async Task RetryAsync<T>(IDeltaSource<T> source, CancellationToken cancellationToken)
        where T : class
    {
        foreach (var owed in await OwedAsync(source, cancellationToken))
        {
            if (await source.FindAsync(owed.Value.Item, cancellationToken) is { } item && source.IdOf(item) is not null)
                await TakeAsync(source, item, owed, cancellationToken);
            else
                await SettleAsync(source, owed, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Stored<OwedItem>>> OwedAsync<T>(IDeltaSource<T> source, CancellationToken cancellationToken)
        where T : class =>
        [.. (await ledger.FindAllAsync<OwedItem>(source.Partition, cancellationToken)).Where(row => !row.Value.IsSettled)];

    private async Task OweAsync<T>(
        IDeltaSource<T> source, string id, Stored<OwedItem>? owed, string failure, CancellationToken cancellationToken)
        where T : class
    {
        Log.Owed(logger, source.Partition, id, failure);
        var key = LedgerKeys.OwedItem(source.Name, id);
        owed ??= await ledger.FindAsync<OwedItem>(source.Partition, key, cancellationToken);
        var attempts = owed is { Value.IsSettled: false } ? owed.Value.Attempts : 0;
        var after = new OwedItem(id, attempts + 1, failure, IsSettled: false, time.GetUtcNow());
        var change = ledger.Change(source.Partition);
        if (owed is null) change.Insert(key, after);
        else change.Replace(key, owed, after);
        if (attempts == 0) change.Audit(Entry("fetch_failed", id, failure));
        await change.CommitAsync(cancellationToken);
    }

    private Task SettleAsync<T>(IDeltaSource<T> source, Stored<OwedItem> owed, CancellationToken cancellationToken)
        where T : class => ledger.Change(source.Partition)
            .Replace(LedgerKeys.OwedItem(source.Name, owed.Value.Item), owed, owed.Value with { IsSettled = true, At = time.GetUtcNow() })
            .Audit(Entry("fetch_settled", owed.Value.Item))
            .CommitAsync(cancellationToken);

    private AuditEntry Entry(string what, string subject, string? why = null) => new(time.GetUtcNow(), AuditEntry.System, what, subject, why);

    private enum Step
    {
        /// <summary>There is nothing more, or another worker has got further.</summary>
        Done,

        ThereIsMore,
        StartedOver,
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Partition}: Graph has forgotten how far it was read; everything is looked through again")]
        public static partial void StartedOver(ILogger logger, string partition);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Partition}: {Item} was removed before it could be fetched")]
        public static partial void Gone(ILogger logger, string partition, string item);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Partition}: {Item} could not be fetched and is tried again at the next run: {Failure}")]
        public static partial void Owed(ILogger logger, string partition, string item, string failure);
    }
}
