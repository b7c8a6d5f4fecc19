using Remiss.Extractor.Attachments;
using Remiss.Extractor.Sniffing;
using Remiss.Intake.Extraction;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Remiss.Extractor.Pdf;

internal sealed class PdfReader(ExtractionLimits limits)
{
    private readonly ParsingOptions options = new() { UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true, FilterProvider = new LimitedFilters(limits) };

    public ExtractionResult Read(Stream file, string attachmentsFolder)
    {
        try
        {
            using var document = PdfDocument.Open(file, options);
            var folder = new AttachmentFolder(attachmentsFolder, limits);
            var isWhole = PdfAttachments.Write(document, folder);
            return Read(document, isWhole) with { Attachments = folder.Written };
        }
        catch (PdfDocumentEncryptedException)
        {
            return ExtractionResult.Unreadable(FileFormats.Pdf, ExtractionReasons.Encrypted);
        }
    }

    private ExtractionResult Read(PdfDocument document, bool isWhole)
    {
        if (document.NumberOfPages > limits.Pages) throw new LimitExceededException(ExtractionReasons.TooLarge);
        if (document.NumberOfPages == 0) throw new InvalidDataException("No pages.");

        var lines = new List<PdfLine>();
        var remarks = new PdfRemarks();
        if (!isWhole) remarks.Add(ExtractionReasons.Corrupt);
        var characters = 0L;
        var fields = PdfForm.Fields(document);
        for (var page = 0; page < document.NumberOfPages; page++)
        {
            if (TryRead(document, page, fields[page + 1]) is not { } content)
            {
                remarks.Add(ExtractionReasons.Corrupt, page + 1);
                continue;
            }

            characters += content.Lines.Sum(line => (long)line.Text.Length);
            if (characters > limits.Characters) throw new LimitExceededException(ExtractionReasons.TooLarge);
            if (content.IsPictured) remarks.Add(ExtractionReasons.NoText, page + 1);
            if (content.IsGarbled) remarks.Add(ExtractionReasons.Garbled, page + 1);
            if (content.HidesText) remarks.Add(ExtractionReasons.HiddenText);
            lines.AddRange(content.Lines);
        }

        return Result(lines, document.NumberOfPages, remarks);
    }

    private ExtractionResult Result(List<PdfLine> lines, int pages, PdfRemarks remarks)
    {
        var split = RunningLines.Split(StretchedLines.Mended(lines), pages);
        var text = PagedText.Build(split, pages, limits);
        if (text.Paragraphs.Count > 0)
        {
            return new ExtractionResult
            {
                State = ExtractionState.Read,
                Format = FileFormats.Pdf,
                Text = text,
                Reasons = remarks.Reasons,
                RunningLines = split.Removed,
                UnreadPages = remarks.Pages,
            };
        }

        if (remarks.Has(ExtractionReasons.Corrupt)) return ExtractionResult.Unreadable(FileFormats.Pdf, ExtractionReasons.Corrupt);
        if (!remarks.Has(ExtractionReasons.Garbled)) remarks.Add(ExtractionReasons.NoText);
        return new ExtractionResult
        {
            State = ExtractionState.NeedsOcr,
            Format = FileFormats.Pdf,
            Reasons = remarks.Reasons,
            UnreadPages = [.. Enumerable.Range(1, pages)],
        };
    }

    /// <summary>One page that cannot be read does not take the others with it.</summary>
    private static PdfPageText? TryRead(PdfDocument document, int index, IEnumerable<(PdfRectangle Place, string Text)> fields)
    {
        try
        {
            return PdfPageText.Read(index, document.GetPage(index + 1), fields);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or InsufficientExecutionStackException or LimitExceededException))
        {
            return null;
        }
    }
}
