using MimeKit;
using Remiss.Extractor.Attachments;

namespace Remiss.Extractor.Mail;

/// <summary>Writes what hangs on a mail.</summary>
internal static class AttachmentWriter
{
    public static void Write(IReadOnlyList<MimeEntity> entities, AttachmentFolder folder)
    {
        foreach (var entity in entities)
        {
            folder.Add(NameOf(entity), entity.ContentType.MimeType, file =>
            {
                if (entity is MessagePart message) message.Message!.WriteTo(file);
                else ((MimePart)entity).Content!.DecodeTo(file);
            });
        }
    }

    private static string NameOf(MimeEntity entity)
    {
        var given = entity.ContentDisposition?.FileName ?? entity.ContentType.Name ?? "";
        return entity is MessagePart message ? MessageName.Of(given, message.Message!.Subject, ".eml") : given;
    }
}
