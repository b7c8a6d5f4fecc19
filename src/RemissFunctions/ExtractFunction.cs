using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;
using Remiss.Storage;

namespace RemissFunctions;

public sealed class ExtractFunction(ExtractHandler handler)
{
    [Function("Extract")]
    public Task RunAsync(
        [QueueTrigger(StepQueues.ExtractName, Connection = StorageClients.ConnectionName)] DocumentId id,
        CancellationToken cancellationToken) => handler.HandleAsync(id, cancellationToken);
}
