using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;
using Remiss.Storage;

namespace RemissFunctions;

public sealed class ExtractPoisonFunction(PoisonHandler poison)
{
    [Function("ExtractPoison")]
    public Task RunAsync(
        [QueueTrigger(StepQueues.ExtractPoisonName, Connection = StorageClients.ConnectionName)] DocumentId id,
        CancellationToken cancellationToken) => poison.HandleAsync(StepQueues.ExtractName, id, cancellationToken);
}
