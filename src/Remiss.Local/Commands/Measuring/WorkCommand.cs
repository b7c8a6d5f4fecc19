using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Remiss.Local.Host;
using Remiss.Local.Load;

namespace Remiss.Local.Commands.Measuring;

/// <summary>A worker among others on one storage, for measuring and for trying to break: does what waits until its standard input ends.</summary>
internal static class WorkCommand
{
    private static readonly TimeSpan WhenIdle = TimeSpan.FromMilliseconds(100);

    public static Command Create()
    {
        var command = new Command("work", "Arbetar av det som väntar, utan sidor och tidur, tills standard in tar slut") { Hidden = true };
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var calls = new CallCounts();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await DataFolder.WithHostAsync(
            async host =>
            {
                Console.Out.WriteLine("ready");
                // The console's reader waits in its caller's thread, asynchronous or not.
                var end = Task.Run(
                    () =>
                    {
                        Console.In.ReadToEnd();
                        stop.Cancel();
                    },
                    cancellationToken);
                await host.Get<StepPump>().RunAsync(WhenIdle, e => Console.Error.WriteLine(e.Message), stop.Token);
                await end;
                return 0;
            },
            cancellationToken);
        Console.Out.WriteLine(JsonSerializer.Serialize(WorkDone.Now(calls.Now), RemissJson.Options));
        return 0;
    }
}

/// <summary>What a worker has used up.</summary>
/// <param name="CpuSeconds">Of the worker itself, without the children that read files.</param>
internal sealed record WorkDone(IReadOnlyDictionary<string, long> Calls, double CpuSeconds, long PeakMegabytes)
{
    public static WorkDone Now(IReadOnlyDictionary<string, long> calls)
    {
        using var self = Process.GetCurrentProcess();
        return new(calls, self.TotalProcessorTime.TotalSeconds, self.PeakWorkingSet64 >> 20);
    }
}
