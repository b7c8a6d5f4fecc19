using Remiss.Extractor.PlainText;
using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Sandbox;

/// <summary>poppler's reading of a PDF, for those that ours dies of. It keeps no table and no heading, and knows nothing of hidden text.</summary>
internal sealed class SecondPdfReader(ExtractionLimits limits)
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(6);

    public ExtractionResult Read(string path)
    {
        try
        {
            var output = HelperRun.ReadAsync(HelperPrograms.PdfToText, ["-enc", "UTF-8", "-eol", "unix", path, "-"], TimeLimit).GetAwaiter().GetResult();
            var text = new PlainTextReader(limits).Read(output);
            return text.Paragraphs.Count == 0 || Legibility.IsGarbled(text.Text)
                ? new ExtractionResult { State = ExtractionState.NeedsOcr, Format = FileFormats.Pdf, Reasons = [ExtractionReasons.NoText] }
                : new ExtractionResult { State = ExtractionState.Read, Format = FileFormats.Pdf, Text = text };
        }
        catch (HelperFailedException e)
        {
            return ExtractionResult.Unreadable(FileFormats.Pdf, e.IsTimedOut ? ExtractionReasons.TimedOut : ExtractionReasons.Corrupt);
        }
    }
}
