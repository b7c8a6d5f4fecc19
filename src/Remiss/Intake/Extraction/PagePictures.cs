using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using Remiss.Intake.Extraction.Ocr;
using Remiss.Storage;

namespace Remiss.Intake.Extraction;

/// <summary>
/// Pages of PDFs and of scans as pictures, for a person to hold against the text. A page is drawn in the sandbox when somebody first looks at it, and
/// kept beside the text under its document's SHA-256.
/// </summary>
public sealed class PagePictures(ExtractorPool pool, OriginalStore originals, BlobContainers containers, IOptions<OcrOptions> ocr)
{
    /// <summary>A drawn page has a tenth of it; what is larger is none.</summary>
    private const int MostBytes = 8 << 20;

    private const int SecondsForPage = 30;

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];

    private readonly Lazy<bool> drawsPdf = new(() => IsInstalled("pdftoppm"));
    private readonly Lazy<bool> drawsScans = new(() => IsInstalled("tesseract"));

    public bool CanShow(Document document) => document is { DisposedAt: null, State: not (DocumentState.Quarantined or DocumentState.Unreadable) } && document.Format switch
    {
        "pdf" => drawsPdf.Value,
        "png" or "jpeg" or "tiff" => drawsPdf.Value && drawsScans.Value,
        _ => false,
    };

    /// <param name="page">From 1.</param>
    /// <returns>A PNG; null when there is no such page or it cannot be drawn.</returns>
    public async Task<BinaryData?> FindAsync(string sha256, int page, CancellationToken cancellationToken)
    {
        var kept = containers.Text.GetBlobClient($"{Folder(sha256)}/{page}.png");
        try
        {
            return (await kept.DownloadContentAsync(cancellationToken)).Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            // Nobody has looked at it yet.
        }

        if (await DrawAsync(sha256, page, cancellationToken) is not { } picture) return null;
        try
        {
            await kept.UploadAsync(picture, new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Somebody looked at the same moment.
        }

        return picture;
    }

    internal static string Folder(string sha256) => $"pictures/{sha256}";

    private async Task<BinaryData?> DrawAsync(string sha256, int page, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        var path = folder.Document("page.pdf");
        try
        {
            await originals.FetchAsync(sha256, path, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }

        var request = new ExtractionRequest(path, folder.Attachments, "page.pdf")
        {
            Way = ExtractionWay.Picture,
            Page = page,
            Scan = new(ocr.Value.Language, [page], PagesAtOnce: 1, SecondsForPage),
        };
        var result = await pool.AskAsync(request, cancellationToken);
        if (result.Attachments is not [{ Length: > 0 and <= MostBytes, Path: var drawn }]) return null;
        var picture = await File.ReadAllBytesAsync(drawn, cancellationToken);
        return picture.AsSpan().StartsWith(Signature) ? new(picture) : null;
    }

    private static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
