using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Remiss.Tests.Notifications.Graph;

/// <summary>
/// Microsoft Graph on this machine, as far as we use it: refuses what Graph refuses, throttles as Graph throttles, and notes every breach of
/// its limits. Faults can be put before or after it takes a request.
/// </summary>
internal sealed class GraphServer : IAsyncDisposable
{
    public const string Mailbox = "remiss@stadshus.example";

    /// <summary>What arrives so soon after a refusal was sent before it could be known.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(0.5);

    private readonly WebApplication app;
    private readonly TimeProvider time;
    private readonly Lock door = new();
    private readonly Dictionary<string, (DateTimeOffset Since, DateTimeOffset Until)> closed = [];
    private readonly List<DateTimeOffset> notified = [];
    private int mailsNow;
    private int requests;

    private GraphServer(WebApplication app, TimeProvider time)
    {
        this.app = app;
        this.time = time;
    }

    public Uri BaseUrl => new(app.Urls.First() + "/v1.0");

    public ConcurrentDictionary<string, JsonNode> Drafts { get; } = [];

    public ConcurrentQueue<JsonNode> Sent { get; } = [];

    public ConcurrentQueue<(string User, JsonNode Body)> Notifications { get; } = [];

    public ConcurrentQueue<string> Breaches { get; } = [];

    public ConcurrentQueue<string> Log { get; } = [];

    public int MostMailsAtOnce { get; private set; }

    public int Requests => requests;

    /// <summary>Whose Teams has our app.</summary>
    public HashSet<string> Installed { get; } = [];

    /// <summary>Asked for each request, with its number from 1.</summary>
    public Func<HttpRequest, int, Fault?> Faults { get; set; } = (_, _) => null;

    /// <summary>Recipients that the mailbox server turns away.</summary>
    public HashSet<string> FullMailboxes { get; } = [];

    /// <param name="also">What else it serves.</param>
    public static async Task<GraphServer> StartAsync(TimeProvider time, Action<WebApplication>? also = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new GraphServer(app, time);
        app.Use(server.GuardAsync);
        app.MapPost("/v1.0/users/{user}/messages", server.DraftAsync);
        app.MapPost("/v1.0/users/{user}/messages/{id}/send", server.Send);
        app.MapGet("/v1.0/users/{user}/messages/{id}", server.Look);
        app.MapPost("/v1.0/users/{user}/teamwork/sendActivityNotification", server.NotifyAsync);
        also?.Invoke(app);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var number = Interlocked.Increment(ref requests);
        var lane = LaneOf(context.Request.Path.Value!);
        Log.Enqueue($"{context.Request.Method} {context.Request.Path}");
        Enter(lane);
        try
        {
            if (Faults(context.Request, number) is { } fault)
                await FailAsync(context, next, lane, fault);
            else
                await next(context);
        }
        finally
        {
            if (lane == "mail")
                Interlocked.Decrement(ref mailsNow);
        }
    }

    private void Enter(string lane)
    {
        var now = time.GetUtcNow();
        lock (door)
        {
            if (closed.TryGetValue(lane, out var closing) && now < closing.Until && now > closing.Since + OnTheWay)
                Breaches.Enqueue($"{lane}: {(closing.Until - now).TotalSeconds:0.000} s too early");
            if (lane == "teams")
            {
                notified.Add(now);
                if (notified.Count(t => t > now - TimeSpan.FromSeconds(1)) > 5)
                    Breaches.Enqueue("more than 5 notifications in a second");
            }
            else if (lane == "mail")
            {
                MostMailsAtOnce = Math.Max(MostMailsAtOnce, Interlocked.Increment(ref mailsNow));
                if (mailsNow > 4)
                    Breaches.Enqueue("more than 4 mails at once");
            }
        }
    }

    private static string LaneOf(string path) => path switch
    {
        _ when path.EndsWith("sendActivityNotification", StringComparison.Ordinal) => "teams",
        _ when path.StartsWith("/v1.0/users/", StringComparison.Ordinal) => "mail",
        _ => "files",
    };

