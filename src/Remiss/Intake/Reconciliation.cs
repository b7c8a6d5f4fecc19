using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>Finds what events missed: every blob that still lies in the inbox is received.</summary>
public sealed class Reconciliation(BlobContainers containers, ReceiveHandler receive)
{
    /// <returns>How many files were taken out of the inbox.</returns>
    /// <exception cref="AggregateException">Some files could not be received; all others have been.</exception>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var received = 0;
        List<Exception> failures = [];
        await foreach (var blob in containers.Inbox.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            try
            {
                var outcome = await receive.HandleAsync(containers.Inbox.GetBlobClient(blob.Name), cancellationToken);
                if (outcome is not (ReceiveOutcome.Waiting or ReceiveOutcome.Gone)) received++;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failures.Add(e);
            }
        }

        return failures.Count == 0
            ? received
            : throw new AggregateException("Some files could not be received; they stay in the inbox and are tried again.", failures);
    }
}
