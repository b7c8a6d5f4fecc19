using Azure;
using Azure.Storage.Queues;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Operations;

/// <summary>What the page of operations is made from.</summary>
public sealed class OperationsDesk(
    CaseSnapshots snapshots, RemissLedger ledger, BlobContainers containers, StepQueues queues, HealthCheckService health)
{
    private const int MostCounted = 1000;

    public async Task<OperationsModel> ReadAsync(CancellationToken cancellationToken)
    {
        var report = health.CheckHealthAsync(cancellationToken);
        var inbox = CountInboxAsync(cancellationToken);
        var lengths = Task.WhenAll(
            LengthAsync("att läsa", queues.Extract, isTrouble: false, cancellationToken),
            LengthAsync("att förstå", queues.Classify, isTrouble: false, cancellationToken),
            LengthAsync("som inte gick att läsa", queues.ExtractPoison, isTrouble: true, cancellationToken),
            LengthAsync("som inte gick att förstå", queues.ClassifyPoison, isTrouble: true, cancellationToken));
        var unassigned = ledger.ReadWaitingAsync(LedgerKeys.Unassigned, cancellationToken);
        var weekly = ledger.ListAsync<Send>(LedgerKeys.Weekly, cancellationToken);
        var reading = ledger.ReadRegisterAsync(cancellationToken);
        var cases = await ReadCasesAsync(cancellationToken);
        var register = await reading;
        var state = await report;
        return new(
            state.Status is HealthStatus.Healthy,
            state.Entries.Values.FirstOrDefault(e => e.Status is not HealthStatus.Healthy).Description,
            await inbox,
            await lengths,
            OperationsModel.FailedIn(cases, await unassigned, register),
            [
                .. cases.SelectMany(c => OperationsModel.StuckIn(c.Case.Id, c.Case.Dnr, c.Sends, register)),
                .. OperationsModel.StuckIn(LedgerKeys.Weekly, null, await weekly, register),
            ]);
    }

    private async Task<IReadOnlyList<CaseLedger>> ReadCasesAsync(CancellationToken cancellationToken)
    {
        var open = await ledger.OpenCasesAsync(cancellationToken);
        return [.. (await Task.WhenAll(open.Select(id => snapshots.ReadAsync(id, cancellationToken)))).OfType<CaseSnapshot>().Select(s => s.Ledger)];
    }

    private async Task<int> CountInboxAsync(CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var _ in containers.Inbox.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (++count == MostCounted) break;
        }

        return count;
    }

    private static async Task<QueueLength> LengthAsync(string text, QueueClient queue, bool isTrouble, CancellationToken cancellationToken)
    {
        try
        {
            return new(text, (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount, isTrouble);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return new(text, 0, isTrouble);
        }
    }
}
