using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>Stands in for the Functions host, as far as a worker that starts can tell.</summary>
internal sealed class WorkerHost(WebApplication server) : IAsyncDisposable
{
    public string Address => server.Urls.Single();

    public Switchboard Switchboard => server.Services.GetRequiredService<Switchboard>();

    public static async Task<WorkerHost> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<Switchboard>();
        var server = builder.Build();
        server.MapGrpcService<Switchboard>();
        await server.StartAsync();
        return new(server);
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
