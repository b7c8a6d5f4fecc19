using Remiss.Benchmarks.WorkerStart;

namespace RemissFunctions.Tests;

/// <summary>Held against each other when the start of the real worker is measured.</summary>
public sealed class ReportedTriggerTests
{
    [Theory]
    [InlineData("Classify", """{"name":"id","type":"queueTrigger","queueName":"classify","connection":"RemissStorage"}""")]
    [InlineData("Receive", """{"name":"blob","type":"blobTrigger","path":"inbox/{name}","source":"EventGrid","connection":"RemissStorage"}""")]
    [InlineData("Sweep", """{"name":"timer","type":"timerTrigger","schedule":"%SweepSchedule%"}""")]
    [InlineData("Web", """{"name":"request","type":"httpTrigger","authLevel":"Anonymous","methods":["get","head","post","put","patch","delete"],"route":"{*path}"}""")]
    public void What_the_worker_reports_is_known_again_in_the_sources(string function, string binding) =>
        Assert.Contains(Trigger.Reported(function, binding), Trigger.InSources());

    [Theory]
    [InlineData("Classify", """{"type":"queueTrigger","queueName":"extract","connection":"RemissStorage"}""")]
    [InlineData("Classify", """{"type":"queueTrigger","queueName":"classify","connection":"AzureWebJobsStorage"}""")]
    [InlineData("Receive", """{"type":"blobTrigger","path":"inbox/{name}","source":"LogsAndContainerScan","connection":"RemissStorage"}""")]
    [InlineData("Sweep", """{"type":"timerTrigger","schedule":"%DailySchedule%"}""")]
    [InlineData("Web", """{"type":"httpTrigger","authLevel":"Anonymous","methods":["get"],"route":"{*path}"}""")]
    public void Another_trigger_than_in_the_sources_is_not(string function, string binding) =>
        Assert.DoesNotContain(Trigger.Reported(function, binding), Trigger.InSources());

    [Fact]
    public void Every_function_of_the_sources_has_one_trigger() =>
        Assert.Equal(AppFunctions.All.Count, Trigger.InSources().Select(trigger => trigger.Function).Distinct(StringComparer.Ordinal).Count());
}
