using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Remiss.Web.Upload;

/// <summary>A form with files, read as it comes: nothing of it is kept in memory or on disk.</summary>
internal static class UploadForm
{
    /// <summary>In bytes, of all files together and the form around them. The Functions host lets no more than 210 MB through.</summary>
    public const long Largest = 200 * 1024 * 1024;

    public const string NameField = "namn";

    private const int LongestField = 1000;

    /// <param name="receive">Is given the file's name, its content, and the sender's name if it stood before the file.</param>
    /// <returns>False when the request is no such form.</returns>
    public static async Task<bool> ReadAsync(
        HttpRequest request, Func<string, Stream, string?, Task> receive, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary) is not { Length: > 0 and <= 100 } boundary)
        {
            return false;
        }

        var reader = new MultipartReader(boundary.Value!, request.Body);
        string? sender = null;
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition)) continue;
            if (disposition.IsFileDisposition())
            {
                var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
                if (name.Length > 0) await receive(UploadFileName.OfForm(name.Value), section.Body, sender);
            }
            else if (HeaderUtilities.RemoveQuotes(disposition.Name).Equals(NameField, StringComparison.Ordinal))
            {
                sender = await FieldAsync(section.Body, cancellationToken);
            }
        }

        return true;
    }

    private static async Task<string> FieldAsync(Stream body, CancellationToken cancellationToken)
    {
        var field = new byte[LongestField];
        var length = await body.ReadAtLeastAsync(field, LongestField, throwOnEndOfStream: false, cancellationToken);
        return System.Text.Encoding.UTF8.GetString(field, 0, length);
    }
}
