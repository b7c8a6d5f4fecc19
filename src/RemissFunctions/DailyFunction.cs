using Microsoft.Azure.Functions.Worker;
using Remiss.Reports;

namespace RemissFunctions;

public sealed class DailyFunction(DailyNoticeRun notices)
{
    [Function("Daily")]
    public Task RunAsync([TimerTrigger("%DailySchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        notices.RunAsync(cancellationToken);
}
