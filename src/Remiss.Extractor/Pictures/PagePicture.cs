using System.Globalization;
using Remiss.Extractor.Ocr;
using Remiss.Extractor.Sandbox;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Pictures;

/// <summary>A page of a PDF or of a scan as a picture for a person to look at, drawn by poppler. Its size does not follow from the page's.</summary>
internal static class PagePicture
{
    private const int LongestSide = 1600;
    private const int MostPages = 500;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <exception cref="HelperFailedException">It cannot be drawn within the limits.</exception>
    /// <exception cref="InvalidDataException">There is no such page.</exception>
    public static async Task<ExtractionResult> DrawAsync(ExtractionRequest request, string format)
    {
        var folder = request.AttachmentsFolder;
        var (path, page) = format is FileFormats.Pdf
            ? (request.Path, request.Page)
            : (await WrapAsync(request, format, Path.Combine(folder, "scan")), 1);
        var root = Path.Combine(folder, "page");
        await HelperRun.ReadAsync(
            HelperPrograms.PdfToImage,
            ["-f", Text(page), "-l", Text(page), "-scale-to", Text(LongestSide), "-png", "-singlefile", path, root],
            TimeLimit);
        if (path != request.Path) File.Delete(path);
        var picture = new FileInfo(root + ".png");
        return new ExtractionResult
        {
            State = ExtractionState.Read,
            Format = format,
            Attachments = picture.Exists ? [new("", "image/png", picture.FullName, picture.Length)] : [],
        };
    }

    /// <summary>A page of a scan as a PDF, by tesseract, which is told that all of it is one line and so spends no time on reading.</summary>
    private static async Task<string> WrapAsync(ExtractionRequest request, string format, string root)
    {
        var pages = await PageSource.OpenAsync(request.Path, format, MostPages, TimeLimit);
        if (request.Page > pages.Count) throw new InvalidDataException("No such page.");
        var (picture, index) = await pages.PictureAsync(request.Page, TimeLimit);
        await HelperRun.ReadAsync(
            HelperPrograms.Tesseract,
            [picture, root, "-l", request.Scan!.Language, "--psm", "7", "-c", "tessedit_create_pdf=1", "-c", "tessedit_page_number=" + Text(index)],
            TimeLimit);
        return root + ".pdf";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
