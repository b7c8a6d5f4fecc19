using Remiss.Storage;

namespace Remiss.Intake;

/// <summary>Finds what events missed: every blob that still lies in the inbox is received.</summary>
public sealed class Reconciliation(BlobContainers containers, ReceiveHandler receive)
{
    /// <returns>How many files were taken out of the inbox.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var received = 0;
        await foreach (var blob in containers.Inbox.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            var outcome = await receive.HandleAsync(containers.Inbox.GetBlobClient(blob.Name), cancellationToken);
            if (outcome is not (ReceiveOutcome.Waiting or ReceiveOutcome.Gone)) received++;
        }

        return received;
    }
}
