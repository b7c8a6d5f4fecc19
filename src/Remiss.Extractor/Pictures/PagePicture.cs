using System.Globalization;
using Remiss.Extractor.Sandbox;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Pictures;

/// <summary>A page of a PDF as a picture for a person to look at, drawn by poppler. Its size does not follow from the page's.</summary>
internal static class PagePicture
{
    private const int LongestSide = 1600;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <param name="page">From 1.</param>
    /// <exception cref="HelperFailedException">There is no such page, or it cannot be drawn within the limits.</exception>
    public static async Task<ExtractionResult> DrawAsync(string path, int page, string folder)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var root = Path.Combine(folder, "page");
        await HelperRun.ReadAsync(
            HelperPrograms.PdfToImage,
            ["-f", number, "-l", number, "-scale-to", LongestSide.ToString(CultureInfo.InvariantCulture), "-png", "-singlefile", path, root],
            TimeLimit);
        var picture = new FileInfo(root + ".png");
        return new ExtractionResult
        {
            State = ExtractionState.Read,
            Format = FileFormats.Pdf,
            Attachments = picture.Exists ? [new("", "image/png", picture.FullName, picture.Length)] : [],
        };
    }
}
