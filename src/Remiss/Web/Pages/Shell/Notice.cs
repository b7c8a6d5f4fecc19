namespace Remiss.Web.Pages.Shell;

/// <summary>
/// What a page says has been done, after the redirect that follows a form. Only its code travels in the address, so that nobody can put
/// words into a page by a link.
/// </summary>
public static class Notice
{
    public const string Parameter = "klart";

    public const string Saved = "sparat";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [Saved] = "Sparat.",
    };

    public static string? Told(string? code) => code is not null && Texts.TryGetValue(code, out var text) ? text : null;

    public static string After(string address, string code) => $"{address}?{Parameter}={code}";
}
