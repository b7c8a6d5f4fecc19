using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions.Authentication;
using Remiss.Dispatch;
using Remiss.Intake;
using Remiss.Local.Azurite;
using Remiss.Local.Host;
using Remiss.Notifications;
using Remiss.Notifications.Graph;
using Remiss.Notifications.Workflows;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Chaos.Workers;

/// <summary>
/// The product as one process: queues, sweep, timers, and the events that come as lines on standard input (<c>event NAME</c>,
/// <c>ahead SECONDS</c>). Ends with its standard input.
/// </summary>
internal static class ChaosWorker
{
    private const int EventAttempts = 5;

    /// <summary>As many as the Functions host hands out.</summary>
    private static readonly SemaphoreSlim EventsAtOnce = new(16);

    private static readonly TimeSpan WhenIdle = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan BetweenLetters = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenTimers = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Uri graph, int number, TimeSpan ahead, TimeSpan sweep, CancellationToken cancellationToken)
    {
        var skew = TimeSpan.FromSeconds(number * 7);
        var clock = new RunClock(ahead + skew);
        await using var storage = await LocalStorage.OpenAsync(".remiss", _ => { }, cancellationToken);
        using var host = Build(storage, clock, graph);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (pump, reconciliation) = (host.Services.GetRequiredService<StepPump>(), host.Services.GetRequiredService<ReconciliationRun>());
        await Console.Out.WriteLineAsync("ready");
        Task[] loops =
        [
            EveryAsync(WhenIdle, async ct => { while (await pump.PumpQueuesAsync(ct) > 0) { } }, stop.Token),
            EveryAsync(sweep, reconciliation.RunOrThrowAsync, stop.Token),
            EveryAsync(BetweenLetters, host.Services.GetRequiredService<DispatchRun>().RunAsync, stop.Token),
            EveryAsync(BetweenTimers, host.Services.GetRequiredService<ReminderRun>().RunAsync, stop.Token),
            EveryAsync(BetweenTimers, host.Services.GetRequiredService<DailyNoticeRun>().RunAsync, stop.Token),
            EveryAsync(BetweenTimers, host.Services.GetRequiredService<WeeklyReportRun>().RunAsync, stop.Token),
        ];
        while (await Console.In.ReadLineAsync(cancellationToken) is { } line)
        {
            var argument = line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
            if (line.StartsWith("event ", StringComparison.Ordinal)) _ = ReceiveAsync(host.Services, argument, stop.Token);
            else clock.Ahead = TimeSpan.FromSeconds(double.Parse(argument, CultureInfo.InvariantCulture)) + skew;
        }

        await stop.CancelAsync();
        await Task.WhenAll(loops);
        return 0;
    }

    public static IHost Build(LocalStorage storage, RunClock clock, Uri graph)
    {
        var builder = Host.CreateApplicationBuilder();
        LocalHost.AddLocal(builder, storage);
        builder.Logging.SetMinimumLevel(Environment.GetEnvironmentVariable("CHAOS_LOG") is { Length: > 0 } ? LogLevel.Warning : LogLevel.None);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.Configure<PumpOptions>(o => (o.Hidden, o.FirstPause) = (TimeSpan.FromSeconds(6), TimeSpan.FromMilliseconds(300)));
        builder.Services.AddSingleton<INotifier>(provider => new GraphNotifier(
            new(() => GraphConnection.Open(graph, new AnonymousAuthenticationProvider(), clock)),
            Options.Create(new GraphOptions { Mailbox = GraphServer.Mailbox, TeamsAppId = "5c3f1d2e-0000-4000-8000-000000000001" }),
            provider.GetRequiredService<IOptions<NotificationOptions>>(),
            provider.GetRequiredService<WorkflowsWebhook>()));
        return builder.Build();
    }

    /// <summary>As the Functions host does with an event: five tries, then a note.</summary>
    private static async Task ReceiveAsync(IServiceProvider services, string name, CancellationToken stop)
    {
        await EventsAtOnce.WaitAsync(stop);
        try
        {
            await TryReceiveAsync(services, name, stop);
        }
        finally
        {
            EventsAtOnce.Release();
        }
    }

    private static async Task TryReceiveAsync(IServiceProvider services, string name, CancellationToken stop)
    {
        for (var attempt = 1; attempt <= EventAttempts; attempt++)
        {
            try
            {
                await services.GetRequiredService<ReceiveHandler>().HandleAsync(services.GetRequiredService<BlobContainers>().Inbox.GetBlobClient(name), stop);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
            }
        }

        await TryAsync(ct => services.GetRequiredService<PoisonBlobHandler>().HandleAsync(new(BlobContainers.InboxName, name, ""), ct), stop);
    }

    private static async Task EveryAsync(TimeSpan pause, Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await TryAsync(work, stop);
            await Task.Delay(pause, stop).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static async Task TryAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        try
        {
            await work(stop);
        }
        catch (Exception e)
        {
            if (Environment.GetEnvironmentVariable("CHAOS_LOG") is { Length: > 0 }) await Console.Error.WriteLineAsync(e.ToString());
        }
    }
}
