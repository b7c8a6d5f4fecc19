using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Remiss.Tests.Intake.Extraction.Ocr;

/// <summary>Document Intelligence on this machine: takes a file as documented, lets itself be asked, and tells what was asked.</summary>
internal sealed class OcrAccount : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Queue<int> refusals = [];

    private OcrAccount(WebApplication app) => this.app = app;

    public Uri Endpoint => new(app.Urls.First());

    /// <summary>What was sent to be read.</summary>
    public List<byte[]> Files { get; } = [];

    public List<string> Queries { get; } = [];

    public List<string> Authorizations { get; } = [];

    /// <summary>Answers in turn to whoever asks how far it has come; the last one stays.</summary>
    public Queue<JsonNode> Answers { get; } = [];

    public int Requests { get; private set; }

    public string? OperationHost { get; set; }

    public static async Task<OcrAccount> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var account = new OcrAccount(app);
        app.Use(account.RefuseAsync);
        app.MapPost("/documentintelligence/documentModels/prebuilt-read:analyze", account.TakeAsync);
        app.MapGet("/documentintelligence/documentModels/prebuilt-read/analyzeResults/{id}", account.Tell);
        await app.StartAsync();
        return account;
    }

    /// <summary>The next requests are answered so, in turn.</summary>
    public void Refuse(params int[] codes)
    {
        foreach (var code in codes) refusals.Enqueue(code);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        Requests++;
        Authorizations.Add(context.Request.Headers.Authorization.ToString());
        if (!refusals.TryDequeue(out var code)) return next(context);
        context.Response.StatusCode = code;
        context.Response.Headers.RetryAfter = "0";
        return context.Response.WriteAsJsonAsync(new { error = new { code = "InvalidRequest", message = "Nej." } });
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        Queries.Add(request.QueryString.Value!);
        var body = await JsonNode.ParseAsync(request.Body);
        Files.Add(Convert.FromBase64String((string)body!["base64Source"]!));
        request.HttpContext.Response.Headers["Operation-Location"] =
            $"{OperationHost ?? Endpoint.ToString().TrimEnd('/')}/documentintelligence/documentModels/prebuilt-read/analyzeResults/7?api-version=2024-11-30";
        return Results.StatusCode(202);
    }

    private IResult Tell(HttpResponse response)
    {
        var answer = Answers.Count > 1 ? Answers.Dequeue() : Answers.Peek();
        response.Headers.RetryAfter = "1";
        return Results.Content(answer.ToJsonString(), "application/json");
    }
}
