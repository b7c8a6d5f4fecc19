using Remiss.Extractor.Archives;
using Remiss.Extractor.Doc;
using Remiss.Extractor.Docx;
using Remiss.Extractor.Html;
using Remiss.Extractor.Mail;
using Remiss.Extractor.Msg;
using Remiss.Extractor.Odt;
using Remiss.Extractor.Pdf;
using Remiss.Extractor.PlainText;
using Remiss.Extractor.Rtf;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor;

/// <summary>One file to one result, whatever the file holds.</summary>
internal sealed class DocumentReader(ExtractionLimits limits)
{
    public ExtractionResult Read(ExtractionRequest request)
    {
        var format = FileFormats.Unknown;
        try
        {
            using var file = File.OpenRead(request.Path);
            if (file.Length == 0) return ExtractionResult.Unreadable(format, ExtractionReasons.Empty);

            format = Sniffer.Sniff(file, limits);
            var result = file.Length > limits.InputBytes
                ? ExtractionResult.Unreadable(format, ExtractionReasons.TooLarge)
                : Read(file, format, request);
            return NoteName(result, request.FileName);
        }
        catch (Exception e) when (ReasonFor(e) is { } reason)
        {
            Console.Error.WriteLine(e.GetType().Name + ": " + reason);
            return NoteName(ExtractionResult.Unreadable(format, reason), request.FileName);
        }
    }

    private ExtractionResult Read(FileStream file, string format, ExtractionRequest request)
    {
        file.Position = 0;
        return format switch
        {
            FileFormats.Pdf => new PdfReader(limits).Read(file, request.AttachmentsFolder),
            FileFormats.Docx or FileFormats.Docm => new DocxReader(limits).Read(file, format),
            FileFormats.Txt => new PlainTextReader(limits).Read(file),
            FileFormats.Html => new HtmlReader(limits).Read(file),
            FileFormats.Eml => new MailReader(limits).Read(file, request.AttachmentsFolder),
            FileFormats.Tnef => new MailReader(limits).ReadTnef(file, request.AttachmentsFolder),
            FileFormats.Doc => new DocReader(limits).Read(file),
            FileFormats.Msg => new MsgReader(limits).Read(file, request.AttachmentsFolder),
            FileFormats.Odt => new OdtReader(limits).Read(file),
            FileFormats.Rtf => new RtfReader(limits).Read(file),
            FileFormats.Zip => new ZipReader(limits).Read(file, request.AttachmentsFolder),
            FileFormats.Encrypted => ExtractionResult.Unreadable(FileFormats.EncryptedOffice(request.FileName), ExtractionReasons.Encrypted),
            _ when FileFormats.IsImage(format) =>
                new ExtractionResult { State = ExtractionState.NeedsOcr, Format = format, Reasons = [ExtractionReasons.NoText] },
            _ => ExtractionResult.Unreadable(format, ExtractionReasons.Unsupported),
        };
    }

    private static ExtractionResult NoteName(ExtractionResult result, string fileName) =>
        FileFormats.Contradicts(fileName, result.Format)
            ? result with { Reasons = [.. result.Reasons, ExtractionReasons.NameMismatch] }
            : result;

    private static string? ReasonFor(Exception exception) => exception switch
    {
        MachineFailedException => null,
        LimitExceededException limit => limit.Reason,
        OutOfMemoryException => ExtractionReasons.TooLarge,
        InsufficientExecutionStackException => ExtractionReasons.TooDeep,
        _ => ExtractionReasons.Corrupt,
    };
}
