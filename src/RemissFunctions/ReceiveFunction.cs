using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;
using Remiss.Storage;

namespace RemissFunctions;

public sealed class ReceiveFunction(ReceiveHandler receive)
{
    [Function("Receive")]
    public Task RunAsync(
        [BlobTrigger(BlobContainers.InboxName + "/{name}", Source = BlobTriggerSource.EventGrid, Connection = StorageClients.ConnectionName)]
        BlobClient blob,
        CancellationToken cancellationToken) => receive.HandleAsync(blob, cancellationToken);
}
