using Azure.Data.Tables;

namespace Remiss.Storage;

/// <summary>Makes the tables, containers and queues that are missing. In Azure the infrastructure makes them.</summary>
public sealed class StorageSetup(TableServiceClient tables, BlobContainers containers, StepQueues queues)
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. RemissLedger.TableNames.Select(name => (Task)tables.CreateTableIfNotExistsAsync(name, cancellationToken)),
        .. containers.All.Select(container => (Task)container.CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. queues.All.Select(queue => (Task)queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
    ]);
}
