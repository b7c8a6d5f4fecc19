using System.Text;

namespace Remiss.Intake.Extraction.Ocr;

/// <summary>Puts what OCR read of some pages where those pages are in the text of the others.</summary>
internal static class ScanMerge
{
    /// <param name="read">Its pages that were scanned may hold garbled text, which gives way.</param>
    /// <param name="scanned">Has the same pages.</param>
    /// <param name="pages">Those to take from the scan, from 1.</param>
    public static DocumentText Merge(DocumentText read, DocumentText scanned, IReadOnlyCollection<int> pages)
    {
        var text = new StringBuilder();
        var spans = new List<PageSpan>();
        var paragraphs = new List<Paragraph>();
        for (var page = 0; page < read.Pages.Count; page++)
        {
            var source = pages.Contains(page + 1) && page < scanned.Pages.Count ? scanned : read;
            var span = source.Pages[page];
            var shift = text.Length - span.Start;
            spans.Add(new(text.Length, span.Length));
            paragraphs.AddRange(source.Paragraphs.SelectMany(paragraph => Within(paragraph, span)).Select(p => p with { Start = p.Start + shift }));
            text.Append(source.Text, span.Start, span.Length);
        }

        return new(text.ToString(), spans, Whole(paragraphs));
    }

    private static IEnumerable<Paragraph> Within(Paragraph paragraph, PageSpan span)
    {
        var start = Math.Max(paragraph.Start, span.Start);
        var end = Math.Min(paragraph.Start + paragraph.Length, span.Start + span.Length);
        if (end > start) yield return paragraph with { Start = start, Length = end - start };
    }

    /// <summary>A paragraph that goes over a page break is one.</summary>
    private static List<Paragraph> Whole(List<Paragraph> parts)
    {
        var paragraphs = new List<Paragraph>();
        foreach (var part in parts)
        {
            if (paragraphs.Count > 0 && paragraphs[^1] is var last && last.Start + last.Length == part.Start)
                paragraphs[^1] = last with { Length = last.Length + part.Length };
            else paragraphs.Add(part);
        }

        return paragraphs;
    }
}
