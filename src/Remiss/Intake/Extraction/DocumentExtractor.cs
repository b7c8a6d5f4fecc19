using Remiss.Intake.Extraction.Ocr;

namespace Remiss.Intake.Extraction;

/// <summary>Reads in the sandbox, asks a second engine where the first failed, and OCR for what is pictures.</summary>
public sealed class DocumentExtractor(ExtractorPool pool, ScanReading scans) : IDocumentExtractor
{
    /// <summary>What has become of the children so far.</summary>
    public SandboxReport Sandbox => scans.Sandbox is { } ofScans ? pool.Report.With(ofScans) : pool.Report;

    public async Task<ExtractionResult> ExtractAsync(string path, string attachmentsFolder, CancellationToken cancellationToken)
    {
        var request = new ExtractionRequest(path, attachmentsFolder, Path.GetFileName(path));
        var result = await pool.AskAsync(request, cancellationToken);
        if (SecondEngine.IsWanted(result))
        {
            var second = await pool.AskAsync(request with { Way = ExtractionWay.SecondEngine }, cancellationToken);
            result = SecondEngine.Choose(result, second);
        }

        return await scans.CompleteAsync(result, path, cancellationToken);
    }
}
