using Microsoft.Azure.Functions.Worker;
using Remiss.Intake;

namespace RemissFunctions;

public sealed class SweepFunction(Reconciliation reconciliation)
{
    [Function("Sweep")]
    public Task RunAsync([TimerTrigger("%SweepSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        reconciliation.SweepAsync(cancellationToken);
}
