using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Remiss.Storage;

/// <summary>Counts what is asked of the storage, each try by itself, as the metric <c>remiss.storage.calls</c> with service and method.</summary>
public sealed class StorageMeter(string service) : HttpPipelineSynchronousPolicy
{
    public const string MeterName = "Remiss.Storage";
    public const string CounterName = "remiss.storage.calls";
    public const string ServiceTag = "service";
    public const string MethodTag = "method";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>(CounterName, "{call}", "Requests to the storage, repeated ones included");

    private readonly KeyValuePair<string, object?> serviceTag = new(ServiceTag, service);

    public override void OnSendingRequest(HttpMessage message) =>
        Calls.Add(1, serviceTag, new(MethodTag, message.Request.Method.Method));
}
