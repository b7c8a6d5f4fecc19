using System.Globalization;
using System.Xml;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Odt;

/// <summary>What styles say about lists, hidden text and the page that a document starts on.</summary>
internal sealed class OdtStyles
{
    private const int LongestChain = 20;
    private const string Outline = "\0outline";

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private Style? current;
    private ListNumbering.Level?[]? scheme;

    public ListNumbering Numbering { get; } = new();

    public void Node(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.EndElement)
        {
            if (xml.LocalName is "style" or "default-style") current = null;
            else if (xml.LocalName is "list-style" or "outline-style") scheme = null;
            return;
        }

        if (xml.NodeType != XmlNodeType.Element) return;
        switch (xml.LocalName)
        {
            case "style" when xml.Odf("name") is { } name:
                current = new Style(xml.Odf("parent-style-name"), xml.Odf("master-page-name"), xml.Odf("list-style-name"));
                styles[Key(xml.Odf("family"), name)] = current;
                if (xml.IsEmptyElement) current = null;
                break;
            case "text-properties" when current is not null:
                current.Take(xml);
                break;
            case "paragraph-properties" or "table-cell-properties" or "graphic-properties" when current is not null:
                current.HasBackground |= OdtColour.IsDark(xml.Odf("background-color")) || OdtColour.IsDark(xml.Odf("fill-color"));
                break;
            case "section-properties" when current is not null:
                current.IsHidden |= xml.Odf("display") == "none";
                break;
            case "list-style" or "outline-style":
                AddScheme(xml.LocalName == "outline-style" ? Outline : xml.Odf("name") ?? "");
                break;
            case "list-level-style-number" or "list-level-style-bullet" or "list-level-style-image" or "outline-level-style" when scheme is not null:
                AddLevel(xml, scheme);
                break;
        }
    }

    public string? MasterPageOf(string? paragraphStyle) => Chain("paragraph", paragraphStyle).Select(style => style.MasterPage).FirstOrDefault(name => name is { Length: > 0 });

    public string? ListOf(string? paragraphStyle) => Chain("paragraph", paragraphStyle).Select(style => style.List).FirstOrDefault(name => name is not null);

    public bool HasBackground(string family, string? name) => Chain(family, name).Any(style => style.HasBackground);

    /// <summary>Nobody sees it, whatever it stands on.</summary>
    public bool IsHidden(string family, string? name) => Chain(family, name).Any(style => style.IsHidden);

    /// <summary>Null when the style leaves the colour to what is around it.</summary>
    public bool? IsWhite(string family, string? name) => Chain(family, name).Select(style => style.IsWhite).FirstOrDefault(white => white is not null);

    public string HeadingMark(int level) => Numbering.Next(Outline, level - 1) is var mark && mark != "•" ? mark : "";

    private static string Key(string? family, string name) => family + "/" + name;

    private IEnumerable<Style> Chain(string family, string? name)
    {
        for (var i = 0; i < LongestChain && name is not null && styles.TryGetValue(Key(family, name), out var style); i++)
        {
            yield return style;
            name = style.Parent;
        }
    }

    private void AddScheme(string name)
    {
        scheme = Numbering.AddScheme(name);
        Numbering.AddList(name, name);
    }

    private static void AddLevel(XmlReader xml, ListNumbering.Level?[] scheme)
    {
        var index = Math.Clamp(Number(xml.Odf("level"), 1), 1, ListNumbering.Levels) - 1;
        if (xml.LocalName is "list-level-style-bullet" or "list-level-style-image")
        {
            scheme[index] = new ListNumbering.Level { Format = "bullet" };
            return;
        }

        var format = xml.Odf("num-format") switch
        {
            "a" => "lowerLetter",
            "A" => "upperLetter",
            "i" => "lowerRoman",
            "I" => "upperRoman",
            null or "" => "none",
            _ => "decimal",
        };
        var shown = Math.Clamp(Number(xml.Odf("display-levels"), 1), 1, index + 1);
        var numbers = string.Join('.', Enumerable.Range(index + 2 - shown, shown).Select(level => "%" + level.ToString(CultureInfo.InvariantCulture)));
        scheme[index] = new ListNumbering.Level
        {
            Format = format,
            Start = Number(xml.Odf("start-value"), 1),
            Text = xml.Odf("num-list-format") is { Length: > 0 } whole
                ? whole.Replace("%1%", "%1", StringComparison.Ordinal).Replace("%2%", "%2", StringComparison.Ordinal).Replace("%3%", "%3", StringComparison.Ordinal)
                    .Replace("%4%", "%4", StringComparison.Ordinal).Replace("%5%", "%5", StringComparison.Ordinal)
                : xml.Odf("num-prefix") + numbers + xml.Odf("num-suffix"),
        };
    }

    private static int Number(string? value, int otherwise) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000 ? number : otherwise;

    private sealed class Style(string? parent, string? masterPage, string? list)
    {
        public string? Parent => parent;

        public string? MasterPage => masterPage;

        public string? List => list;

        public bool IsHidden { get; set; }

        public bool? IsWhite { get; private set; }

        public bool HasBackground { get; set; }

        public void Take(XmlReader xml)
        {
            IsHidden |= xml.Odf("display") == "none" || OdtColour.IsTiny(xml.Odf("font-size"));
            if (xml.Odf("color") is { } colour && xml.Odf("use-window-font-color") != "true") IsWhite = OdtColour.IsWhite(colour);
            HasBackground |= OdtColour.IsDark(xml.Odf("background-color"));
        }
    }
}
