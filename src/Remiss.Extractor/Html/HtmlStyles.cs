using System.Buffers;
using AngleSharp.Dom;

namespace Remiss.Extractor.Html;

/// <summary>The rules of a page's own style sheets that name a tag, a class or an id and nothing around it.</summary>
internal sealed class HtmlStyles
{
    private const int MostRules = 5_000;

    private static readonly SearchValues<char> Combinators = SearchValues.Create(" >+~:[*");

    private readonly Dictionary<string, HtmlLook> rules = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string sheet)
    {
        var rest = WithoutComments(sheet).AsSpan();
        while (rules.Count < MostRules && rest.IndexOf('{') is var open and >= 0)
        {
            var selectors = rest[..open].Trim().ToString();
            rest = rest[(open + 1)..];
            if (selectors.StartsWith('@'))
            {
                rest = AfterBlock(rest);
                continue;
            }

            var close = rest.IndexOf('}');
            if (close < 0) return;
            Add(selectors, HtmlLook.Of(rest[..close].ToString()));
            rest = rest[(close + 1)..];
        }
    }

    public HtmlLook Of(IElement element)
    {
        var look = Rule(element.LocalName);
        if (element.ClassName is { Length: > 0 and < 1_000 } classes)
        {
            foreach (var name in classes.Split(' ', 20, StringSplitOptions.RemoveEmptyEntries))
                look = look.Inside(Rule("." + name)).Inside(Rule(element.LocalName + "." + name));
        }

        if (element.Id is { Length: > 0 } id) look = look.Inside(Rule("#" + id));
        if (element.GetAttribute("color") is { Length: > 0 } colour) look = look.Inside(HtmlLook.Coloured(colour.ToLowerInvariant()));
        if (element.GetAttribute("bgcolor") is { Length: > 0 } background) look = look.Inside(HtmlLook.On(background.ToLowerInvariant()));
        if (element.GetAttribute("style") is { Length: > 0 } style) look = look.Inside(HtmlLook.Of(style));
        return element.HasAttribute("hidden") ? HtmlLook.Hidden : look;
    }

    private HtmlLook Rule(string selector) => rules.GetValueOrDefault(selector);

    private void Add(string selectors, HtmlLook look)
    {
        foreach (var selector in selectors.Split(',', 50, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!selector.AsSpan().ContainsAny(Combinators)) rules[selector] = Rule(selector).Inside(look);
        }
    }

    /// <summary>What a medium or a feature asks for does not hold for everyone.</summary>
    private static ReadOnlySpan<char> AfterBlock(ReadOnlySpan<char> rest)
    {
        for (var depth = 1; rest.IndexOfAny('{', '}') is var at and >= 0; rest = rest[(at + 1)..])
        {
            depth += rest[at] == '{' ? 1 : -1;
            if (depth == 0) return rest[(at + 1)..];
        }

        return [];
    }

    private static string WithoutComments(string sheet)
    {
        var kept = new System.Text.StringBuilder(sheet.Length);
        var at = 0;
        while (sheet.IndexOf("/*", at, StringComparison.Ordinal) is var start and >= 0)
        {
            kept.Append(sheet, at, start - at);
            var end = sheet.IndexOf("*/", start + 2, StringComparison.Ordinal);
            if (end < 0) return kept.ToString();
            at = end + 2;
        }

        return kept.Append(sheet, at, sheet.Length - at).Replace("<!--", "").Replace("-->", "").ToString();
    }
}
