using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Remiss.Storage;

namespace Remiss.Local.Load;

/// <summary>Counts this process's calls of the storage by service and method: <c>blob PUT</c>.</summary>
internal sealed class CallCounts : IDisposable
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public CallCounts()
    {
        listener.InstrumentPublished = (instrument, me) =>
        {
            if (instrument.Meter.Name == StorageMeter.MeterName && instrument.Name == StorageMeter.CounterName) me.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => counts.AddOrUpdate(Kind(tags), value, (_, sum) => sum + value));
        listener.Start();
    }

    public IReadOnlyDictionary<string, long> Now => new SortedDictionary<string, long>(counts, StringComparer.Ordinal);

    public void Dispose() => listener.Dispose();

    private static string Kind(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (service, method) = ("", "");
        foreach (var tag in tags)
        {
            if (tag.Key == StorageMeter.ServiceTag) service = (string)tag.Value!;
            if (tag.Key == StorageMeter.MethodTag) method = (string)tag.Value!;
        }

        return $"{service} {method}";
    }
}
