using Remiss.Extractor.Pdf;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Ocr;

/// <summary>The lines of scanned pages to paragraphs, by the same rules as those of other pages.</summary>
internal static class ScanText
{
    private const double Larger = 1.3;

    public static DocumentText Build(IReadOnlyList<PdfLine> lines, int pages, ExtractionLimits limits) =>
        PagedText.Build(RunningLines.Split(Levelled(lines), pages), pages, limits);

    /// <summary>How high a line's words are depends on its letters; only what is plainly larger than the rest is set in another size.</summary>
    private static List<PdfLine> Levelled(IReadOnlyList<PdfLine> lines)
    {
        if (lines.Count == 0) return [];
        var heights = lines.Select(line => line.Size).Order().ToList();
        var usual = heights[heights.Count / 2];
        return [.. lines.Select(line => line with { Size = line.Size > Larger * usual ? Math.Round(line.Size) : usual })];
    }
}
