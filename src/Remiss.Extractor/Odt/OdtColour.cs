using System.Globalization;
using System.Xml;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Odt;

internal static class OdtColour
{
    public static bool IsWhite(string? colour) => Parse(colour) is { } rgb && HiddenText.IsWhite(rgb);

    /// <summary>A background on which white letters are seen.</summary>
    public static bool IsDark(string? colour) => Parse(colour) is { } rgb && !HiddenText.IsWhite(rgb);

    public static bool IsTiny(string? size) =>
        size is not null && size.EndsWith("pt", StringComparison.Ordinal)
        && double.TryParse(size.AsSpan(0, size.Length - 2), NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points < HiddenText.SmallestPoints;

    /// <summary>An attribute by its name, in whichever of the format's namespaces.</summary>
    public static string? Odf(this XmlReader xml, string name)
    {
        string? value = null;
        if (!xml.MoveToFirstAttribute()) return value;
        do
        {
            if (xml.LocalName == name) value = xml.Value;
        }
        while (value is null && xml.MoveToNextAttribute());
        xml.MoveToElement();
        return value;
    }

    private static int? Parse(string? colour) =>
        colour is ['#', ..] && colour.Length == 7 && int.TryParse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) ? rgb : null;
}
