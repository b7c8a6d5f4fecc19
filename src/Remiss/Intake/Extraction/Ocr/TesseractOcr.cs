using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Remiss.Intake.Extraction.Ocr;

/// <summary>
/// tesseract and poppler, started by a child of its own inside the same walls as everything that parses. Apart from the pool that reads,
/// so that a scan of fifty pages keeps nobody waiting.
/// </summary>
internal sealed class TesseractOcr(IOptions<ExtractorOptions> extractor, IOptions<OcrOptions> ocr, ILogger<ExtractorPool> logger, TimeProvider time)
    : IOcrEngine, IAsyncDisposable
{
    private const string Install = "apt-get install tesseract-ocr tesseract-ocr-swe poppler-utils";

    private readonly ExtractorPool pool = new(Options.Create(extractor.Value.ForScans(ocr.Value.TimeLimit)), logger, time);
    private readonly OcrOptions options = ocr.Value;
    private Task<string?>? missing;

    public SandboxReport Sandbox => pool.Report;

    public Task<string?> MissingAsync(CancellationToken cancellationToken) => missing ??= FindMissingAsync(options.Language);

    public async Task<ExtractionResult> ReadAsync(string path, string format, IReadOnlyList<int> pages, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("remiss-scan-");
        try
        {
            var order = new ScanOrder(options.Language, pages, options.PagesAtOnce, options.PageTimeLimit.TotalSeconds);
            var request = new ExtractionRequest(path, folder.FullName, Path.GetFileName(path)) { Way = ExtractionWay.Scan, Scan = order };
            var result = await pool.AskAsync(request, cancellationToken);
            return result.State is ExtractionState.Unreadable
                ? result with { State = ExtractionState.NeedsOcr, Format = format }
                : result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private static async Task<string?> FindMissingAsync(string language)
    {
        foreach (var program in (string[])["pdftoppm", "pdfinfo"])
        {
            if (await SaysAsync(program, "-v") is null) return $"{program} is not installed: {Install}";
        }

        if (await SaysAsync("tesseract", "--list-langs") is not { } languages) return $"tesseract is not installed: {Install}";
        var installed = languages.Split(['\n', '\r'], StringSplitOptions.TrimEntries);
        var lacking = language.Split('+').Except(installed).ToList();
        return lacking.Count == 0 ? null : $"tesseract lacks the language {string.Join(", ", lacking)}: {Install}";
    }

    /// <returns>What a program of the system's says of itself, or null where it is not installed.</returns>
    private static async Task<string?> SaysAsync(string program, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, argument) { RedirectStandardOutput = true, RedirectStandardError = true });
            var errors = process!.StandardError.ReadToEndAsync();
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return said + await errors;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
