using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using Moq;
using Remiss;
using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Storage;
using Remiss.Tests.Storage;

namespace RemissFunctions.Tests;

/// <summary>Each function, made as the worker makes it, and what it does to the storage.</summary>
public sealed class FunctionTests
{
    private const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static readonly DocumentId Id = new("ks-1", "sisab", Sha256);

    private readonly MockedStorage storage = new();

    public static TheoryData<Type> Functions => [.. AppFunctions.All.Select(function => function.DeclaringType!)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_function_can_be_made(Type function)
    {
        await using var services = storage.Build();

        Assert.NotNull(ActivatorUtilities.CreateInstance(services, function));
    }

    [Fact]
    public async Task The_app_listens_before_it_has_heard_of_the_storage()
    {
        var keys = storage.Blob("keys", "forms.xml");
        await using var services = storage.Build();

        foreach (var service in services.GetServices<IHostedService>()) await service.StartAsync(Cancellation);

        Assert.Empty(keys.Invocations);
    }

    [Fact]
    public async Task Receive_keeps_the_file_notes_it_sends_it_on_and_takes_it_out_of_the_inbox()
    {
        storage["recipient|sisab"] = new TableEntity("ks-1", "recipient|sisab")
        {
            ["organisation"] = "sisab",
            ["order"] = 1L,
            ["deadline"] = "2023-10-06",
            ["deadlineSince"] = "2023-09-11",
        };
        var blob = storage.Blob("inbox", "ks-1/sisab/svar.txt");
        blob.Setup(b => b.DownloadStreamingAsync(null, It.IsAny<CancellationToken>())).ReturnsAsync(Response.FromValue(
            BlobsModelFactory.BlobDownloadStreamingResult(
                new MemoryStream(Encoding.UTF8.GetBytes("test")),
                BlobsModelFactory.BlobDownloadDetails(contentLength: 4, eTag: new ETag("one"), metadata: new Dictionary<string, string>())),
            new StorageResponse(200)));
        var original = storage.Blob("originals", Sha256);

        await RunAsync<ReceiveFunction>(f => f.RunAsync(blob.Object, Cancellation));

        original.Verify(b => b.UploadAsync(
            It.IsAny<Stream>(), It.Is<BlobUploadOptions>(o => o.Conditions.IfNoneMatch == ETag.All), It.IsAny<CancellationToken>()));
        Assert.Contains(storage.Written, row => row.RowKey == $"document|sisab|{Sha256}" && row.PartitionKey == "ks-1");
        Assert.Contains(storage.Written, row => row.RowKey.StartsWith("arrival|", StringComparison.Ordinal));
        Assert.Equal([$$"""extract: {"case":"ks-1","organisation":"sisab","sha256":"{{Sha256}}"}"""], storage.Messages);
        blob.Verify(b => b.DeleteAsync(
            DeleteSnapshotsOption.None, It.Is<BlobRequestConditions>(c => c.IfMatch == new ETag("one")), It.IsAny<CancellationToken>()));
    }

    [Fact]
    public async Task Extract_keeps_the_text_and_sends_the_document_on()
    {
        DocumentIs("received");
        storage.Extractor.Setup(e => e.ExtractAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Callback(() => DocumentIs("extracted"))
            .ReturnsAsync(new ExtractionResult { State = ExtractionState.Read, Format = "txt", Text = new("test", [new(0, 4)], []) });
        var text = storage.Blob("text", Sha256 + ".json");

        await RunAsync<ExtractFunction>(f => f.RunAsync(Id, Cancellation));

        text.Verify(b => b.UploadAsync(It.IsAny<BinaryData>(), true, It.IsAny<CancellationToken>()));
        Assert.Equal("extracted", Assert.Single(storage.Written, row => row.RowKey.StartsWith("document|", StringComparison.Ordinal))["state"]);
        Assert.StartsWith("classify: ", Assert.Single(storage.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Classify_judges_the_document()
    {
        DocumentIs("extracted");
        var text = new StoredText(new("Bolaget har inget att erinra.", [new(0, 29)], [new(0, 29, ParagraphKind.Body)]), null, []);
        storage.Blob("text", Sha256 + ".json").Setup(b => b.DownloadContentAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Response.FromValue(
            BlobsModelFactory.BlobDownloadResult(BinaryData.FromObjectAsJson(text, RemissJson.Options)), Mock.Of<Response>()));

        await RunAsync<ClassifyFunction>(f => f.RunAsync(Id, Cancellation));

        var judged = Assert.Single(storage.Written, row => row.RowKey.StartsWith("document|", StringComparison.Ordinal));
        Assert.Equal("review", judged["state"]);
        Assert.NotNull(judged["classification"]);
    }

    [Theory]
    [InlineData("received")]
    [InlineData("extracted")]
    public async Task A_poison_message_fails_the_document_that_stands_before_its_step(string state)
    {
        DocumentIs(state);

        if (state == "received") await RunAsync<ExtractPoisonFunction>(f => f.RunAsync(Id, Cancellation));
        else await RunAsync<ClassifyPoisonFunction>(f => f.RunAsync(Id, Cancellation));

        Assert.Equal("failed", Assert.Single(storage.Written, row => row.RowKey.StartsWith("document|", StringComparison.Ordinal))["state"]);
    }

    [Theory]
    [InlineData("extracted")]
    [InlineData("accepted")]
    public async Task A_late_poison_message_leaves_a_document_that_got_past_its_step(string state)
    {
        DocumentIs(state);

        await RunAsync<ExtractPoisonFunction>(f => f.RunAsync(Id, Cancellation));

        Assert.Empty(storage.Written);
    }

    [Fact]
    public async Task A_poison_blob_is_told_in_the_audit_log()
    {
        await RunAsync<ReceivePoisonFunction>(f => f.RunAsync(new PoisonBlob("inbox", "ks-1/sisab/svar.pdf", "one"), Cancellation));

        var entry = Assert.Single(storage.Written);
        Assert.Equal(("receive_failed", "ks-1/sisab/svar.pdf"), (entry["what"], entry["subject"]));
    }

    [Fact]
    public async Task Sweep_receives_what_still_lies_in_the_inbox()
    {
        var left = storage.Blob("inbox", "ks-1/sisab/svar.txt");
        left.Setup(b => b.DownloadStreamingAsync(null, It.IsAny<CancellationToken>())).ThrowsAsync(new RequestFailedException(404, "gone"));
        storage.Container("inbox").Setup(c => c.GetBlobsAsync(It.IsAny<GetBlobsOptions>(), It.IsAny<CancellationToken>())).Returns(
            AsyncPageable<BlobItem>.FromPages([Page<BlobItem>.FromValues([BlobsModelFactory.BlobItem("ks-1/sisab/svar.txt", properties: BlobsModelFactory.BlobItemProperties(false, contentLength: 1))], null, new StorageResponse(200))]));

        await RunAsync<SweepFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));

        left.Verify(b => b.DownloadStreamingAsync(null, It.IsAny<CancellationToken>()), Times.Once);
    }

    [Fact]
    public async Task The_runs_that_send_ask_for_the_open_cases()
    {
        await RunAsync<DispatchFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));
        OpenCasesWereAskedFor();
        await RunAsync<RemindersFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));
        OpenCasesWereAskedFor();
        await RunAsync<WeeklyFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));
        OpenCasesWereAskedFor();
        await RunAsync<DailyFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));
        OpenCasesWereAskedFor();

        void OpenCasesWereAskedFor()
        {
            storage.Table.Verify(t => t.QueryAsync<TableEntity>(
                It.Is<string>(filter => filter.Contains("open-case", StringComparison.Ordinal)), null, null, It.IsAny<CancellationToken>()));
            storage.Table.Invocations.Clear();
        }
    }

    [Fact]
    public async Task Share_reads_the_library_and_notes_how_far()
    {
        storage.Settings["Share:DriveId"] = "b!library";
        var asked = GraphAnswers(new Microsoft.Graph.Drives.Item.Items.Item.Delta.DeltaGetResponse { Value = [], OdataDeltaLink = "https://graph.example/later" });

        await RunAsync<ShareFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));

        Assert.StartsWith("https://graph.example/v1.0/drives/b%21library/items/root/delta", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal(("_share", "https://graph.example/later"), Checkpoint());
    }

    [Fact]
    public async Task Mailbox_reads_the_shared_mailbox_and_notes_how_far()
    {
        storage.Settings["Graph:Mailbox"] = "remiss@staden.example";
        var asked = GraphAnswers(
            new Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta.DeltaGetResponse { Value = [], OdataDeltaLink = "https://graph.example/later" });

        await RunAsync<MailboxFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));

        Assert.StartsWith("https://graph.example/v1.0/users/remiss%40staden.example/mailFolders/inbox/messages/delta", Assert.Single(asked), StringComparison.Ordinal);
        Assert.Equal(("_mailbox", "https://graph.example/later"), Checkpoint());
    }

    [Fact]
    public async Task Without_a_library_and_a_mailbox_their_timers_ask_nothing()
    {
        await RunAsync<ShareFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));
        await RunAsync<MailboxFunction>(f => f.RunAsync(new TimerInfo(), Cancellation));

        Assert.Empty(storage.Written);
    }

    private List<string> GraphAnswers<T>(T page)
        where T : IParsable
    {
        List<string> asked = [];
        storage.Graph
            .Setup(g => g.SendAsync(
                It.IsAny<RequestInformation>(), It.IsAny<ParsableFactory<T>>(), It.IsAny<Dictionary<string, ParsableFactory<IParsable>>>(), It.IsAny<CancellationToken>()))
            .Callback((RequestInformation request, ParsableFactory<T> _, Dictionary<string, ParsableFactory<IParsable>> _, CancellationToken _) => asked.Add(request.URI.AbsoluteUri))
            .ReturnsAsync(page);
        return asked;
    }

    private (string Partition, object Link) Checkpoint()
    {
        var row = Assert.Single(storage.Written, row => row.RowKey == "checkpoint");
        return (row.PartitionKey, row["link"]);
    }

    [Theory]
    [InlineData("/healthz", 200)]
    [InlineData("/upload/ingen", 404)]
    [InlineData("/api/cases/ks-9", 401)]
    [InlineData("/ingenstans", 401)]
    public async Task Web_answers_through_our_own_endpoints_whatever_the_worker_has_chosen(string path, int status)
    {
        await using var services = storage.Build();
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = "GET";
        context.Request.Path = path;
        context.SetEndpoint(new Endpoint(_ => throw new InvalidOperationException("The worker's endpoint was entered again."), null, "worker"));

        await new WebFunction(services.GetRequiredService<Remiss.Web.RemissPipeline>()).RunAsync(context.Request);

        Assert.Equal(status, context.Response.StatusCode);
    }

    private async Task RunAsync<T>(Func<T, Task> run)
    {
        await using var services = storage.Build();
        await run(ActivatorUtilities.CreateInstance<T>(services));
    }

    private void DocumentIs(string state) => storage[$"document|sisab|{Sha256}"] = new TableEntity("ks-1", $"document|sisab|{Sha256}")
    {
        ["organisation"] = "sisab",
        ["sha256"] = Sha256,
        ["path"] = "ks-1/sisab/svar.txt",
        ["size"] = 4L,
        ["state"] = state,
        ["arrivedAt"] = "2023-10-02T09:00:00+00:00",
    };
}
