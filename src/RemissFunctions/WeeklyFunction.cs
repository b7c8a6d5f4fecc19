using Microsoft.Azure.Functions.Worker;
using Remiss.Reports;

namespace RemissFunctions;

public sealed class WeeklyFunction(WeeklyReportRun weekly)
{
    [Function("Weekly")]
    public Task RunAsync([TimerTrigger("%WeeklySchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        weekly.RunAsync(cancellationToken);
}
