using Microsoft.AspNetCore.Http;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Web.Security;

namespace Remiss.Web.Upload;

/// <summary>
/// Streams a file from a company into the inbox. The blob is there when its last block has been committed, and not before, so that an upload
/// that breaks off leaves nothing.
/// </summary>
public sealed class UploadHandler(InboxWriter inbox, TimeProvider time)
{
    private const int LongestName = 100;

    /// <param name="file">As <see cref="UploadFileName"/> has made it.</param>
    /// <param name="length">What the sender says that it is.</param>
    /// <param name="sender">The name that the sender states, which nobody has checked.</param>
    public async Task<UploadOutcome> ReceiveAsync(
        UploadVisit visit, string file, Stream content, long? length, string? sender, CancellationToken cancellationToken)
    {
        if (length > UploadStream.Largest) return TooLarge(file);

        await using var upload = new UploadStream(content);
        var head = await upload.PeekAsync(cancellationToken);
        if (head.IsEmpty)
        {
            return new UploadOutcome.Refused(
                StatusCodes.Status400BadRequest, RefusalReasons.NoDocument, "Filen är tom", $"”{file}” har inget innehåll. Spara den på nytt och skicka igen.");
        }

        if (NoDocument.KindOf(head.Span) is { } kind)
        {
            return new UploadOutcome.Refused(
                StatusCodes.Status415UnsupportedMediaType, RefusalReasons.NoDocument, "Filen är ingen handling",
                $"”{file}” är {kind}. Skicka svaret som Word, PDF eller mejl.");
        }

        var receivedAt = time.GetUtcNow();
        var origin = new Origin(
            $"{visit.Case.Id}/{visit.Recipient.Organisation}/{file}", $"upload-{Guid.NewGuid():N}", receivedAt, SenderOf(sender))
        {
            Way = "upload",
        };
        try
        {
            await inbox.PutAsync(origin, upload, cancellationToken);
        }
        catch (UploadTooLargeException)
        {
            return TooLarge(file);
        }

        return new UploadOutcome.Received(new(visit.Case.Id, visit.Recipient.Organisation, file, upload.Sha256(), upload.Size, receivedAt));
    }

    public static string SenderOf(string? stated) =>
        SingleLine.Of(stated ?? "", LongestName) is { Length: > 0 } name ? $"uppladdningslänk, uppgivet namn {name}" : "uppladdningslänk";

    private static UploadOutcome.Refused TooLarge(string file) => new(
        StatusCodes.Status413PayloadTooLarge, RefusalReasons.TooLarge, "Filen är för stor",
        $"”{file}” är större än 50 MB. Spara den i mindre storlek eller dela den, och skicka igen.");
}
