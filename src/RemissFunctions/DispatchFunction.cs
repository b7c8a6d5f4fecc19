using Microsoft.Azure.Functions.Worker;
using Remiss.Dispatch;

namespace RemissFunctions;

public sealed class DispatchFunction(DispatchRun dispatch)
{
    [Function("Dispatch")]
    public Task RunAsync([TimerTrigger("%DispatchSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        dispatch.RunAsync(cancellationToken);
}
