using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Moq;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;

namespace Remiss.Tests.Intake.Extraction.Ocr;

public sealed class ScanReadingTests
{
    private static readonly ExtractionResult Scan = new() { State = ExtractionState.NeedsOcr, Format = "pdf", Reasons = [ExtractionReasons.NoText] };

    private readonly Mock<IOcrEngine> engine = new(MockBehavior.Strict);
    private readonly Mock<ILogger<ScanReading>> log = new();

    public ScanReadingTests()
    {
        log.Setup(l => l.IsEnabled(It.IsAny<LogLevel>())).Returns(true);
        engine.Setup(e => e.MissingAsync(It.IsAny<CancellationToken>())).ReturnsAsync((string?)null);
    }

    [Fact]
    public async Task A_scan_that_is_read_surely_is_a_read_document_that_says_so()
    {
        Answers([], Read("Bolaget är för.", 0.93));

        var result = await CompleteAsync(Scan);

        Assert.Equal(ExtractionState.Read, result.State);
        Assert.Equal([ExtractionReasons.Ocr], result.Reasons);
        Assert.Equal("Bolaget är för.", result.Text.Text);
        Assert.Equal(0.93, Assert.Single(result.Scan!.Pages).Confidence);
    }

    [Fact]
    public async Task A_page_that_is_read_unsurely_needs_a_person()
    {
        Answers([], Read("B0laget ar fur", 0.6));

        var result = await CompleteAsync(Scan);

        Assert.Equal([ExtractionReasons.Ocr, ExtractionReasons.OcrUncertain], result.Reasons);
        Assert.Contains(result.Reasons, ReviewRules.NeedsPerson);
    }

    [Fact]
    public async Task A_page_that_took_too_long_needs_a_person()
    {
        Answers([], Read("Bolaget är för.", 0.93) with { UnreadPages = [2], Reasons = [ExtractionReasons.TimedOut] });

        var result = await CompleteAsync(Scan);

        Assert.Equal([ExtractionReasons.Ocr, ExtractionReasons.OcrUncertain, ExtractionReasons.TimedOut], result.Reasons);
    }

    [Fact]
    public async Task Only_the_pages_without_text_of_a_document_are_read_again()
    {
        var read = new ExtractionResult
        {
            State = ExtractionState.Read,
            Format = "pdf",
            Reasons = [ExtractionReasons.NoText, ExtractionReasons.NameMismatch],
            Text = new("Ett.\n", [new(0, 5), new(5, 0)], [new(0, 4, ParagraphKind.Body)]),
            UnreadPages = [2],
        };
        Answers([2], new()
        {
            State = ExtractionState.Read,
            Format = "pdf",
            Text = new("Två.\n", [new(0, 0), new(0, 5)], [new(0, 4, ParagraphKind.Body)]),
            Scan = new("tesseract", [new(2, 0.9)]),
        });

        var result = await CompleteAsync(read);

        Assert.Equal("Ett.\nTvå.\n", result.Text.Text);
        Assert.Equal([ExtractionReasons.NameMismatch, ExtractionReasons.Ocr], result.Reasons);
    }

    [Fact]
    public async Task A_scan_that_cannot_be_read_waits_for_a_person_with_the_reason()
    {
        Answers([], Scan with { Reasons = [ExtractionReasons.TooLarge] });

        var result = await CompleteAsync(Scan);

        Assert.Equal(ExtractionState.NeedsOcr, result.State);
        Assert.Equal([ExtractionReasons.NoText, ExtractionReasons.TooLarge], result.Reasons);
    }

    [Theory]
    [InlineData("docx", ExtractionState.NeedsOcr)]
    [InlineData("pdf", ExtractionState.Unreadable)]
    [InlineData("pdf", ExtractionState.Read)]
    public async Task What_is_no_scan_is_left_alone(string format, ExtractionState state)
    {
        var read = new ExtractionResult { State = state, Format = format };

        Assert.Same(read, await CompleteAsync(read));
    }

    [Fact]
    public async Task Without_an_engine_scans_wait_and_the_log_says_once_how_to_get_it()
    {
        engine.Setup(e => e.MissingAsync(It.IsAny<CancellationToken>())).ReturnsAsync("apt-get install tesseract-ocr");
        var target = CreateTarget();

        for (var i = 0; i < 3; i++) Assert.Same(Scan, await target.CompleteAsync(Scan, "svar.pdf", TestContext.Current.CancellationToken));

        var said = Assert.Single(log.Invocations, call => call.Method.Name == "Log");
        Assert.Contains("apt-get install tesseract-ocr", said.Arguments[2].ToString(), StringComparison.Ordinal);
    }

    private static ExtractionResult Read(string text, double confidence) => new()
    {
        State = ExtractionState.Read,
        Format = "pdf",
        Text = new(text, [new(0, text.Length)], [new(0, text.Length, ParagraphKind.Body)]),
        Scan = new("tesseract", [new(1, confidence)]),
    };

    private void Answers(int[] pages, ExtractionResult result) =>
        engine.Setup(e => e.ReadAsync("svar.pdf", "pdf", pages, It.IsAny<CancellationToken>())).ReturnsAsync(result);

    private ScanReading CreateTarget() => new(engine.Object, Options.Create(new OcrOptions()), log.Object);

    private Task<ExtractionResult> CompleteAsync(ExtractionResult read) =>
        CreateTarget().CompleteAsync(read, "svar.pdf", TestContext.Current.CancellationToken);
}
