using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;
using Remiss.Storage;

namespace RemissFunctions;

public sealed class ClassifyPoisonFunction(PoisonHandler poison)
{
    [Function("ClassifyPoison")]
    public Task RunAsync(
        [QueueTrigger(StepQueues.ClassifyPoisonName, Connection = StorageClients.ConnectionName)] DocumentId id,
        CancellationToken cancellationToken) => poison.HandleAsync(StepQueues.ClassifyName, id, cancellationToken);
}
