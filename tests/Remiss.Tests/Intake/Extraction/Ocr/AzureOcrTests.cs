using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Tests.Intake.Extraction.Ocr;

public sealed class AzureOcrTests : IAsyncLifetime
{
    private static readonly JsonNode Running = JsonNode.Parse("""{"status":"running","createdDateTime":"2026-01-01T00:00:00Z"}""")!;

    private static readonly JsonNode Succeeded = JsonNode.Parse("""
        {
          "status": "succeeded",
          "analyzeResult": {
            "apiVersion": "2024-11-30", "modelId": "prebuilt-read", "stringIndexType": "utf16CodeUnit",
            "content": "Yttrande\nBolaget är\nför.\n1 (2)\nBilaga",
            "pages": [
              { "pageNumber": 1, "words": [ { "content": "Yttrande", "confidence": 0.99 }, { "content": "är", "confidence": 0.49 } ],
                "lines": [ { "content": "Yttrande" } ] },
              { "pageNumber": 2, "words": [ { "content": "Bilaga", "confidence": 0.9 } ], "lines": [ { "content": "Bilaga" } ] }
            ],
            "paragraphs": [
              { "role": "title", "content": "Yttrande", "boundingRegions": [ { "pageNumber": 1 } ] },
              { "content": "Bolaget är\nför.", "boundingRegions": [ { "pageNumber": 1 } ] },
              { "role": "pageNumber", "content": "1 (2)", "boundingRegions": [ { "pageNumber": 1 } ] },
              { "content": "Bilaga", "boundingRegions": [ { "pageNumber": 2 } ] }
            ]
          }
        }
        """)!;

    private readonly string file = Path.GetTempFileName();
    private OcrAccount account = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        account = await OcrAccount.StartAsync();
        await File.WriteAllBytesAsync(file, [.. Enumerable.Range(0, 100_001).Select(i => (byte)i)], Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        File.Delete(file);
        await account.DisposeAsync();
    }

    [Fact]
    public async Task The_file_is_sent_whole_as_documented_and_its_pages_come_back_as_text()
    {
        account.Answers.Enqueue(Running);
        account.Answers.Enqueue(Succeeded);

        var result = await ReadAsync();

        Assert.Equal(await File.ReadAllBytesAsync(file, Cancellation), Assert.Single(account.Files));
        Assert.Equal("?_overload=analyzeDocument&api-version=2024-11-30&stringIndexType=utf16CodeUnit", Assert.Single(account.Queries));
        Assert.Equal(ExtractionState.Read, result.State);
        Assert.Equal("Yttrande\nBolaget är för.\nBilaga\n", result.Text.Text);
        Assert.Equal([new PageSpan(0, 25), new PageSpan(25, 7)], result.Text.Pages);
        Assert.Equal([ParagraphKind.Heading, ParagraphKind.Body, ParagraphKind.Body], result.Text.Paragraphs.Select(paragraph => paragraph.Kind));
        Assert.Equal(["1 (2)"], result.RunningLines);
        Assert.Equal([new ScannedPage(1, 0.89), new ScannedPage(2, 0.9)], result.Scan!.Pages);
        Assert.Null(AnswerCheck.Fault(result));
    }

    [Fact]
    public async Task Only_the_pages_that_are_asked_for_are_sent_for()
    {
        account.Answers.Enqueue(Succeeded);

        await ReadAsync(pages: [2, 5]);

        Assert.Contains("&pages=2%2C5", Assert.Single(account.Queries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_apps_own_token_goes_with_every_request()
    {
        account.Answers.Enqueue(Succeeded);

        await ReadAsync();

        Assert.Equal(["Bearer prov", "Bearer prov"], account.Authorizations);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(500)]
    public async Task A_busy_or_failing_account_is_asked_again(int code)
    {
        account.Answers.Enqueue(Succeeded);
        account.Refuse(code, code);

        Assert.Equal(ExtractionState.Read, (await ReadAsync()).State);
        Assert.Equal(4, account.Requests);
    }

    [Fact]
    public async Task An_account_that_stays_down_is_an_error_so_that_the_step_is_run_again()
    {
        account.Refuse([.. Enumerable.Repeat(503, 20)]);

        await Assert.ThrowsAsync<RequestFailedException>(() => ReadAsync());
    }

    [Theory]
    [InlineData(400, ExtractionReasons.Corrupt)]
    [InlineData(413, ExtractionReasons.TooLarge)]
    public async Task A_file_that_it_refuses_waits_for_a_person(int code, string reason)
    {
        account.Refuse(code);

        var result = await ReadAsync();

        Assert.Equal(ExtractionState.NeedsOcr, result.State);
        Assert.Equal([reason], result.Reasons);
    }

    [Fact]
    public async Task A_reading_that_failed_because_of_the_file_waits_for_a_person()
    {
        account.Answers.Enqueue(JsonNode.Parse("""{"status":"failed","error":{"code":"InvalidRequest","message":"x","innererror":{"code":"InvalidContent"}}}""")!);

        Assert.Equal([ExtractionReasons.Corrupt], (await ReadAsync()).Reasons);
    }

    [Fact]
    public async Task A_reading_that_failed_because_of_the_service_is_an_error()
    {
        account.Answers.Enqueue(JsonNode.Parse("""{"status":"failed","error":{"code":"InternalServerError","message":"x"}}""")!);

        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync());
    }

    [Fact]
    public async Task A_reading_that_never_ends_is_left_at_the_time_limit()
    {
        account.Answers.Enqueue(Running);

        var result = await ReadAsync(limit: TimeSpan.FromSeconds(30));

        Assert.Equal([ExtractionReasons.TimedOut], result.Reasons);
        Assert.Equal(ExtractionState.NeedsOcr, result.State);
    }

    [Fact]
    public async Task A_picture_without_a_word_has_no_text()
    {
        account.Answers.Enqueue(JsonNode.Parse("""{"status":"succeeded","analyzeResult":{"pages":[{"pageNumber":1,"words":[]}],"paragraphs":[]}}""")!);

        var result = await ReadAsync();

        Assert.Equal(ExtractionState.NeedsOcr, result.State);
        Assert.Equal([ExtractionReasons.NoText], result.Reasons);
    }

    [Fact]
    public async Task Our_token_does_not_go_where_the_answer_points_outside_the_account()
    {
        account.OperationHost = "http://localhost:1";

        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync());

        Assert.Single(account.Authorizations);
    }

    [Fact]
    public void Without_an_address_the_choice_of_azure_says_what_to_set()
    {
        var error = Assert.Throws<InvalidOperationException>(() => AzureOcr.Open(new() { Engine = OcrEngine.Azure }, TimeProvider.System));

        Assert.Contains("Ocr__Endpoint", error.Message, StringComparison.Ordinal);
    }

    private Task<ExtractionResult> ReadAsync(int[]? pages = null, TimeSpan? limit = null)
    {
        var options = new AzureOcr.OcrClientOptions();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
        var pipeline = HttpPipelineBuilder.Build(options, new PlainLogin());
        return new AzureOcr(pipeline, account.Endpoint, limit ?? TimeSpan.FromMinutes(10), new QuickTime(DateTimeOffset.UnixEpoch)).ReadAsync(file, "pdf", pages ?? [], Cancellation);
    }

    /// <summary>The SDK's own sends its token over TLS only.</summary>
    private sealed class PlainLogin : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Authorization", "Bearer prov");
    }
}
