using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;
using Remiss.Storage;

namespace RemissFunctions;

public sealed class ClassifyFunction(ClassifyHandler handler)
{
    [Function("Classify")]
    public Task RunAsync(
        [QueueTrigger(StepQueues.ClassifyName, Connection = StorageClients.ConnectionName)] DocumentId id,
        CancellationToken cancellationToken) => handler.HandleAsync(id, cancellationToken);
}
