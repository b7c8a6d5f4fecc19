using System.Xml;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Odt;

/// <summary>The headers and footers of the kinds of pages.</summary>
internal sealed class OdtMasters(OdtStyles styles, ExtractionLimits limits)
{
    private readonly Dictionary<string, OdtPage> pages = new(StringComparer.Ordinal);
    private OdtPage? page;
    private OdtBody? part;
    private int partDepth;

    public OdtPage Find(string? name) =>
        name is not null && pages.TryGetValue(name, out var named) ? named
            : pages.TryGetValue("Standard", out var standard) ? standard
            : pages.Values.FirstOrDefault() ?? new OdtPage();

    public void Node(XmlReader xml)
    {
        if (part is not null)
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == partDepth) Finish(xml.LocalName);
            else part.Node(xml);
        }
        else if (xml is { NodeType: XmlNodeType.Element, LocalName: "master-page" })
        {
            page = new OdtPage();
            pages.TryAdd(xml.Odf("name") ?? "", page);
        }
        else if (page is not null && xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false, LocalName: "header" or "footer" or "header-first" or "footer-first" }
            && xml.Odf("display") != "false")
        {
            part = new OdtBody(styles, limits, isBody: true);
            partDepth = xml.Depth;
        }
    }

    private void Finish(string name)
    {
        var blocks = part!.Blocks.Where(block => block.Text.Any(char.IsLetterOrDigit)).ToList();
        page!.HasHiddenText |= part.HasHiddenText;
        if (name is "header-first" || (name is "header" && page.Header.Count == 0)) page.Header = blocks;
        else if (name is "footer-first" || (name is "footer" && page.Footer.Count == 0)) page.Footer = blocks;
        part = null;
    }
}

/// <summary>What stands on the first page around the text.</summary>
internal sealed class OdtPage
{
    public IReadOnlyList<Block> Header { get; set; } = [];

    public IReadOnlyList<Block> Footer { get; set; } = [];

    public bool HasHiddenText { get; set; }
}
