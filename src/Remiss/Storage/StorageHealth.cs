using Azure;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Remiss.Storage;

/// <summary>Healthy when the storage can be reached and has been set up.</summary>
internal sealed class StorageHealth(RemissLedger ledger, BlobContainers containers, StepQueues queues) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await Task.WhenAll(
                ledger.OpenCasesAsync(cancellationToken),
                containers.Inbox.GetPropertiesAsync(cancellationToken: cancellationToken),
                queues.Extract.GetPropertiesAsync(cancellationToken));
            return HealthCheckResult.Healthy();
        }
        catch (RequestFailedException e)
        {
            return HealthCheckResult.Unhealthy($"Lagringen svarar {e.Status} {e.ErrorCode}.", e);
        }
    }
}
