using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Remiss.Chaos.Storage;

/// <summary>
/// Stands between the workers and Azurite and does to their calls what a storage does on a bad day. For the inbox its clock is the run's: a file
/// gets it as its Last-Modified, the same for ever for the same ETag, and each answer as its Date, whatever the caller's own clock says.
/// </summary>
internal sealed class FaultProxy : IAsyncDisposable
{
    private static readonly HashSet<string> Skipped = new(["Host", "Transfer-Encoding", "Connection"], StringComparer.OrdinalIgnoreCase);

    private readonly WebApplication app;
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly ConcurrentDictionary<string, DateTimeOffset> stamps = new(StringComparer.Ordinal);
    private readonly Random random;
    private readonly RunClock clock;
    private readonly Lock door = new();
    private readonly Dictionary<int, (int Port, int Slot)> targets = [];
    private readonly List<string> connections = [];
    private readonly ConcurrentDictionary<int, CallDeath> deaths = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> taken = new(StringComparer.Ordinal);
    private readonly int[] faults = new int[Enum.GetValues<StorageFault>().Length];
    private long calls;

    private FaultProxy(WebApplication app, int seed, RunClock clock)
    {
        this.app = app;
        this.clock = clock;
        random = new(seed);
    }

    /// <summary>The share of calls that go wrong.</summary>
    public double Rate { get; set; }

    public long Calls => calls;

    public long Faults => faults.Sum();

    /// <summary>How often which, in words.</summary>
    public string FaultsByKind => string.Join(", ", Enum.GetValues<StorageFault>().Select(kind => $"{faults[(int)kind]} {kind}"));

    /// <summary>Each of those who call has ports of its own, so that one can be told from another.</summary>
    public string ConnectionOf(int slot) => connections[slot];

    /// <summary>When the file last left the inbox, in real time.</summary>
    public DateTimeOffset? TakenAt(string blob) => taken.TryGetValue(blob, out var at) ? at : null;

    /// <summary>Hashes of originals that nobody can read until somebody has mended them.</summary>
    public ConcurrentDictionary<string, bool> Broken { get; } = [];

    public static async Task<FaultProxy> StartAsync(string connection, int seed, RunClock clock, int slots = 1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var ports = StorageEndpoints.PortsOf(connection);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            for (var port = 0; port < slots * ports.Count; port++) kestrel.Listen(IPAddress.Loopback, 0);
        });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var proxy = new FaultProxy(app, seed, clock);
        app.Run(proxy.TakeAsync);
        await app.StartAsync();
        foreach (var (slot, own) in app.Urls.Select(url => new Uri(url).Port).Chunk(ports.Count).Index())
        {
            foreach (var (port, target) in own.Zip(ports)) proxy.targets[port] = (target, slot);
            proxy.connections.Add(StorageEndpoints.WithPorts(connection, ports.Zip(own).ToDictionary(p => p.First, p => p.Second)));
        }

        return proxy;
    }

    /// <summary>At the caller's so many-th call from now its answer stays away, for ever: whoever waits for the death kills it then.</summary>
    public CallDeath DieAt(int slot, int call, bool isCarriedOut) => deaths[slot] = new(call, isCarriedOut);

    /// <summary>When the version of a file came in, by the run's clock.</summary>
    public DateTimeOffset Stamp(string etag) => stamps.GetOrAdd(etag.Trim('"'), _ => clock.WholeSecond);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref calls);
        if (IsBroken(context.Request))
        {
            await AnswerAsync(context, 403);
            return;
        }

        if (deaths.TryGetValue(targets[context.Connection.LocalPort].Slot, out var death) && death.IsNow())
        {
            await DieAsync(context, death);
            return;
        }

        switch (Draw(context.Request))
        {
            case StorageFault.Precondition:
                await AnswerAsync(context, 412);
                break;
            case StorageFault.TooMany:
                await AnswerAsync(context, 429);
                break;
            case StorageFault.InternalError:
                await AnswerAsync(context, 500);
                break;
            case StorageFault.Unavailable:
                await AnswerAsync(context, 503);
                break;
            case StorageFault.CutBefore:
                context.Abort();
                break;
            case StorageFault.CutAfter:
                (await ForwardAsync(context)).Dispose();
                context.Abort();
                break;
            case StorageFault.ErrorAfter:
                (await ForwardAsync(context)).Dispose();
                await AnswerAsync(context, 500);
                break;
            case StorageFault.Slow:
                await Task.Delay(TimeSpan.FromSeconds(Next() * 3));
                await PassAsync(context);
                break;
            default:
                await PassAsync(context);
                break;
        }
    }

    private async Task DieAsync(HttpContext context, CallDeath death)
    {
        if (death.IsCarriedOut) (await ForwardAsync(context)).Dispose();
        death.Come();
        await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private bool IsBroken(HttpRequest request) =>
        !Broken.IsEmpty && HttpMethods.IsGet(request.Method) && Broken.ContainsKey(request.Path.Value![(request.Path.Value!.LastIndexOf('/') + 1)..]);

    private StorageFault? Draw(HttpRequest request)
    {
        if (Next() >= Rate) return null;
        var fault = (StorageFault)(int)(Next() * Enum.GetValues<StorageFault>().Length);
        if (fault is StorageFault.Precondition && request.Headers.IfNoneMatch.Count > 0) return null;
        Interlocked.Increment(ref faults[(int)fault]);
        return fault;
    }

    private double Next()
    {
        lock (door) return random.NextDouble();
    }

    /// <summary>Half of the refusals ask for a short pause, half leave it to the caller.</summary>
    private async Task AnswerAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status is 429 or 503 && Next() < 0.5) context.Response.Headers["x-ms-retry-after-ms"] = "50";
        await context.Response.CompleteAsync();
    }

    private async Task PassAsync(HttpContext context)
    {
        using var answer = await ForwardAsync(context);
        var response = context.Response;
        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            if (!Skipped.Contains(name)) response.Headers[name] = values.ToArray();
        }

        if (HttpMethods.IsDelete(context.Request.Method) && answer.IsSuccessStatusCode && IsInbox(context.Request))
            taken[context.Request.Path.Value!.Split('/', 4)[3]] = TimeProvider.System.GetUtcNow();
        if (IsInbox(context.Request) || ListsInbox(context.Request)) response.Headers.Date = clock.WholeSecond.ToString("R", CultureInfo.InvariantCulture);
        if (answer.Headers.ETag is { } etag && answer.Content.Headers.LastModified is not null && IsInbox(context.Request))
            response.Headers.LastModified = Stamp(etag.Tag).ToString("R", CultureInfo.InvariantCulture);
        if (HttpMethods.IsHead(context.Request.Method) || answer.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified) return;
        await answer.Content.CopyToAsync(response.Body, context.RequestAborted);
    }

    private static bool ListsInbox(HttpRequest request) => request.Path.Value!.Split('/') is [_, _, "inbox"];

    private static bool IsInbox(HttpRequest request) => request.Path.Value!.Split('/') is [_, _, "inbox", _, ..];

    private async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        var request = context.Request;
        var address = $"http://127.0.0.1:{targets[context.Connection.LocalPort].Port}{context.Features.Get<IHttpRequestFeature>()!.RawTarget}";
        var asIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), new Uri(address, asIs));
        if (request.ContentLength is not null || request.Headers.TransferEncoding.Count > 0) forwarded.Content = new StreamContent(request.Body);
        foreach (var (name, values) in request.Headers)
        {
            if (Skipped.Contains(name)) continue;
            if (!forwarded.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                forwarded.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        return await http.SendAsync(forwarded, context.RequestAborted);
    }
}
