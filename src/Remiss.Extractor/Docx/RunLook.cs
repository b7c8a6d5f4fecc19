using System.Globalization;
using System.Xml;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Docx;

/// <summary>How letters look, as far as it decides whether they are seen; null where it is left to the style.</summary>
internal record struct RunLook
{
    public bool? IsVanished { get; set; }

    public bool? IsWhite { get; set; }

    public bool? IsTiny { get; set; }

    public bool HasBackground { get; set; }

    public readonly bool IsSeen(bool isOnColour) => IsVanished != true && IsTiny != true && (IsWhite != true || HasBackground || isOnColour);

    /// <summary>With what the style beneath says about what is left open.</summary>
    public readonly RunLook Over(RunLook style) => new()
    {
        IsVanished = IsVanished ?? style.IsVanished,
        IsWhite = IsWhite ?? style.IsWhite,
        IsTiny = IsTiny ?? style.IsTiny,
        HasBackground = HasBackground || style.HasBackground,
    };

    public void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "vanish":
                IsVanished = xml.IsOn();
                break;
            case "color":
                IsWhite = xml.Word("val") is { } colour && IsWhiteColour(colour);
                break;
            case "sz":
                IsTiny = double.TryParse(xml.Word("val"), CultureInfo.InvariantCulture, out var halves) && halves < HiddenText.SmallestPoints * 2;
                break;
            case "highlight":
                HasBackground |= xml.Word("val") is { } name and not ("none" or "white");
                break;
            case "shd":
                HasBackground |= IsDark(xml);
                break;
        }
    }

    /// <summary>A shading on which white letters are seen.</summary>
    public static bool IsDark(XmlReader xml) =>
        (xml.Word("fill") is { } fill && fill != "auto" && !IsWhiteColour(fill)) || xml.Word("themeFill") is { } theme && !theme.StartsWith("background1", StringComparison.Ordinal)
        || xml.Word("val") is { } pattern && (pattern.StartsWith("pct", StringComparison.Ordinal) || pattern == "solid");

    private static bool IsWhiteColour(string colour) =>
        colour.Length == 6 && int.TryParse(colour, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) && HiddenText.IsWhite(rgb);
}
