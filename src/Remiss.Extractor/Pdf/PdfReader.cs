using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Remiss.Extractor.Pdf;

internal sealed class PdfReader(ExtractionLimits limits)
{
    private static readonly ParsingOptions Options = new() { UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true };

    public ExtractionResult Read(Stream file)
    {
        try
        {
            using var document = PdfDocument.Open(file, Options);
            return Read(document);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ExtractionResult.Unreadable(FileFormats.Pdf, ExtractionReasons.Encrypted);
        }
    }

    private ExtractionResult Read(PdfDocument document)
    {
        if (document.NumberOfPages > limits.Pages) throw new LimitExceededException(ExtractionReasons.TooLarge);
        if (document.NumberOfPages == 0) throw new InvalidDataException("No pages.");

        var lines = new List<PdfLine>();
        var characters = 0L;
        var pictured = 0;
        var broken = 0;
        for (var page = 0; page < document.NumberOfPages; page++)
        {
            if (TryGetPage(document, page + 1) is not { } content)
            {
                broken++;
                continue;
            }

            var own = LineAssembler.Lines(page, content);
            characters += own.Sum(line => (long)line.Text.Length);
            if (characters > limits.Characters) throw new LimitExceededException(ExtractionReasons.TooLarge);
            if (own.Count == 0 && content.NumberOfImages > 0) pictured++;
            lines.AddRange(own);
        }

        var text = Text(lines, document.NumberOfPages);
        if (text.Paragraphs.Count == 0 && broken > 0) return ExtractionResult.Unreadable(FileFormats.Pdf, ExtractionReasons.Corrupt);
        if (text.Paragraphs.Count == 0 || Legibility.IsGarbled(text.Text))
            return new ExtractionResult { State = ExtractionState.NeedsOcr, Format = FileFormats.Pdf, Reasons = [ExtractionReasons.NoText] };

        return new ExtractionResult
        {
            State = ExtractionState.Read,
            Format = FileFormats.Pdf,
            Text = text,
            Reasons = Remarks(pictured, broken),
        };
    }

    /// <summary>One page that cannot be read does not take the others with it.</summary>
    private static Page? TryGetPage(PdfDocument document, int number)
    {
        try
        {
            return document.GetPage(number);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException))
        {
            return null;
        }
    }

    private static List<string> Remarks(int pictured, int broken)
    {
        var remarks = new List<string>();
        if (pictured > 0) remarks.Add(ExtractionReasons.NoText);
        if (broken > 0) remarks.Add(ExtractionReasons.Corrupt);
        return remarks;
    }

    private DocumentText Text(List<PdfLine> lines, int pages)
    {
        var split = RunningLines.Split(StretchedLines.Mended(lines), pages);
        var layout = new PageLayout(split.Lines);
        var assembler = new ParagraphAssembler(layout);
        var builder = new TextBuilder(limits);
        var byPage = split.Lines.ToLookup(line => line.Page);
        var headers = split.Headers.ToLookup(line => line.Page);
        var footers = split.Footers.ToLookup(line => line.Page);
        for (var page = 0; page < pages; page++)
        {
            builder.AddPage(
            [
                .. headers[page].Select(line => new Block(line.Text)),
                .. assembler.Blocks([.. byPage[page]]),
                .. footers[page].Select(line => new Block(line.Text)),
            ]);
        }

        return builder.Build();
    }
}
