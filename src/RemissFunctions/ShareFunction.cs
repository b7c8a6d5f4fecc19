using Microsoft.Azure.Functions.Worker;
using Remiss.Share;

namespace RemissFunctions;

public sealed class ShareFunction(ShareRun share)
{
    [Function("Share")]
    public Task RunAsync([TimerTrigger("%ShareSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        share.RunAsync(cancellationToken);
}
