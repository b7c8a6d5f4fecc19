using System.Text;
using MimeKit;
using Remiss.Extractor.Html;
using Remiss.Extractor.PlainText;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Mail;

internal sealed class MailReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file, string attachmentsFolder)
    {
        var options = ParserOptions.Default.Clone();
        options.MaxMimeDepth = limits.Depth;
        using var message = MimeMessage.Load(options, file, persistent: true);
        var parts = MailParts.Of(message, limits);
        var attachments = new AttachmentWriter(attachmentsFolder, limits).Write(parts.Attachments);
        var text = Text(parts);
        var result = new ExtractionResult
        {
            State = ExtractionState.Read,
            Format = FileFormats.Eml,
            Text = text,
            Mail = MailHeaders.Of(message),
            Attachments = attachments,
        };
        return text.Paragraphs.Count > 0 || attachments.Count > 0 ? result
            : result with { State = ExtractionState.Unreadable, Reasons = [parts.IsEncrypted ? ExtractionReasons.Encrypted : ExtractionReasons.Empty] };
    }

    private DocumentText Text(MailParts parts)
    {
        var plain = string.Join("\n\n", parts.Plain.Select(Unflowed));
        if (!string.IsNullOrWhiteSpace(plain)) return new PlainTextReader(limits).Read(plain);
        return parts.Html.Count > 0 ? new HtmlReader(limits).Read(string.Concat(parts.Html.Select(part => part.Text))) : DocumentText.Empty;
    }

    private static string Unflowed(TextPart part)
    {
        if (!part.IsFlowed) return part.Text;
        var joined = part.Text.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder();
        foreach (var line in joined)
        {
            text.Append(line.StartsWith(' ') ? line[1..] : line);
            if (!line.EndsWith(' ') || line == "-- ") text.Append('\n');
        }

        return text.ToString();
    }
}
