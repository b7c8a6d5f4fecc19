using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Remiss.Intake.Extraction.Ocr;

/// <summary>
/// Azure AI Document Intelligence, model prebuilt-read, over its REST API
/// (https://learn.microsoft.com/rest/api/aiservices/document-models/analyze-document). The file goes to the account as it is; what comes
/// back is JSON. Being throttled or failed by the service is waited for and tried again, and in the end thrown, so that the step is run again.
/// </summary>
internal sealed class AzureOcr(HttpPipeline pipeline, Uri endpoint, TimeSpan timeLimit, TimeProvider time) : IOcrEngine
{
    private const string ApiVersion = "2024-11-30";
    private const string Scope = "https://cognitiveservices.azure.com/.default";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public static AzureOcr Open(OcrOptions options, TimeProvider time)
    {
        if (string.IsNullOrEmpty(options.Endpoint)) throw new InvalidOperationException("Ocr__Engine is azure: set Ocr__Endpoint to the address of the Document Intelligence account.");
        var pipeline = HttpPipelineBuilder.Build(new OcrClientOptions(), new BearerTokenAuthenticationPolicy(new DefaultAzureCredential(), Scope));
        return new(pipeline, new Uri(options.Endpoint), options.TimeLimit, time);
    }

    public Task<string?> MissingAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public async Task<ExtractionResult> ReadAsync(string path, string format, IReadOnlyList<int> pages, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var answer = await SendAsync(path, pages, either.Token);
            if (answer.Status is 413) return Unread(format, ExtractionReasons.TooLarge);
            if (answer.Status is 400) return Unread(format, ExtractionReasons.Corrupt);
            if (answer.Status is not 202 || !answer.Headers.TryGetValue("Operation-Location", out var operation)) throw new RequestFailedException(answer);
            return await WaitAsync(new Uri(operation), format, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Unread(format, ExtractionReasons.TimedOut);
        }
    }

    private static ExtractionResult Unread(string format, string reason) =>
        new() { State = ExtractionState.NeedsOcr, Format = format, Reasons = [reason] };

    private async Task<Response> SendAsync(string path, IReadOnlyList<int> pages, CancellationToken cancellationToken)
    {
        using var message = pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        var uri = message.Request.Uri;
        uri.Reset(new Uri(endpoint, "/documentintelligence/documentModels/prebuilt-read:analyze"));
        uri.AppendQuery("_overload", "analyzeDocument");
        uri.AppendQuery("api-version", ApiVersion);
        uri.AppendQuery("stringIndexType", "utf16CodeUnit");
        if (pages.Count > 0) uri.AppendQuery("pages", string.Join(',', pages));
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Content = new FileAsJson(path);
        await pipeline.SendAsync(message, cancellationToken);
        return message.Response;
    }

    private async Task<ExtractionResult> WaitAsync(Uri operation, string format, CancellationToken cancellationToken)
    {
        // The address comes from outside, and our token goes with the request.
        if (operation.Host != endpoint.Host || operation.Port != endpoint.Port) throw new InvalidOperationException("The Document Intelligence account answered with an address of another host.");

        while (true)
        {
            using var message = pipeline.CreateMessage();
            message.Request.Uri.Reset(operation);
            await pipeline.SendAsync(message, cancellationToken);
            if (message.Response.Status is not 200) throw new RequestFailedException(message.Response);

            var analysis = JsonSerializer.Deserialize(message.Response.Content, AzureOcrJson.Default.AzureAnalysis);
            switch (analysis?.Status)
            {
                case "succeeded" when analysis.AnalyzeResult is { } result:
                    return AzureOcrText.Result(result, format);
                case "notStarted" or "running":
                    await Task.Delay(Pause(message.Response), time, cancellationToken);
                    break;
                case "failed" when analysis.Error?.Code is "InvalidRequest" or "InvalidArgument":
                    return Unread(format, ExtractionReasons.Corrupt);
                default:
                    throw new InvalidOperationException($"Document Intelligence ended the reading with {analysis?.Status} {analysis?.Error?.Code}.");
            }
        }
    }

    private static TimeSpan Pause(Response response) =>
        response.Headers.TryGetValue("Retry-After", out var seconds) && int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var wait) && wait > 0
            ? TimeSpan.FromSeconds(wait)
            : BetweenLooks;

    internal sealed class OcrClientOptions : ClientOptions;

    /// <summary>{"base64Source": "…"} without holding the file in memory.</summary>
    private sealed class FileAsJson(string path) : RequestContent
    {
        public override async Task WriteToAsync(Stream stream, CancellationToken cancellation)
        {
            await stream.WriteAsync("{\"base64Source\":\""u8.ToArray(), cancellation);
            using (var encoder = new ToBase64Transform())
            await using (var encoded = new CryptoStream(stream, encoder, CryptoStreamMode.Write, leaveOpen: true))
            await using (var file = File.OpenRead(path))
            {
                await file.CopyToAsync(encoded, 3 << 14, cancellation);
            }

            await stream.WriteAsync("\"}"u8.ToArray(), cancellation);
        }

        public override void WriteTo(Stream stream, CancellationToken cancellation) => WriteToAsync(stream, cancellation).GetAwaiter().GetResult();

        public override bool TryComputeLength(out long length)
        {
            length = 19 + (4 * ((new FileInfo(path).Length + 2) / 3));
            return true;
        }

        public override void Dispose()
        {
        }
    }
}
