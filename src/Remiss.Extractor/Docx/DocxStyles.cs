using System.Globalization;
using System.Xml;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Docx;

/// <summary>What the paragraph styles say about headings and lists.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    public static DocxStyles Read(DocxPackage package, string? part)
    {
        var result = new DocxStyles();
        if (part is null) return result;

        Style? current = null;
        package.Read(part, xml =>
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "style") current = null;
            if (xml.NodeType != XmlNodeType.Element) return;
            if (xml.LocalName == "style" && xml.Word("styleId") is { } id)
            {
                current = new Style(id);
                result.styles.TryAdd(id, current);
            }
            else if (current is not null)
            {
                current.Take(xml);
            }
        });
        return result;
    }

    /// <summary>1–6 for a heading, otherwise 0.</summary>
    public int HeadingLevel(string? id)
    {
        foreach (var style in Chain(id))
        {
            if (style.OutlineLevel is { } outline) return outline is >= 0 and <= 5 ? outline + 1 : 0;
            if (HeadingName.Level(style.Name) is { } named) return named;
        }

        return id is not null && !styles.ContainsKey(id) ? HeadingName.Level(id) ?? 0 : 0;
    }

    public (string Number, int Level)? Numbering(string? id)
    {
        var level = 0;
        foreach (var style in Chain(id))
        {
            if (style.NumberLevel is { } own && level == 0) level = own;
            if (style.Number is { } number) return number == "0" ? null : (number, level);
        }

        return null;
    }

    public RunLook Look(string? id)
    {
        var look = default(RunLook);
        foreach (var style in Chain(id)) look = look.Over(style.Look);
        return look;
    }

    /// <summary>A table of the style may have cells on which white letters are seen.</summary>
    public bool IsColoured(string? id) => Chain(id).Any(style => style.Look.HasBackground);

    private IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed class Style(string name)
    {
        private RunLook look;

        public string Name { get; private set; } = name;

        public string? BasedOn { get; private set; }

        public int? OutlineLevel { get; private set; }

        public string? Number { get; private set; }

        public int? NumberLevel { get; private set; }

        public RunLook Look => look;

        public void Take(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "name":
                    Name = xml.Word("val") ?? Name;
                    break;
                case "basedOn":
                    BasedOn = xml.Word("val");
                    break;
                case "outlineLvl":
                    OutlineLevel = Parse(xml.Word("val"));
                    break;
                case "numId":
                    Number = xml.Word("val");
                    break;
                case "ilvl":
                    NumberLevel = Parse(xml.Word("val"));
                    break;
                default:
                    look.Take(xml);
                    break;
            }
        }

        private static int? Parse(string? value) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
