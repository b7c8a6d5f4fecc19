using System.Diagnostics;
using System.Diagnostics.Metrics;
using Remiss.Intake;
using Remiss.Notifications;

namespace Remiss.Telemetry;

/// <summary>
/// What the product tells of itself while it works: one trace for each document, and counts. Ids and states only; docs/operations.md says
/// what each means.
/// </summary>
public static class RemissTelemetry
{
    /// <summary>Of the activity source and of the meter.</summary>
    public const string Name = "Remiss";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> DocumentStates = Meter.CreateCounter<long>("remiss.documents", "{document}", "Documents that came to a state");
    private static readonly Counter<long> SendStates = Meter.CreateCounter<long>("remiss.sends", "{send}", "Sends that came to an outcome");
    private static readonly Counter<long> Deaths = Meter.CreateCounter<long>("remiss.extractor.deaths", "{process}", "Children that a file cost");
    private static readonly Histogram<double> Waits = Meter.CreateHistogram<double>("remiss.step.wait", "s", "From a document's arrival to the start of a step");

    /// <param name="traceParent">From the message that set the step off; null where the trace begins.</param>
    public static Activity? Start(string step, string? traceParent = null) =>
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity(step, ActivityKind.Consumer, parent)
            : Source.StartActivity(step, ActivityKind.Consumer);

    public static void Identify(this Activity? step, DocumentId id)
    {
        step?.SetTag("remiss.case", id.Case);
        step?.SetTag("remiss.organisation", id.Organisation);
        step?.SetTag("remiss.sha256", id.Sha256);
    }

    public static void Came(DocumentState to) => DocumentStates.Add(1, new KeyValuePair<string, object?>("state", RemissJson.Label(to)));

    public static void Came(Send send) => SendStates.Add(
        1, new("kind", RemissJson.Label(send.Kind)), new("channel", RemissJson.Label(send.Channel)), new("state", RemissJson.Label(send.State)));

    public static void ExtractorDied(string how) => Deaths.Add(1, new KeyValuePair<string, object?>("how", how));

    public static void Waited(string step, TimeSpan sinceArrival) =>
        Waits.Record(Math.Max(0, sinceArrival.TotalSeconds), new KeyValuePair<string, object?>("step", step));
}
