using Remiss.Cases;
using Remiss.Dispatch;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Reminders;
using Remiss.Reports;

namespace Remiss.Local.Runs;

/// <summary>
/// A case from its first day to a given moment, in as many steps as something happens: files come in, are read and understood, and each
/// day the timers ask what is owed. The clock stands where the step is.
/// </summary>
internal sealed class CaseRun(
    SteppedClock clock,
    CaseRegistration registration,
    InboxWriter inbox,
    StepPump pump,
    DispatchRun dispatch,
    ReminderRun reminders,
    DailyNoticeRun notices,
    WeeklyReportRun weekly)
{
    private static readonly TimeOnly Morning = new(8, 30);

    /// <param name="from">The first day whose timers run; they run on working days.</param>
    public static IReadOnlyList<RunStep> Plan(IEnumerable<PlannedFile> files, DateOnly from, DateTimeOffset to)
    {
        var last = SwedishTime.Date(to);
        var mornings = Enumerable.Range(0, last.DayNumber - from.DayNumber)
            .Select(from.AddDays)
            .Where(SwedishCalendar.IsWorkingDay)
            .Select(day => new RunStep(SwedishTime.At(day, Morning), null))
            .Append(new RunStep(to, null));
        var arrivals = files.Where(f => f.ArrivesAt <= to).Select(f => new RunStep(f.ArrivesAt, f));
        return [.. mornings.Concat(arrivals).OrderBy(s => s.At).ThenBy(s => s.File is null).ThenBy(s => s.File?.Path, StringComparer.Ordinal)];
    }

    public async Task RunAsync(
        RemissCase remissCase, Register register, IReadOnlyList<RunStep> steps, Action<RunStep> done, CancellationToken cancellationToken)
    {
        clock.Set(steps[0].At);
        await registration.RegisterAsync(remissCase, register, cancellationToken);
        await dispatch.RunAsync(cancellationToken);
        foreach (var moment in steps.GroupBy(step => step.At))
        {
            clock.Set(moment.Key);
            foreach (var step in moment.Where(s => s.File is not null))
            {
                await step.File!.PutAsync(inbox, cancellationToken);
                done(step);
            }

            await pump.DrainAsync(cancellationToken);
            await dispatch.RunAsync(cancellationToken);
            foreach (var step in moment.Where(s => s.File is null))
            {
                await reminders.RunAsync(cancellationToken);
                await notices.RunAsync(cancellationToken);
                await weekly.RunAsync(cancellationToken);
                done(step);
            }
        }
    }
}

/// <param name="File">What arrives; null when the step is the timers' turn.</param>
internal sealed record RunStep(DateTimeOffset At, PlannedFile? File);
