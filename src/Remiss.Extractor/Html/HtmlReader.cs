using AngleSharp.Html.Parser;
using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Html;

internal sealed class HtmlReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file)
    {
        var text = Read(HtmlFile.Read(file, limits));
        return text.Paragraphs.Count == 0
            ? ExtractionResult.Unreadable(FileFormats.Html, ExtractionReasons.Empty)
            : new ExtractionResult { State = ExtractionState.Read, Format = FileFormats.Html, Text = text };
    }

    public DocumentText Read(string html)
    {
        var builder = new TextBuilder(limits);
        builder.AddRange(Blocks(html));
        return builder.Build();
    }

    private List<Block> Blocks(string html)
    {
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        return document.Body is { } body ? new HtmlWalk(limits).Blocks(body) : [];
    }
}
