using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;

namespace Remiss.Tests.Intake.Extraction;

public sealed class SecondEngineTests
{
    private static readonly DocumentText Page = new("Bolaget har inget att erinra mot förslaget.\n", [new(0, 44)], [new(0, 43, ParagraphKind.Body)]);

    [Theory]
    [InlineData("unknown", ExtractionReasons.Crashed, true)]
    [InlineData("unknown", ExtractionReasons.TimedOut, true)]
    [InlineData("pdf", ExtractionReasons.Corrupt, true)]
    [InlineData("docx", ExtractionReasons.Corrupt, false)]
    [InlineData("pdf", ExtractionReasons.Encrypted, false)]
    [InlineData("pdf", ExtractionReasons.TooLarge, false)]
    public void It_is_asked_where_the_first_failed(string format, string reason, bool isWanted) =>
        Assert.Equal(isWanted, SecondEngine.IsWanted(ExtractionResult.Unreadable(format, reason)));

    [Fact]
    public void It_is_asked_for_a_pdf_without_text_but_not_for_one_whose_text_was_hidden()
    {
        var scan = new ExtractionResult { State = ExtractionState.NeedsOcr, Format = "pdf", Reasons = [ExtractionReasons.NoText] };

        Assert.True(SecondEngine.IsWanted(scan));
        Assert.False(SecondEngine.IsWanted(scan with { Reasons = [ExtractionReasons.NoText, ExtractionReasons.HiddenText] }));
        Assert.False(SecondEngine.IsWanted(scan with { Format = "png" }));
    }

    [Fact]
    public void What_it_read_counts_and_needs_a_person()
    {
        var result = SecondEngine.Choose(
            ExtractionResult.Unreadable("unknown", ExtractionReasons.Crashed), new() { State = ExtractionState.Read, Format = "pdf", Text = Page });

        Assert.Equal([ExtractionReasons.SecondEngine], result.Reasons);
        Assert.Equal(Page, result.Text);
        Assert.Contains(result.Reasons, ReviewRules.NeedsPerson);
    }

    [Fact]
    public void A_stamp_on_a_picture_is_not_the_text_of_a_page()
    {
        var scan = new ExtractionResult { State = ExtractionState.NeedsOcr, Format = "pdf" };
        var stamp = new ExtractionResult { State = ExtractionState.Read, Format = "pdf", Text = new("Ink. 3\n", [new(0, 7)], [new(0, 6, ParagraphKind.Body)]) };

        Assert.Same(scan, SecondEngine.Choose(scan, stamp));
    }

    [Fact]
    public void Pages_that_it_opened_but_that_hold_no_text_can_still_be_read_as_pictures()
    {
        var result = SecondEngine.Choose(
            ExtractionResult.Unreadable("unknown", ExtractionReasons.Crashed),
            new() { State = ExtractionState.NeedsOcr, Format = "pdf", Reasons = [ExtractionReasons.NoText] });

        Assert.Equal((ExtractionState.NeedsOcr, "pdf"), (result.State, result.Format));
        Assert.Equal([ExtractionReasons.Crashed, ExtractionReasons.NoText], result.Reasons);
    }

    [Fact]
    public void What_neither_reads_keeps_the_first_reason()
    {
        var first = ExtractionResult.Unreadable("unknown", ExtractionReasons.Crashed);

        Assert.Same(first, SecondEngine.Choose(first, ExtractionResult.Unreadable("pdf", ExtractionReasons.Corrupt)));
    }

    [Fact]
    public async Task A_pdf_that_kills_the_first_engine_is_read_by_the_second()
    {
        using var folder = new Remiss.Intake.WorkFolder();
        var path = folder.Document("svar.pdf");
        await File.WriteAllTextAsync(path, DeadlyPdf.WithText("Bolaget har inget att erinra mot detta."), TestContext.Current.CancellationToken);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddExtraction().Configure<OcrOptions>(options => options.Engine = OcrEngine.None);
        using var host = builder.Build();

        var result = await host.Services.GetRequiredService<IDocumentExtractor>().ExtractAsync(path, folder.Attachments, TestContext.Current.CancellationToken);
        var deaths = host.Services.GetRequiredService<DocumentExtractor>().Sandbox.Deaths;

        Assert.Equal((ExtractionState.Read, "pdf"), (result.State, result.Format));
        Assert.Equal("Bolaget har inget att erinra mot detta.", result.Text.Text.Trim());
        Assert.Equal([ExtractionReasons.SecondEngine], result.Reasons);
        Assert.Equal(1, deaths[SandboxDeath.Crashed]);
    }
}
