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
        var nesting = new HtmlNesting(limits);
        var options = new HtmlParserOptions { IsScripting = false, OnCreated = (element, _) => nesting.Add(element) };
        using var document = new HtmlParser(options).ParseDocument(html);
        var builder = new TextBuilder(limits);
        if (document.Body is not { } body) return (builder.Build(), false);

        var styles = new HtmlStyles();
        foreach (var sheet in document.QuerySelectorAll("style")) styles.Add(sheet.TextContent);
        var walk = new HtmlWalk(limits, styles);
        builder.AddRange(walk.Blocks(body));
        return (builder.Build(), walk.HasHiddenText);
    }
}
