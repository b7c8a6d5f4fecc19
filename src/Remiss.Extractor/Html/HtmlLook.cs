using System.Buffers;
using System.Globalization;
using Remiss.Extractor.Text;

namespace Remiss.Extractor.Html;

/// <summary>How an element looks, as far as it decides whether its words are seen. What it leaves open comes from around it.</summary>
internal readonly record struct HtmlLook
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private bool IsHidden { get; init; }

    private bool? IsInvisible { get; init; }

    private bool? IsTiny { get; init; }

    private bool? IsWhite { get; init; }

    private bool? IsOnColour { get; init; }

    public bool IsSeen => !IsHidden && IsInvisible != true && IsTiny != true && (IsWhite != true || IsOnColour == true);

    public HtmlLook Inside(HtmlLook inner) => new()
    {
        IsHidden = IsHidden || inner.IsHidden,
        IsInvisible = inner.IsInvisible ?? IsInvisible,
        IsTiny = inner.IsTiny ?? IsTiny,
        IsWhite = inner.IsWhite ?? IsWhite,
        IsOnColour = inner.IsOnColour ?? IsOnColour,
    };

    public static HtmlLook Hidden => new() { IsHidden = true };

    public static HtmlLook Coloured(string colour) => new() { IsWhite = IsWhiteColour(colour) };

    public static HtmlLook On(string colour) => new() { IsOnColour = !IsWhiteColour(colour) };

    public static HtmlLook Of(string declarations)
    {
        var look = default(HtmlLook);
        foreach (var declaration in declarations.Split(';', 100))
        {
            var colon = declaration.IndexOf(':');
            if (colon > 0) look = look.With(declaration[..colon].Trim().ToLowerInvariant(), declaration[(colon + 1)..].Replace("!important", "", StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant());
        }

        return look;
    }

    private HtmlLook With(string property, string value) => property switch
    {
        "display" => this with { IsHidden = value == "none" },
        "visibility" => this with { IsInvisible = value is "hidden" or "collapse" },
        "mso-hide" => this with { IsHidden = IsHidden || value == "all" },
        "opacity" => this with { IsHidden = IsHidden || Number(value) is <= 0.05 },
        "font-size" => this with { IsTiny = IsTinySize(value) },
        "color" => this with { IsWhite = value is "inherit" or "currentcolor" ? null : IsWhiteColour(value) },
        "background-color" or "background" => this with { IsOnColour = value is "inherit" or "none" or "transparent" or "initial" ? IsOnColour : !IsWhiteColour(value.Split(' ')[0]) },
        "background-image" => this with { IsOnColour = value is "none" ? IsOnColour : true },
        "text-indent" or "left" or "top" or "margin-left" => this with { IsHidden = IsHidden || Number(value.Replace("px", "", StringComparison.Ordinal)) is < -900 },
        "max-height" or "max-width" => this with { IsHidden = IsHidden || value is "0" or "0px" },
        _ => this,
    };

    private static bool IsTinySize(string size)
    {
        var digits = size.AsSpan().IndexOfAnyExcept(Digits);
        var unit = digits < 0 ? "" : size[digits..];
        return Number(digits < 0 ? size : size[..digits]) is { } value && unit switch
        {
            "pt" => value < HiddenText.SmallestPoints,
            "" or "px" => value < 2,
            "em" or "rem" => value < 0.12,
            "%" => value < 12,
            _ => false,
        };
    }

    private static bool IsWhiteColour(string colour)
    {
        if (colour is "white" or "snow" or "ghostwhite" or "floralwhite" or "whitesmoke" or "transparent") return true;
        if (colour.StartsWith("rgb", StringComparison.Ordinal))
        {
            var parts = colour[(colour.IndexOf('(') + 1)..].TrimEnd(')').Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return parts.Length >= 3 && parts.Take(3).Select(Number).All(value => value >= 245) || (parts.Length == 4 && Number(parts[3]) is <= 0.05);
        }

        if (colour is not ['#', ..]) return false;
        var hex = colour.Length == 4 ? string.Concat("#", new string(colour[1], 2), new string(colour[2], 2), new string(colour[3], 2)) : colour;
        return hex.Length == 7 && int.TryParse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var rgb) && HiddenText.IsWhite(rgb);
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
