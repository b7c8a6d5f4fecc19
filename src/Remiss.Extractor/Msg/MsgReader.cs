using System.Text;
using Remiss.Extractor.Attachments;
using Remiss.Extractor.Compound;
using Remiss.Extractor.Html;
using Remiss.Extractor.PlainText;
using Remiss.Extractor.Rtf;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Msg;

/// <summary>Reads a message that Outlook saved.</summary>
internal sealed class MsgReader(ExtractionLimits limits)
{
    private const int Body = 0x1000;
    private const int CompressedBody = 0x1009;
    private const int HtmlBody = 0x1013;
    private const int CodePage = 0x3FFD;
    private const int BodyCodePage = 0x3FDE;
    private const int Class = 0x001A;

    public ExtractionResult Read(Stream file, string attachmentsFolder)
    {
        var root = CompoundFile.Open(file).Root;
        var message = new MsgProperties(root, headBytes: 32);
        if (message.Number(CodePage) is { } codePage && EncodingOf(codePage) is { } encoding) message.NarrowEncoding = encoding;
        var html = Html(message);
        var (text, hasHiddenText) = Text(message, html);
        var folder = new AttachmentFolder(attachmentsFolder, limits);
        new MsgAttachments(root, message.NarrowEncoding, limits).Write(folder, html ?? "");
        var isEncrypted = message.Text(Class) is { } name && name.StartsWith("IPM.Note.SMIME", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith("MultipartSigned", StringComparison.OrdinalIgnoreCase);
        var result = new ExtractionResult
        {
            State = ExtractionState.Read,
            Format = FileFormats.Msg,
            Text = text,
            Reasons = hasHiddenText ? [ExtractionReasons.HiddenText] : [],
            Mail = MsgHeaders.Of(root, message),
            Attachments = folder.Written,
        };
        return text.Paragraphs.Count > 0 || (folder.Written.Count > 0 && !isEncrypted) ? result
            : result with { State = ExtractionState.Unreadable, Reasons = [isEncrypted ? ExtractionReasons.Encrypted : ExtractionReasons.Empty] };
    }

    private (DocumentText Text, bool HasHiddenText) Text(MsgProperties message, string? html)
    {
        if (message.Text(Body) is { } plain && !string.IsNullOrWhiteSpace(plain)) return (new PlainTextReader(limits).Read(plain), false);
        if (html is not null) return new HtmlReader(limits).Read(html);
        if (message.Bytes(CompressedBody) is not { Length: > 0 } compressed) return (DocumentText.Empty, false);

        return RichBody.Read(CompressedRtf.Inflate(compressed, limits), limits);
    }

    private static string? Html(MsgProperties message)
    {
        if (message.Bytes(HtmlBody) is not { Length: > 0 } bytes) return message.Text(HtmlBody);
        var detected = TextEncoding.Detect(bytes, whole: true);
        var encoding = detected is { IsGuess: false } sure ? sure.Encoding
            : message.Number(BodyCodePage) is { } codePage && EncodingOf(codePage) is { } named ? named
            : detected?.Encoding ?? message.NarrowEncoding;
        return encoding.GetString(bytes, detected?.Preamble ?? 0, bytes.Length - (detected?.Preamble ?? 0));
    }

    private static Encoding? EncodingOf(int codePage) =>
        codePage == 65001 ? Encoding.UTF8 : codePage is > 0 and <= 65535 ? CodePagesEncodingProvider.Instance.GetEncoding(codePage) : null;
}
