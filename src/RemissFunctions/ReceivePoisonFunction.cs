using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;
using Remiss.Storage;

namespace RemissFunctions;

public sealed class ReceivePoisonFunction(PoisonBlobHandler poison)
{
    [Function("ReceivePoison")]
    public Task RunAsync(
        [QueueTrigger(StepQueues.BlobPoisonName, Connection = StorageClients.ConnectionName)] PoisonBlob blob,
        CancellationToken cancellationToken) => poison.HandleAsync(blob, cancellationToken);
}
