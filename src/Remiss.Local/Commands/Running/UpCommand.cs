using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Local.Azurite;
using Remiss.Local.Host;
using Remiss.Local.Terminal;
using Remiss.Storage;
using Remiss.Web;

namespace Remiss.Local.Commands.Running;

internal static class UpCommand
{
    private const string BaseUrl = "Notifications:BaseUrl";

    private static readonly Option<int> Port =
        new("--port") { Description = "Port på den egna datorn", DefaultValueFactory = _ => 5080 };

    private static readonly Option<string?> Share =
        new("--share") { Description = "Mapp {ärende}/{organisation}/{fil} som bevakas" };

    public static Command Create()
    {
        var command = new Command("up", "Kör tills det stoppas: inkorg, köer, påminnelser, veckobrev och HTTP") { Port, Share };
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(Port), arguments.GetValue(Share), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, string? share, CancellationToken cancellationToken)
    {
        if (share is not null && !Directory.Exists(share)) throw new UserErrorException($"{share}: mappen finns inte. Skapa den, eller rätta --share.");

        await using var storage = await LocalStorage.BeginAsync(DataFolder.Name, Progress.Report, cancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        if (builder.Configuration[BaseUrl] is not { Length: > 0 })
            builder.Configuration.AddInMemoryCollection([new(BaseUrl, $"http://127.0.0.1:{port}")]);
        LocalHost.AddLocal(builder, storage);
        OwnLogin.Add(builder.Services);
        builder.Services.AddHostedService<LocalTriggers>();
        if (share is not null) builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<ShareWatch>(provider, share));

        await using var app = builder.Build();
        app.UseRemiss();
        await storage.Ready;
        await app.Services.GetRequiredService<StorageSetup>().RunAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        Console.Out.WriteLine($"Remiss körs på http://127.0.0.1:{port} (hälsa: /healthz). Stoppa med Ctrl+C.");
        await UntilStoppedAsync(cancellationToken);
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    private static Task UntilStoppedAsync(CancellationToken cancellationToken) =>
        Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ContinueWith(_ => { }, TaskScheduler.Default);
}
