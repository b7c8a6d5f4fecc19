using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Remiss.Tests.Notifications.Workflows;

/// <summary>A flow of Teams on this machine: takes a message with one Adaptive Card, of the size that Teams takes.</summary>
internal sealed class FlowServer : IAsyncDisposable
{
    private const string Signature = "s3cret";
    private const int LargestMessage = 28 * 1024;

    private readonly WebApplication app;

    private FlowServer(WebApplication app) => this.app = app;

    public Uri Address => new($"{app.Urls.First()}/workflows/1/triggers/manual/paths/invoke?sig={Signature}");

    public ConcurrentQueue<JsonNode> Cards { get; } = [];

    public int? Answers { get; set; }

    /// <summary>The connection ends after the message has been read.</summary>
    public bool Cuts { get; set; }

    public static async Task<FlowServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var server = new FlowServer(app);
        app.MapPost("/workflows/1/triggers/manual/paths/invoke", server.TakeAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var isOurs = context.Request.Query["sig"] == Signature && context.Request.ContentType == "application/json; charset=utf-8";
        if (!isOurs || context.Request.ContentLength is not <= LargestMessage)
        {
            context.Response.StatusCode = isOurs ? 413 : 401;
            return;
        }

        var message = (await JsonNode.ParseAsync(context.Request.Body))!;
        var attachment = message["attachments"]![0]!;
        Assert.Equal(("message", "application/vnd.microsoft.card.adaptive"), ((string)message["type"]!, (string)attachment["contentType"]!));
        if (Answers is null or < 300)
            Cards.Enqueue(attachment["content"]!);
        if (Cuts)
            context.Abort();
        context.Response.StatusCode = Answers ?? 202;
    }
}
