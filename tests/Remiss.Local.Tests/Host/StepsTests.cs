using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;
using Remiss.Local.Azurite;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Tests.Host;

/// <summary>The steps on a real emulator, with an extractor that can be told to fail.</summary>
public sealed class StepsTests : IAsyncLifetime
{
    private const string CaseId = "ks-1";

    private readonly TemporaryFolder folder = new();
    private readonly FailingExtractor extractor = new();
    private readonly Mock<IOcrEngine> ocr = new();
    private LocalHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private BlobContainerClient Inbox => host.Get<BlobContainers>().Inbox;

    private RemissLedger Ledger => host.Get<RemissLedger>();

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.StartAsync(
            Path.Combine(folder.Path, ".remiss"),
            _ => { },
            Cancellation,
            builder =>
            {
                builder.Services.AddSingleton<IDocumentExtractor>(extractor);
                builder.Services.AddSingleton(ocr.Object);
                builder.Services.Configure<PumpOptions>(o => o.FirstPause = TimeSpan.FromMilliseconds(50));
                builder.Services.Configure<IntakeOptions>(o => o.EmptyFileGrace = TimeSpan.FromMinutes(10));
            });
        await host.Get<CaseRegistration>().RegisterAsync(
            new RemissCase
            {
                Id = CaseId,
                Dnr = "KS 2023/740",
                Title = "Samverkansöverenskommelse",
                Remitter = "Kommunstyrelsen",
                CoordinatingBody = "stadshus",
                RemittedOn = new(2023, 9, 11),
                RecipientDeadline = new(2023, 10, 6),
                RemitterDeadline = new(2023, 10, 27),
                Coordinators = [new("Ylva Provlund", "Handläggare", "ylva@stadshus.example")],
                Recipients = ["sisab", "micasa"],
            },
            new Register(
            [
                new() { Id = "stadshus", Name = "Stockholms Stadshus AB" },
                new() { Id = "sisab", Name = "Skolfastigheter i Stockholm AB", ShortName = "SISAB" },
                new() { Id = "micasa", Name = "Micasa Fastigheter i Stockholm AB" },
            ]),
            Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_original_is_kept_byte_for_byte_and_the_inbox_is_emptied()
    {
        await PutAsync("ks-1/sisab/svar.txt", "Bolaget har inget att erinra.");

        await DrainAsync();

        var document = Assert.Single((await ReadAsync()).Documents);
        var original = await host.Get<BlobContainers>().Originals.GetBlobClient(document.Sha256).DownloadContentAsync(Cancellation);
        Assert.Equal("Bolaget har inget att erinra.", original.Value.Content.ToString());
        Assert.Empty(await NamesAsync(Inbox));
    }

    [Fact]
    public async Task The_same_event_ten_times_at_once_is_one_document_and_one_arrival()
    {
        var blob = await PutAsync("ks-1/sisab/svar.txt", "Bolaget har inget att erinra.");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => host.Get<ReceiveHandler>().HandleAsync(blob, Cancellation))));
        await DrainAsync();

        var ledger = await ReadAsync();
        Assert.Single(ledger.Documents);
        Assert.Single(ledger.Arrivals);
        var audit = await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation);
        Assert.Single(audit, entry => entry.What == "document_received");
        Assert.Single(audit, entry => entry.What == "document_extracted");
    }

    [Fact]
    public async Task A_message_that_comes_again_changes_nothing()
    {
        await PutAsync("ks-1/sisab/svar.txt", "Bolaget har inget att erinra.");
        await DrainAsync();
        var before = await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation);
        var document = Assert.Single((await ReadAsync()).Documents);

        var id = new DocumentId(CaseId, document.Organisation, document.Sha256);
        await host.Get<StepQueues>().SendToExtractAsync(id, Cancellation);
        await host.Get<StepQueues>().SendToClassifyAsync(id, Cancellation);
        await DrainAsync();

        Assert.Equal(before, await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation));
    }

    [Fact]
    public async Task The_same_content_under_another_name_is_a_second_arrival()
    {
        await PutAsync("ks-1/sisab/svar.txt", "Bolaget har inget att erinra.");
        await PutAsync("ks-1/sisab/svar (1).txt", "Bolaget har inget att erinra.");

        await DrainAsync();

        var ledger = await ReadAsync();
        Assert.Single(ledger.Documents);
        Assert.Equal(["ks-1/sisab/svar (1).txt", "ks-1/sisab/svar.txt"], ledger.Arrivals.Select(a => a.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_same_content_from_two_organisations_is_two_documents()
    {
        await PutAsync("ks-1/sisab/svar.txt", "Vi har inget att erinra.");
        await PutAsync("ks-1/micasa/svar.txt", "Vi har inget att erinra.");

        await DrainAsync();

        Assert.Equal(["micasa", "sisab"], (await ReadAsync()).Documents.Select(d => d.Organisation).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ks-2/sisab/svar.txt")]
    [InlineData("ks-1/okand/svar.txt")]
    [InlineData("ks-1/svar.txt")]
    [InlineData("svar.txt")]
    public async Task What_has_no_place_is_kept_for_a_person(string name)
    {
        await PutAsync(name, "Bolaget har inget att erinra mot förslaget i ärendet KS 2023/740.");

        await DrainAsync();

        var document = Assert.Single(await Ledger.ListAsync<Document>(LedgerKeys.Unassigned, Cancellation));
        Assert.Equal((DocumentState.Review, name), (document.State, document.Path));
        Assert.NotEmpty(document.Reasons);
        Assert.Empty((await ReadAsync()).Documents);
    }

    [Fact]
    public async Task After_five_failures_the_document_is_failed_with_its_reason_and_a_replay_mends_it()
    {
        extractor.Failure = new IOException("The disk is full.");
        await PutAsync("ks-1/sisab/svar.txt", "Bolaget har inget att erinra.");
        await DrainAsync();
        var failed = Assert.Single((await ReadAsync()).Documents);

        Assert.Equal(5, extractor.Calls);
        Assert.Equal(DocumentState.Failed, failed.State);
        Assert.Contains("Läsningen", Assert.Single(failed.Reasons), StringComparison.Ordinal);
        Assert.Contains("The disk is full.", failed.Reasons[0], StringComparison.Ordinal);

        extractor.Failure = null;
        Assert.Single(await host.Get<ReplayHandler>().HandleAsync(CaseId, "test", Cancellation));
        await DrainAsync();

        var mended = Assert.Single((await ReadAsync()).Documents);
        Assert.NotEqual(DocumentState.Failed, mended.State);
        Assert.DoesNotContain(mended.Reasons, reason => reason.Contains("disk", StringComparison.Ordinal));
        Assert.Empty(await host.Get<ReplayHandler>().HandleAsync(CaseId, "test", Cancellation));
    }

    [Fact]
    public async Task A_file_that_is_still_empty_is_left_until_it_has_content()
    {
        var blob = await PutAsync("ks-1/sisab/svar.txt", "");
        await DrainAsync();
        Assert.Empty((await ReadAsync()).Arrivals);

        await blob.UploadAsync(BinaryData.FromString("Bolaget har inget att erinra."), overwrite: true, Cancellation);
        await DrainAsync();

        Assert.Single((await ReadAsync()).Arrivals);
    }

    [Fact]
    public async Task A_clock_that_has_jumped_ahead_takes_no_empty_file_too_early()
    {
        await PutAsync("ks-1/sisab/svar.txt", "");
        host.Clock.Set(host.Clock.GetUtcNow().AddHours(1));

        await DrainAsync();

        Assert.Empty((await ReadAsync()).Arrivals);
    }

    [Fact]
    public async Task A_version_that_comes_while_the_first_is_received_is_not_lost()
    {
        var blob = await PutAsync("ks-1/sisab/svar.txt", "Första versionen av svaret.");
        extractor.OnFirstCall = async () => await blob.UploadAsync(BinaryData.FromString("Andra versionen av svaret."), overwrite: true, Cancellation);

        await DrainAsync();

        Assert.Equal(2, (await ReadAsync()).Arrivals.Count);
    }

    [Fact]
    public async Task The_files_of_a_mail_are_documents_of_their_own()
    {
        extractor.Attachment = ("../svar.txt", "Bolaget har inget att erinra.");
        await PutAsync("ks-1/sisab/mejl.eml", "Här kommer vårt svar.");

        await DrainAsync();

        var ledger = await ReadAsync();
        var mail = Assert.Single(ledger.Documents, d => d.Parent is null);
        var attachment = Assert.Single(ledger.Documents, d => d.Parent is not null);
        Assert.Equal((mail.Sha256, "ks-1/sisab/mejl.eml/.._svar.txt"), (attachment.Parent, attachment.Path));
        Assert.Equal(mail.ArrivedAt, attachment.ArrivedAt);
    }

    [Fact]
    public async Task A_scan_waits_until_there_is_ocr_and_is_then_read_by_replay()
    {
        ocr.Setup(o => o.MissingAsync(It.IsAny<CancellationToken>())).ReturnsAsync("apt-get install tesseract-ocr");
        extractor.Scan = new() { State = ExtractionState.NeedsOcr, Format = "pdf", Reasons = [ExtractionReasons.NoText] };
        await PutAsync("ks-1/sisab/svar.pdf", "bild");
        await DrainAsync();
        var before = await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation);

        var early = await ReplayAsync();

        Assert.Empty(early);
        Assert.Equal(before, await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation));
        Assert.Equal(DocumentState.NeedsOcr, Assert.Single((await ReadAsync()).Documents).State);

        ocr.Setup(o => o.MissingAsync(It.IsAny<CancellationToken>())).ReturnsAsync((string?)null);
        extractor.Scan = Scanned(0.95, ExtractionReasons.Ocr);
        Assert.Single(await ReplayAsync());

        var document = Assert.Single((await ReadAsync()).Documents);
        Assert.Equal((DocumentType.Remissvar, Stance.Tillstyrker), (document.Classification!.Type, document.Classification.Stance));
        Assert.Equal(ExtractionReasons.Ocr, document.Reasons[0]);
        var text = await host.Get<TextStore>().ReadAsync(document.Sha256, Cancellation);
        Assert.Equal(0.95, Assert.Single(text.Scan!.Pages).Confidence);
        Assert.Empty(await ReplayAsync());
    }

    [Fact]
    public async Task A_scan_that_was_read_with_doubt_waits_for_a_person()
    {
        extractor.Scan = Scanned(0.5, ExtractionReasons.Ocr, ExtractionReasons.OcrUncertain);
        await PutAsync("ks-1/sisab/svar.pdf", "bild");

        await DrainAsync();

        var document = Assert.Single((await ReadAsync()).Documents);
        Assert.Equal(DocumentState.Review, document.State);
        Assert.Contains(ExtractionReasons.OcrUncertain, document.Reasons);
    }

    [Fact]
    public async Task Registering_the_same_case_again_writes_nothing()
    {
        var before = await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation);
        var ledger = await ReadAsync();

        await host.Get<CaseRegistration>().RegisterAsync(ledger.Case, await Ledger.ReadRegisterAsync(Cancellation), Cancellation);

        Assert.Equal(before, await Ledger.ListAsync<AuditEntry>(CaseId, Cancellation));
    }

    private static ExtractionResult Scanned(double confidence, params string[] reasons)
    {
        const string Answer = "Remissvar\nKS 2023/740\nSkolfastigheter i Stockholm AB, SISAB, tillstyrker förslaget.\n";
        return new()
        {
            State = ExtractionState.Read,
            Format = "pdf",
            Reasons = reasons,
            Text = new(Answer, [new(0, Answer.Length)], [new(0, 9, ParagraphKind.Heading), new(10, 11, ParagraphKind.Body), new(22, Answer.Length - 23, ParagraphKind.Body)]),
            Scan = new("tesseract", [new(1, confidence)]),
        };
    }

    [Fact(Timeout = 60_000)]
    public async Task While_another_worker_sweeps_the_inbox_this_one_works_off_the_queues_alone()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await host.Get<ReceiveHandler>().HandleAsync(await PutAsync("ks-1/sisab/svar.txt", "Bolaget har inget att erinra."), Cancellation);
        await PutAsync("ks-1/micasa/svar.txt", "Micasa har inget att erinra.");
        Task running;
        using (FileTurn.TryTake(Path.Combine(folder.Path, ".remiss", "sweep.lock")))
        {
            running = host.Get<StepPump>().RunAsync(TimeSpan.FromMilliseconds(20), e => Assert.Fail(e.ToString()), stop.Token);
            await UntilAsync(async () => (await ReadAsync()).Documents.Any(d => d.State > DocumentState.Extracted));
            Assert.Equal(["ks-1/micasa/svar.txt"], await NamesAsync(Inbox));
        }

        await UntilAsync(async () => (await NamesAsync(Inbox)).Count == 0);
        await stop.CancelAsync();
        await running;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds()) await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
    }

    private async Task<IReadOnlyList<Document>> ReplayAsync()
    {
        var replayed = await host.Get<ReplayHandler>().HandleAsync(CaseId, "prov", Cancellation);
        await DrainAsync();
        return replayed;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container)
    {
        List<string> names = [];
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: Cancellation)) names.Add(blob.Name);
        return names;
    }

    private async Task<BlobClient> PutAsync(string name, string content)
    {
        var blob = Inbox.GetBlobClient(name);
        await blob.UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(content)), Cancellation);
        return blob;
    }

    private Task DrainAsync() => host.Get<StepPump>().DrainAsync(Cancellation);

    private async Task<CaseLedger> ReadAsync() => (await Ledger.ReadAsync(CaseId, Cancellation))!;

    /// <summary>Takes a file for plain text.</summary>
    private sealed class FailingExtractor : IDocumentExtractor
    {
        public int Calls { get; private set; }

        public Exception? Failure { get; set; }

        /// <summary>What it makes of a PDF.</summary>
        public ExtractionResult? Scan { get; set; }

        public Func<Task>? OnFirstCall { get; set; }

        public (string Name, string Content)? Attachment { get; set; }

        public async Task<ExtractionResult> ExtractAsync(string path, string attachmentsFolder, CancellationToken cancellationToken)
        {
            Calls++;
            if (Failure is not null) throw Failure;
            if (OnFirstCall is { } first)
            {
                OnFirstCall = null;
                await first();
            }

            if (Scan is not null && path.EndsWith(".pdf", StringComparison.Ordinal)) return Scan;
            var text = await File.ReadAllTextAsync(path, cancellationToken);
            var isMail = path.EndsWith(".eml", StringComparison.Ordinal);
            return new ExtractionResult
            {
                State = ExtractionState.Read,
                Format = isMail ? "eml" : "txt",
                Text = new(text, [new(0, text.Length)], [new(0, text.Length, ParagraphKind.Body)]),
                Mail = isMail ? new MailHeader { From = "ebba@sisab.example" } : null,
                Attachments = isMail && Attachment is { } attachment ? [await WriteAsync(attachment, attachmentsFolder)] : [],
            };
        }

        private static async Task<ExtractedAttachment> WriteAsync((string Name, string Content) attachment, string folder)
        {
            var path = Path.Combine(folder, "a01");
            await File.WriteAllTextAsync(path, attachment.Content, Cancellation);
            return new(attachment.Name, "text/plain", path, attachment.Content.Length);
        }
    }
}
