using AngleSharp.Html.Parser;
using Remiss.Extractor.Sniffing;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Html;

internal sealed class HtmlReader(ExtractionLimits limits)
{
    public ExtractionResult Read(Stream file)
    {
        var (text, hasHiddenText) = Read(HtmlFile.Read(file, limits));
        return text.Paragraphs.Count == 0
            ? ExtractionResult.Unreadable(FileFormats.Html, ExtractionReasons.Empty)
            : new ExtractionResult
            {
                State = ExtractionState.Read,
                Format = FileFormats.Html,
                Text = text,
                Reasons = hasHiddenText ? [ExtractionReasons.HiddenText] : [],
            };
    }

    public (DocumentText Text, bool HasHiddenText) Read(string html)
    {
        HtmlDepth.Check(html, limits);
        using var document = new HtmlParser(new HtmlParserOptions { IsScripting = false }).ParseDocument(html);
        var builder = new TextBuilder(limits);
        if (document.Body is not { } body) return (builder.Build(), false);

        var styles = new HtmlStyles();
        foreach (var sheet in document.QuerySelectorAll("style")) styles.Add(sheet.TextContent);
        var walk = new HtmlWalk(limits, styles);
        builder.AddRange(walk.Blocks(body));
        return (builder.Build(), walk.HasHiddenText);
    }
}
