using MimeKit;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Mail;

/// <summary>The parts of a mail sorted by what they are to its reader.</summary>
internal sealed class MailParts
{
    private const long LargestSignaturePicture = 100 << 10;

    private readonly List<TextPart> plain = [];
    private readonly List<TextPart> html = [];
    private readonly List<TextPart> rich = [];
    private readonly List<MimeEntity> attachments = [];

    public IReadOnlyList<TextPart> Plain => plain;

    public IReadOnlyList<TextPart> Html => html;

    public IReadOnlyList<TextPart> Rich => rich;

    public IReadOnlyList<MimeEntity> Attachments => attachments;

    public bool IsEncrypted { get; private set; }

    public static MailParts Of(MimeMessage message, ExtractionLimits limits)
    {
        var parts = new MailParts();
        if (message.Body is not null) parts.Sort(message.Body, 0, limits.Depth);
        parts.LeaveOutSignaturePictures();
        return parts;
    }

    private void Sort(MimeEntity entity, int depth, int deepest)
    {
        if (depth >= deepest) throw new LimitExceededException(ExtractionReasons.TooDeep);
        switch (entity)
        {
            case MultipartReport { Count: > 0 } report:
                // A server's report: its words, but not our own mail that it sends back.
                Sort(report[0], depth + 1, deepest);
                break;
            case Multipart multipart:
                IsEncrypted |= multipart.ContentType.IsMimeType("multipart", "encrypted");
                foreach (var part in multipart) Sort(part, depth + 1, deepest);
                break;
            case MessagePart { Message: not null }:
                attachments.Add(entity);
                break;
            case MimePart { Content: not null } part when TnefMessage.Of(part) is { } message:
                if (message.Body is not null) Sort(message.Body, depth + 1, deepest);
                break;
            case TextPart { IsRichText: true } text when !text.IsAttachment && string.IsNullOrEmpty(text.FileName):
                rich.Add(text);
                break;
            case TextPart text when !text.IsAttachment && string.IsNullOrEmpty(text.FileName) && (text.IsPlain || text.IsHtml):
                (text.IsHtml ? html : plain).Add(text);
                break;
            case MimePart { Content: not null } part:
                IsEncrypted |= part.ContentType.IsMimeType("application", "pkcs7-mime")
                    && part.ContentType.Parameters["smime-type"] is not "signed-data";
                if (!IsMachinery(part)) attachments.Add(part);
                break;
        }
    }

    /// <summary>Signatures and delivery reports, which say nothing to a reader.</summary>
    private static bool IsMachinery(MimePart part) =>
        part.ContentType.IsMimeType("application", "pkcs7-signature") || part.ContentType.IsMimeType("application", "x-pkcs7-signature")
        || part.ContentType.IsMimeType("application", "pgp-signature") || part.ContentType.IsMimeType("application", "pgp-encrypted")
        || part.ContentType.IsMimeType("message", "delivery-status") || part.ContentType.IsMimeType("message", "disposition-notification")
        || part.ContentType.IsMimeType("text", "rfc822-headers");

    private void LeaveOutSignaturePictures()
    {
        if (html.Count == 0) return;
        var shown = string.Concat(html.Select(part => part.Text));
        attachments.RemoveAll(entity => entity is MimePart part && !part.IsAttachment
            && part.ContentType.IsMimeType("image", "*") && part.ContentId is { Length: > 0 } id
            && part.Content is { Stream.Length: < LargestSignaturePicture * 4 / 3 }
            && shown.Contains("cid:" + id, StringComparison.OrdinalIgnoreCase));
    }
}
