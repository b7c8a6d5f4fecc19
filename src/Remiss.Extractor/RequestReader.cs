using Remiss.Extractor.Ocr;
using Remiss.Extractor.Pictures;
using Remiss.Extractor.Sandbox;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor;

/// <summary>By our own readers, or by the programs of the system that are asked where those fail or a page is a picture.</summary>
internal sealed class RequestReader(ExtractionLimits limits)
{
    private readonly DocumentReader documents = new(limits);
    private readonly SecondPdfReader second = new(limits);
    private readonly ScanReader scans = new(limits);

    public ExtractionResult Read(ExtractionRequest request) =>
        request.Way is ExtractionWay.Read ? documents.Read(request) : ReadWithPrograms(request);

    private ExtractionResult ReadWithPrograms(ExtractionRequest request)
    {
        var format = FileFormats.Unknown;
        try
        {
            using (var file = File.OpenRead(request.Path))
            {
                if (file.Length is 0) return ExtractionResult.Unreadable(format, ExtractionReasons.Empty);
                format = Sniffer.Sniff(file, limits);
                if (file.Length > limits.InputBytes) return ExtractionResult.Unreadable(format, ExtractionReasons.TooLarge);
            }

            return request switch
            {
                { Way: ExtractionWay.SecondEngine } when format is FileFormats.Pdf => second.Read(request.Path),
                { Way: ExtractionWay.Scan, Scan: { } order } when format is FileFormats.Pdf or "png" or "jpeg" or "tiff" =>
                    scans.ReadAsync(request.Path, format, order).GetAwaiter().GetResult(),
                { Way: ExtractionWay.Picture, Scan: not null } when format is FileFormats.Pdf or "png" or "jpeg" or "tiff" =>
                    PagePicture.DrawAsync(request, format).GetAwaiter().GetResult(),
                _ => ExtractionResult.Unreadable(format, ExtractionReasons.Unsupported),
            };
        }
        catch (LimitExceededException e)
        {
            return ExtractionResult.Unreadable(format, e.Reason);
        }
        catch (Exception e) when (e is HelperFailedException or InvalidDataException or IOException or FormatException or IndexOutOfRangeException)
        {
            Console.Error.WriteLine(e.GetType().Name);
            return ExtractionResult.Unreadable(format, e is HelperFailedException { IsTimedOut: true } ? ExtractionReasons.TimedOut : ExtractionReasons.Corrupt);
        }
    }
}
