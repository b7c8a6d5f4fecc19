using System.Text;
using MimeKit;
using Remiss.Extractor.Attachments;
using Remiss.Extractor.Html;
using Remiss.Extractor.PlainText;
using Remiss.Extractor.Rtf;
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
        return Read(message, FileFormats.Eml, attachmentsFolder);
    }

    /// <summary>A winmail.dat by itself.</summary>
    public ExtractionResult ReadTnef(Stream file, string attachmentsFolder)
    {
        using var message = TnefMessage.Of(file);
        return Read(message, FileFormats.Tnef, attachmentsFolder);
    }

    private ExtractionResult Read(MimeMessage message, string format, string attachmentsFolder)
    {
        var parts = MailParts.Of(message, limits);
        var folder = new AttachmentFolder(attachmentsFolder, limits);
        AttachmentWriter.Write(parts.Attachments, folder);
        var (text, hasHiddenText) = Text(parts);
        var result = new ExtractionResult
        {
            State = ExtractionState.Read,
            Format = format,
            Text = text,
            Reasons = hasHiddenText ? [ExtractionReasons.HiddenText] : [],
            Mail = MailHeaders.Of(message),
            Attachments = folder.Written,
        };
        return text.Paragraphs.Count > 0 || folder.Written.Count > 0 ? result
            : result with { State = ExtractionState.Unreadable, Reasons = [parts.IsEncrypted ? ExtractionReasons.Encrypted : ExtractionReasons.Empty] };
    }

    private (DocumentText Text, bool HasHiddenText) Text(MailParts parts)
    {
        var plain = string.Join("\n\n", parts.Plain.Select(Unflowed));
        if (!string.IsNullOrWhiteSpace(plain)) return (new PlainTextReader(limits).Read(plain), false);
        if (parts.Html.Count > 0) return new HtmlReader(limits).Read(string.Concat(parts.Html.Select(part => part.Text)));
        return parts.Rich.Count > 0 ? RichBody.Read(Bytes(parts.Rich[0]), limits) : (DocumentText.Empty, false);
    }

    private static byte[] Bytes(TextPart part)
    {
        using var bytes = new MemoryStream();
        part.Content?.DecodeTo(bytes);
        return bytes.ToArray();
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
