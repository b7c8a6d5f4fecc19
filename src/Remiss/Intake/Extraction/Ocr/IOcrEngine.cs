namespace Remiss.Intake.Extraction.Ocr;

/// <summary>Reads the text out of pictures of it.</summary>
public interface IOcrEngine
{
    /// <returns>What is missing, and how to get it; null when it can read.</returns>
    Task<string?> MissingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Reads a picture or a scanned PDF. The outcome is a value whatever the file holds: <see cref="ExtractionState.Read"/> with text and
    /// <see cref="ExtractionResult.Scan"/>, <see cref="ExtractionState.NeedsOcr"/> where no text was found or a limit was reached.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="format">As the sandbox has recognised it: <c>pdf</c>, <c>png</c>, <c>jpeg</c> or <c>tiff</c>.</param>
    /// <param name="pages">From 1; empty for all. The text has all pages, those that were not asked for without text.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<ExtractionResult> ReadAsync(string path, string format, IReadOnlyList<int> pages, CancellationToken cancellationToken);
}

/// <summary>Scans go to a person.</summary>
internal sealed class NoOcr : IOcrEngine
{
    public Task<string?> MissingAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string?>("Ocr__Engine is none; set it to auto to have scans read.");

    public Task<ExtractionResult> ReadAsync(string path, string format, IReadOnlyList<int> pages, CancellationToken cancellationToken) =>
        Task.FromResult(new ExtractionResult { State = ExtractionState.NeedsOcr, Format = format, Reasons = [ExtractionReasons.NoText] });
}
