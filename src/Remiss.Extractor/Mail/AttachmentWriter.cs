using System.Globalization;
using MimeKit;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Mail;

/// <summary>Writes what hangs on a mail as a01, a02 … and never under a name that the sender chose.</summary>
internal sealed class AttachmentWriter(string folder, ExtractionLimits limits)
{
    private readonly ByteBudget budget = new(limits.AttachmentBytes);

    public IReadOnlyList<ExtractedAttachment> Write(IReadOnlyList<MimeEntity> entities)
    {
        if (entities.Count > limits.Attachments) throw new LimitExceededException(ExtractionReasons.TooLarge);
        return entities.Select((entity, index) => Write(entity, index + 1)).ToList();
    }

    private ExtractedAttachment Write(MimeEntity entity, int number)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"a{number:00}"));
        using var file = new AttachmentFile(path, budget);
        if (entity is MessagePart message) message.Message!.WriteTo(file);
        else ((MimePart)entity).Content!.DecodeTo(file);
        return new ExtractedAttachment(NameOf(entity), entity.ContentType.MimeType, path, file.Length);
    }

    private static string NameOf(MimeEntity entity)
    {
        var given = entity.ContentDisposition?.FileName ?? entity.ContentType.Name ?? "";
        if (entity is not MessagePart message) return LastSegment(given);

        var name = LastSegment(given.Length > 0 ? given : (message.Message!.Subject ?? "").Replace('/', '-').Replace('\\', '-').Trim());
        return name.Length == 0 ? "meddelande.eml" : name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? name : name + ".eml";
    }

    private static string LastSegment(string name) => name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
}
