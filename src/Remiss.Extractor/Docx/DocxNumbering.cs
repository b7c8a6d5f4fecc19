using System.Globalization;
using System.Xml;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Docx;

/// <summary>Reads the lists of a Word document.</summary>
internal static class DocxNumbering
{
    public static ListNumbering Read(DocxPackage package, string? part)
    {
        var result = new ListNumbering();
        if (part is null) return result;

        ListNumbering.Level?[]? scheme = null;
        ListNumbering.Level? level = null;
        string? number = null;
        var overridden = 0;
        package.Read(part, xml =>
        {
            if (xml.NodeType != XmlNodeType.Element) return;
            var value = xml.Word("val");
            switch (xml.LocalName)
            {
                case "abstractNum":
                    scheme = result.AddScheme(xml.Word("abstractNumId") ?? "");
                    (level, number) = (null, null);
                    break;
                case "num":
                    (number, scheme, level) = (xml.Word("numId") ?? "", null, null);
                    break;
                case "abstractNumId" when number is not null:
                    result.AddList(number, value ?? "");
                    break;
                case "lvlOverride":
                    overridden = Index(xml.Word("ilvl"));
                    break;
                case "startOverride" when number is not null && Parse(value) is { } from:
                    result.StartAt(number, overridden, from);
                    break;
                case "lvl":
                    level = new ListNumbering.Level();
                    if (scheme is not null) scheme[Index(xml.Word("ilvl"))] = level;
                    break;
                case "start" when level is not null:
                    level.Start = Parse(value) ?? 1;
                    break;
                case "numFmt" when level is not null:
                    level.Format = value ?? "decimal";
                    break;
                case "lvlText" when level is not null:
                    level.Text = value ?? "";
                    break;
            }
        });
        return result;
    }

    private static int Index(string? value) => Math.Clamp(Parse(value) ?? 0, 0, ListNumbering.Levels - 1);

    private static int? Parse(string? value) =>
        int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000 ? number : null;
}
