using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Remiss.Intake.Extraction.Ocr;

/// <summary>Has the pages read that are pictures, and says how far their text can be trusted.</summary>
public sealed partial class ScanReading(IOcrEngine engine, IOptions<OcrOptions> options, ILogger<ScanReading> logger)
{
    private readonly OcrOptions options = options.Value;
    private int isSaid;

    /// <summary>Null where no child of ours reads the scans.</summary>
    internal SandboxReport? Sandbox => (engine as TesseractOcr)?.Sandbox;

    public async Task<bool> IsAvailableAsync(CancellationToken cancellationToken) => await engine.MissingAsync(cancellationToken) is null;

    public async Task<ExtractionResult> CompleteAsync(ExtractionResult read, string path, CancellationToken cancellationToken)
    {
        if (!IsScan(read)) return read;
        if (await engine.MissingAsync(cancellationToken) is { } missing)
        {
            if (Interlocked.Exchange(ref isSaid, 1) == 0) Log.NotRead(logger, missing);
            return read;
        }

        var isWhole = read.State is ExtractionState.NeedsOcr;
        var scan = await engine.ReadAsync(path, read.Format, isWhole ? [] : read.UnreadPages, cancellationToken);
        return scan.State is ExtractionState.Read ? Combined(read, scan, isWhole) : StillUnread(read, scan);
    }

    private static bool IsScan(ExtractionResult read) =>
        read.Format is "pdf" or "png" or "jpeg" or "tiff"
        && (read.State is ExtractionState.NeedsOcr || (read.State is ExtractionState.Read && read.UnreadPages.Count > 0));

    private ExtractionResult Combined(ExtractionResult read, ExtractionResult scan, bool isWhole)
    {
        var answered = read.Reasons.Except([ExtractionReasons.NoText, ExtractionReasons.Garbled]);
        string[] sureness = IsUncertain(scan) ? [ExtractionReasons.Ocr, ExtractionReasons.OcrUncertain] : [ExtractionReasons.Ocr];
        return read with
        {
            State = ExtractionState.Read,
            Reasons = [.. answered.Concat(sureness).Concat(scan.Reasons).Distinct()],
            Text = isWhole ? scan.Text : ScanMerge.Merge(read.Text, scan.Text, [.. read.UnreadPages]),
            RunningLines = isWhole ? scan.RunningLines : read.RunningLines,
            UnreadPages = scan.UnreadPages,
            Scan = scan.Scan,
        };
    }

    /// <summary>What is unread after OCR, or read with doubt. A page without a word may simply be blank.</summary>
    private bool IsUncertain(ExtractionResult scan) =>
        scan.UnreadPages.Count > 0 || scan.Scan is not { } record || record.Pages.Any(page => page.Confidence < options.LowestConfidence);

    private static ExtractionResult StillUnread(ExtractionResult read, ExtractionResult scan) =>
        read with { Reasons = [.. read.Reasons.Union(scan.Reasons)], Scan = scan.Scan };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scanned documents are not read but go to review. {Missing} Afterwards replay the cases that have some.")]
        public static partial void NotRead(ILogger logger, string missing);
    }
}
