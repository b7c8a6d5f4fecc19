namespace Remiss.Extractor.Sniffing;

internal static class HtmlHead
{
    private static readonly string[] Openings = ["!doctype html", "html", "head", "body", "meta", "title", "table", "div", "p>", "h1", "style"];

    public static bool Matches(string head)
    {
        var rest = head.AsSpan().TrimStart("\uFEFF \t\r\n");
        while (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = rest.IndexOf("-->", StringComparison.Ordinal);
            if (end < 0) return false;
            rest = rest[(end + 3)..].TrimStart();
        }

        if (rest.IsEmpty || rest[0] != '<') return false;
        foreach (var opening in Openings)
        {
            if (rest[1..].StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
