using System.Text;

namespace Remiss.Intake.Extraction.Ocr;

/// <summary>The service's pages and paragraphs as ours.</summary>
internal static class AzureOcrText
{
    private const int MostPages = 20_000;

    public static ExtractionResult Result(AzureResult result, string format)
    {
        var pages = (result.Pages ?? []).Where(page => page.PageNumber is > 0 and <= MostPages).OrderBy(page => page.PageNumber).ToList();
        var paragraphs = Paragraphs(result, pages).ToLookup(paragraph => paragraph.Page);
        var text = new StringBuilder();
        var spans = new List<PageSpan>();
        var placed = new List<Paragraph>();
        for (var page = 1; page <= (pages.Count > 0 ? pages[^1].PageNumber : 0); page++)
        {
            var start = text.Length;
            foreach (var paragraph in paragraphs[page].Where(p => !p.IsRunning && p.Text.Length > 0))
            {
                placed.Add(new(text.Length, paragraph.Text.Length, paragraph.Kind));
                text.Append(paragraph.Text).Append('\n');
            }

            spans.Add(new(start, text.Length - start));
        }

        return new ExtractionResult
        {
            State = placed.Count > 0 ? ExtractionState.Read : ExtractionState.NeedsOcr,
            Format = format,
            Reasons = placed.Count > 0 ? [] : [ExtractionReasons.NoText],
            Text = placed.Count > 0 ? new(text.ToString(), spans, placed) : DocumentText.Empty,
            RunningLines = [.. paragraphs.SelectMany(page => page).Where(p => p.IsRunning && p.Text.Length > 0).Select(p => p.Text).Distinct()],
            Scan = new("azure", [.. pages.Select(page => new ScannedPage(page.PageNumber, Confidence(page.Words ?? [])))]),
        };
    }

    private static IEnumerable<PlacedText> Paragraphs(AzureResult result, List<AzurePage> pages)
    {
        if (result.Paragraphs is not { Count: > 0 } paragraphs)
        {
            return pages.SelectMany(page => (page.Lines ?? []).Select(line => new PlacedText(page.PageNumber, OneLine(line.Content), null)));
        }

        var first = pages.Count > 0 ? pages[0].PageNumber : 1;
        return paragraphs.Select(p => new PlacedText(p.BoundingRegions is { Count: > 0 } regions ? regions[0].PageNumber : first, OneLine(p.Content), p.Role));
    }

    private static double? Confidence(IReadOnlyList<AzureWord> words)
    {
        var letters = words.Sum(word => word.Content.Length);
        return letters > 0 ? Math.Round(words.Sum(word => word.Confidence * word.Content.Length) / letters, 3) : null;
    }

    private static string OneLine(string content) =>
        string.Join(' ', content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(c => !char.IsControl(c)))));

    private sealed record PlacedText(int Page, string Text, string? Role)
    {
        public bool IsRunning => Role is "pageHeader" or "pageFooter" or "pageNumber";

        public ParagraphKind Kind => Role is "title" or "sectionHeading" ? ParagraphKind.Heading : ParagraphKind.Body;
    }
}
