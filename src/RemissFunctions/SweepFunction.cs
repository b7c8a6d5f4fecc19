using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;

namespace RemissFunctions;

public sealed class SweepFunction(ReconciliationRun reconciliation)
{
    [Function("Sweep")]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        reconciliation.RunOrThrowAsync(cancellationToken);
}
