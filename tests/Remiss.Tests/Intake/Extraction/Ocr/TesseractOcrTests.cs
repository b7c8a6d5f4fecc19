using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;

namespace Remiss.Tests.Intake.Extraction.Ocr;

/// <summary>The installed tesseract, inside the walls, on scans of our own.</summary>
public sealed class TesseractOcrTests : IAsyncDisposable
{
    private static readonly string Scans = Path.Combine(AppContext.BaseDirectory, "scans");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("remiss-ocr-tests");
    private readonly OcrOptions options = new();
    private TesseractOcr? target;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (target is not null) await target.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_tiff_of_two_pages_becomes_text_with_two_pages_and_their_confidence()
    {
        var result = await CreateTarget().ReadAsync(Path.Combine(Scans, "03-protokoll.tiff"), "tiff", [], Cancellation);

        Assert.Equal(ExtractionState.Read, result.State);
        Assert.Equal(2, result.Text.Pages.Count);
        Assert.Contains("Remiss om cykelparkering", PageText(result, 0), StringComparison.Ordinal);
        Assert.Contains("omedelbart justerad", PageText(result, 1), StringComparison.Ordinal);
        Assert.Equal("tesseract", result.Scan!.Engine);
        Assert.All(result.Scan.Pages, page => Assert.InRange(page.Confidence!.Value, 0.8, 1));
        Assert.Equal(SandboxWalls.All, target!.Sandbox.Walls);
    }

    [Fact]
    public async Task Only_the_pages_that_are_asked_for_are_read()
    {
        var result = await CreateTarget().ReadAsync(Path.Combine(Scans, "03-protokoll.tiff"), "tiff", [2], Cancellation);

        Assert.Equal("", PageText(result, 0));
        Assert.Contains("omedelbart justerad", PageText(result, 1), StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(result.Scan!.Pages).Number);
    }

    [Fact]
    public async Task A_pixel_flood_is_refused_by_name_before_it_is_unpacked()
    {
        byte[] flood = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];

        var result = await CreateTarget().ReadAsync(Write("svar.png", flood), "png", [], Cancellation);

        Assert.Equal((ExtractionState.NeedsOcr, "png"), (result.State, result.Format));
        Assert.Equal([ExtractionReasons.TooLarge], result.Reasons);
    }

    [Theory]
    [InlineData("200000 200000", "4 4")]
    [InlineData("595 842", "60000 60000")]
    public async Task A_page_or_a_picture_in_a_pdf_that_nobody_has_room_for_is_refused_by_name(string page, string picture)
    {
        var size = picture.Split(' ');
        var pdf = $"""
            %PDF-1.4
            1 0 obj
            << /Type /Catalog /Pages 2 0 R >>
            endobj
            2 0 obj
            << /Type /Pages /Kids [3 0 R] /Count 1 >>
            endobj
            3 0 obj
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 {page}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>
            endobj
            4 0 obj
            << /Length 5 >>
            stream
            /I Do
            endstream
            endobj
            5 0 obj
            << /Type /XObject /Subtype /Image /Width {size[0]} /Height {size[1]} /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>
            stream
            x
            endstream
            endobj
            trailer
            << /Size 6 /Root 1 0 R >>
            startxref
            0
            %%EOF
            """;

        var result = await CreateTarget().ReadAsync(Write("svar.pdf", Encoding.ASCII.GetBytes(pdf)), "pdf", [], Cancellation);

        Assert.Equal([ExtractionReasons.TooLarge], result.Reasons);
    }

    [Fact]
    public async Task A_broken_picture_waits_for_a_person()
    {
        byte[] broken = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];

        var result = await CreateTarget().ReadAsync(Write("svar.png", broken), "png", [], Cancellation);

        Assert.Equal(ExtractionState.NeedsOcr, result.State);
        Assert.Contains(ExtractionReasons.Corrupt, result.Reasons);
    }

    [Fact]
    public async Task A_language_that_is_not_installed_is_missing_with_the_way_to_get_it()
    {
        options.Language = "swe+xyz";

        var missing = await CreateTarget().MissingAsync(Cancellation);

        Assert.Contains("lacks the language xyz", missing, StringComparison.Ordinal);
        Assert.Contains("apt-get install tesseract-ocr", missing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_tesseract_and_swedish_installed_nothing_is_missing() => Assert.Null(await CreateTarget().MissingAsync(Cancellation));

    private static string PageText(ExtractionResult result, int page) =>
        result.Text.Text.Substring(result.Text.Pages[page].Start, result.Text.Pages[page].Length);

    private TesseractOcr CreateTarget() =>
        target = new(Options.Create(new ExtractorOptions()), Options.Create(options), NullLogger<ExtractorPool>.Instance, TimeProvider.System);

    private string Write(string name, byte[] content)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }
}
