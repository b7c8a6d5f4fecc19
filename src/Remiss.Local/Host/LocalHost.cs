using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Remiss.Local.Azurite;
using Remiss.Local.Runs;
using Remiss.Storage;

namespace Remiss.Local.Host;

/// <summary>The product's parts on this machine, on the storage in use.</summary>
internal sealed class LocalHost : IAsyncDisposable
{
    private readonly LocalStorage storage;
    private readonly IHost host;

    private LocalHost(LocalStorage storage, IHost host)
    {
        this.storage = storage;
        this.host = host;
    }

    public SteppedClock Clock => Get<SteppedClock>();

    public static async Task<LocalHost> StartAsync(
        string dataFolder, Action<string> report, CancellationToken cancellationToken, Action<HostApplicationBuilder>? configure = null)
    {
        var storage = await LocalStorage.OpenAsync(dataFolder, report, cancellationToken);
        try
        {
            var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
            AddLocal(builder, storage);
            configure?.Invoke(builder);
            var host = builder.Build();
            await host.Services.GetRequiredService<StorageSetup>().RunAsync(cancellationToken);
            return new(storage, host);
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a machine has instead of the Functions host: a storage, a pump, a clock that can be set, logs on standard error.</summary>
    public static void AddLocal(IHostApplicationBuilder builder, LocalStorage storage)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["AzureWebJobsStorage"] = storage.ConnectionString });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(o => o.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton(storage);
        builder.Services.AddSingleton<SteppedClock>();
        builder.Services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SteppedClock>());
        builder.Services.AddSingleton<StepPump>();
        builder.Services.AddSingleton<SharedFiles>();
        builder.Services.AddSingleton<CaseRun>();
        builder.Services.AddSingleton<RunFolder>();
        builder.AddRemiss();
    }

    public T Get<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Of something that the product itself does not have.</summary>
    public T Create<T>() => ActivatorUtilities.CreateInstance<T>(host.Services);

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable) await disposable.DisposeAsync();
        await storage.DisposeAsync();
    }
}
