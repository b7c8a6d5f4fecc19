using Microsoft.Azure.Functions.Worker;
using Remiss.Reminders;

namespace RemissFunctions;

public sealed class RemindersFunction(ReminderRun reminders)
{
    [Function("Reminders")]
    public Task RunAsync([TimerTrigger("%RemindersSchedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        reminders.RunAsync(cancellationToken);
}
