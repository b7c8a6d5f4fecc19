using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>Finds what events missed: every blob that still lies in the inbox is received.</summary>
public sealed class Reconciliation(BlobContainers containers, ReceiveHandler receive)
{
    private const int FoldersAtOnce = 8;
    private const int MostFilesTogether = 100;

    /// <returns>How many files were taken out of the inbox.</returns>
    /// <exception cref="AggregateException">Some files could not be received; all others have been.</exception>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var (received, failures) = await ReceiveAllAsync(cancellationToken);
        return failures.Count == 0
            ? received
            : throw new AggregateException("Some files could not be received; they stay in the inbox and are tried again.", failures);
    }

    /// <summary>Files of one folder are received one after the other, as they are listed, and those of several folders at once.</summary>
    /// <returns>How many files were taken out of the inbox, and why others were not.</returns>
    public async Task<(int Received, IReadOnlyCollection<Exception> Failures)> ReceiveAllAsync(CancellationToken cancellationToken)
    {
        var received = 0;
        ConcurrentQueue<Exception> failures = [];
        var limit = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = FoldersAtOnce };
        await Parallel.ForEachAsync(FoldersAsync(cancellationToken), limit, async (names, ct) =>
        {
            foreach (var name in names)
            {
                try
                {
                    var outcome = await receive.HandleAsync(containers.Inbox.GetBlobClient(name), ct);
                    if (outcome is not (ReceiveOutcome.Waiting or ReceiveOutcome.Gone)) Interlocked.Increment(ref received);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    failures.Enqueue(e);
                }
            }
        });

        return (received, failures);
    }

    /// <summary>The storage lists by name, so what lies in one folder comes together.</summary>
    private async IAsyncEnumerable<List<string>> FoldersAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<string> names = [];
        await foreach (var blob in ListedAsync(cancellationToken))
        {
            if (names.Count > 0 && (names.Count == MostFilesTogether || FolderOf(names[0]) != FolderOf(blob)))
            {
                yield return names;
                names = [];
            }

            names.Add(blob);
        }

        if (names.Count > 0) yield return names;
    }

    /// <summary>What waits to be filled is told by the list itself, without a call for each.</summary>
    private async IAsyncEnumerable<string> ListedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in containers.Inbox.GetBlobsAsync(cancellationToken: cancellationToken).AsPages())
        {
            var storageNow = page.GetRawResponse().Headers.Date;
            foreach (var blob in page.Values)
            {
                if (!receive.IsToBeFilled(blob.Properties.ContentLength, blob.Properties.LastModified, storageNow)) yield return blob.Name;
            }
        }
    }

    /// <summary>Of case and organisation.</summary>
    private static string FolderOf(string name)
    {
        var path = InboxPath.Parse(name);
        return $"{path.Case}/{path.Organisation}";
    }
}
