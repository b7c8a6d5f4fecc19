namespace Remiss.Web.Pages.Shell;

/// <summary>
/// What a page says has been done, after the redirect that follows a form. Only its code travels in the address, so that nobody can put
/// words into a page by a link.
/// </summary>
public static class Notice
{
    public const string Parameter = "klart";

    public const string Saved = "sparat";
    public const string Decided = "beslutat";
    public const string DecidedNext = "nasta";
    public const string NothingFound = "inget";
    public const string Swept = "sokt";
    public const string Replayed = "omkort";
    public const string Created = "skapat";
    public const string Disposed = "gallrat";
    public const string Attested = "attesterat";
    public const string LinkRenewed = "ny-lank";
    public const string RegisterSaved = "register";

    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        [Saved] = "Sparat.",
        [Decided] = "Ditt beslut är sparat.",
        [Created] = "Ärendet är skapat. Remissen skickas till remissinstanserna när det är arbetstid.",
        [Disposed] = "Ärendet är gallrat. Anteckningarna är kvar.",
        [LinkRenewed] = "En ny länk är gjord. Den gamla gäller inte längre.",
        [RegisterSaved] = "Registret är inläst.",
        [Attested] = "Rapporten är attesterad och sparad.",
        [NothingFound] = "Allt är genomsökt. Inget hade blivit liggande.",
        [Swept] = "Allt är genomsökt. Det som hade blivit liggande är omhändertaget.",
        [Replayed] = "Filerna behandlas igen. Det tar en stund innan resultatet syns.",
        [DecidedNext] = "Ditt beslut är sparat. Här är nästa handling.",
    };

    public static string? Told(string? code) => code is not null && Texts.TryGetValue(code, out var text) ? text : null;

    public static string After(string address, string code) => $"{address}?{Parameter}={code}";
}
