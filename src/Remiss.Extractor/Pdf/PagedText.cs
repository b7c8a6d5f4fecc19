using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Pdf;

/// <summary>Lines with places, whoever read them, to the text of a document: page by page, with each running line once.</summary>
internal static class PagedText
{
    public static DocumentText Build(RunningSplit split, int pages, ExtractionLimits limits)
    {
        var assembler = new ParagraphAssembler(new PageLayout(split.Lines));
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
