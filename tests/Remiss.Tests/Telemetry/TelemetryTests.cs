using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Remiss.Intake;
using Remiss.Telemetry;
using Remiss.Tests.Intake.Histories;

namespace Remiss.Tests.Telemetry;

/// <summary>What an operator sees of a document's way.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_documents_way_is_one_trace()
    {
        var sha256 = SentFile.All[1].Sha256;
        ConcurrentQueue<Activity> ended = [];
        using var root = new Activity("test").Start();
        var trace = root.TraceId;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RemissTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> asked) =>
                asked.Parent.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await ReceiveAsync(endRoot: root.Stop);

        var steps = ended.Where(a => a.TraceId == trace).Select(a => a.OperationName).ToList();
        Assert.Equal(["receive", "extract", "classify"], steps);
        Assert.Equal(sha256, ended.First(a => a.TraceId == trace && a.OperationName == "classify").GetTagItem("remiss.sha256"));
    }

    [Fact]
    public async Task Documents_are_counted_by_the_state_they_come_to()
    {
        ConcurrentQueue<string> states = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, me) => { if (instrument.Name == "remiss.documents") me.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => states.Enqueue((string)tags[0].Value!));
        listener.Start();
        await ReceiveAsync(endRoot: () => { });

        Assert.Contains("received", states);
        Assert.Contains("extracted", states);
        Assert.Contains("accepted", states);
    }

    [Fact]
    public void A_message_from_before_there_were_traces_is_still_read()
    {
        var id = JsonSerializer.Deserialize<DocumentId>("""{"case":"ks-2023-740","organisation":"sisab","sha256":"00"}""", RemissJson.Options);

        Assert.Equal(new DocumentId("ks-2023-740", "sisab", "00"), id);
    }

    /// <param name="endRoot">Called when the file has been received: the steps that follow know of the trace by their messages alone.</param>
    private static async Task ReceiveAsync(Action endRoot)
    {
        using var office = await HistoryOffice.OpenAsync();
        await office.TakeAsync(new Put(0, 1));
        await office.TakeAsync(new Deliver(0, 1));
        endRoot();
        await office.TakeAsync(new Work(1));
        await office.TakeAsync(new Work(1));
    }
}