    private async Task FailAsync(HttpContext context, RequestDelegate next, string lane, Fault fault)
    {
        if (fault.TakesIt)
        {
            var (body, response) = (context.Response.Body, new MemoryStream());
            context.Response.Body = response;
            await next(context);
            context.Response.Body = body;
        }

        if (fault.Status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.Clear();
        context.Response.StatusCode = fault.Status;
        if (fault.RetryAfter is { } pause)
        {
            var until = time.GetUtcNow() + pause;
            if (fault.AsDate)
                until = new DateTimeOffset(until.Ticks - until.Ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero).AddSeconds(1);
            lock (door)
                closed[lane] = (time.GetUtcNow(), until);
            context.Response.Headers.RetryAfter = fault.AsDate
                ? until.ToString("R", CultureInfo.InvariantCulture)
                : ((int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        await ErrorOf(fault.Status, "generalException").ExecuteAsync(context);
    }

    private async Task<IResult> DraftAsync(HttpRequest request, string user)
    {
        var message = (await JsonNode.ParseAsync(request.Body))!;
        if (Wrong(request, user, message) is { } wrong)
            return ErrorOf(400, wrong);
        if (FullMailboxes.Contains(Recipient(message)))
            return ErrorOf(400, "ErrorMailRecipientMailboxFull");

        var id = $"AAkALg{Guid.NewGuid():N}";
        message["id"] = id;
        message["isDraft"] = true;
        Drafts[id] = message;
        return Results.Json(message, statusCode: 201);
    }

    private static string? Wrong(HttpRequest request, string user, JsonNode message)
    {
        if (user != Mailbox)
            return "ErrorAccessDenied";
        if (request.ContentType != "application/json")
            return "UnsupportedMediaType";
        if (request.Headers["Prefer"] != "IdType=\"ImmutableId\"")
            return "NoImmutableId";
        if (message["toRecipients"]!.AsArray().Count != 1 || !MailboxAddress.TryParse(Recipient(message), out _))
            return "ErrorInvalidRecipients";
        if (message["internetMessageHeaders"]?.AsArray().Any(h => !h!["name"]!.GetValue<string>().StartsWith("x-", StringComparison.OrdinalIgnoreCase)) == true)
            return "InvalidInternetMessageHeader";
        if (message["subject"]!.GetValue<string>() is { Length: > 255 } or "" || message["subject"]!.GetValue<string>().Any(char.IsControl))
            return "ErrorInvalidSubject";
        if (message["body"]!["contentType"]!.GetValue<string>() != "html")
            return "ErrorInvalidBody";
        return message["attachments"]?.AsArray().Any(a => Convert.FromBase64String(a!["contentBytes"]!.GetValue<string>()).Length >= 3 << 20) == true
            ? "ErrorAttachmentSizeLimitExceeded"
            : null;
    }

    private IResult Send(HttpRequest request, string user, string id)
    {
        if (user != Mailbox || !Drafts.TryGetValue(id, out var message))
            return ErrorOf(404, "ErrorItemNotFound");
        if (request.ContentLength is > 0)
            return ErrorOf(400, "ErrorUnexpectedBody");
        lock (door)
        {
            if (!message["isDraft"]!.GetValue<bool>())
                return ErrorOf(400, "ErrorInvalidOperation");
            message["isDraft"] = false;
        }

        Sent.Enqueue(message);
        return Results.StatusCode(202);
    }

    private IResult Look(string user, string id) => user == Mailbox && Drafts.TryGetValue(id, out var message)
        ? Results.Json(new { id, isDraft = message["isDraft"]!.GetValue<bool>() })
        : ErrorOf(404, "ErrorItemNotFound");

    private async Task<IResult> NotifyAsync(HttpRequest request, string user)
    {
        var body = (await JsonNode.ParseAsync(request.Body))!;
        var link = body["topic"]!["webUrl"]?.GetValue<string>() ?? "";
        if (body["topic"]!["source"]!.GetValue<string>() != "text" || !link.StartsWith("https://teams.microsoft.com/l/", StringComparison.Ordinal))
            return ErrorOf(400, "InvalidTopic");
        if (body["previewText"]!["content"]!.GetValue<string>().Length > 150)
            return ErrorOf(400, "PreviewTooLong");
        if (body["activityType"]!.GetValue<string>() != "systemDefault" || body["templateParameters"]![0]!["name"]!.GetValue<string>() != "systemDefaultText")
            return ErrorOf(400, "InvalidActivityType");
        if (!Installed.Contains(user))
            return ErrorOf(user.StartsWith("guest", StringComparison.Ordinal) ? 403 : 404, "NotFound");

        Notifications.Enqueue((user, body));
        return Results.NoContent();
    }

    public static string Recipient(JsonNode message) => message["toRecipients"]![0]!["emailAddress"]!["address"]!.GetValue<string>();

    public static IResult ErrorOf(int status, string code) =>
        Results.Json(new { error = new { code, message = "Something about svar@sisab.example." } }, JsonSerializerOptions.Web, statusCode: status);
}

/// <param name="Status">0 cuts the connection.</param>
/// <param name="TakesIt">The request is carried out all the same.</param>
internal sealed record Fault(int Status, TimeSpan? RetryAfter = null, bool AsDate = false, bool TakesIt = false);
