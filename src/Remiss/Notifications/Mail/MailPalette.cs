namespace Remiss.Notifications.Mail;

/// <summary>The colours of all mails. Each pair of text and ground has a contrast of at least 4.5:1, in light and in dark.</summary>
public static class MailPalette
{
    public const string Page = "#f3f4f6";
    public const string Card = "#ffffff";
    public const string Text = "#1f2933";
    public const string Quiet = "#52606d";
    public const string Link = "#0b5394";
    public const string Line = "#d3dae1";
    public const string Band = "#123a5c";
    public const string OnBand = "#ffffff";
    public const string Warning = "#9b1c1c";
    public const string Good = "#1e6b34";

    public const string DarkPage = "#111820";
    public const string DarkCard = "#1b2530";
    public const string DarkText = "#eef2f6";
    public const string DarkQuiet = "#aebac6";
    public const string DarkLink = "#8ec5ff";
    public const string DarkLine = "#3b4a59";
    public const string DarkWarning = "#ffa3a3";
    public const string DarkGood = "#8fdca6";

    /// <summary>Parts of a chart stand out 3:1 from the card in light and in dark.</summary>
    public const string BarGood = "#2e8b4f";

    public const string BarDeclined = "#7a7f87";
    public const string BarReview = "#b7791f";
    public const string BarAwaited = "#3b82c4";
    public const string BarLate = "#d64545";

    public static IReadOnlyList<string> Bars { get; } = [BarGood, BarDeclined, BarReview, BarAwaited, BarLate];

    public static IReadOnlyList<(string Text, string Ground)> Pairs { get; } =
    [
        (Text, Card), (Quiet, Card), (Link, Card), (Warning, Card), (Good, Card), (Quiet, Page), (OnBand, Band),
        (DarkText, DarkCard), (DarkQuiet, DarkCard), (DarkLink, DarkCard), (DarkWarning, DarkCard), (DarkGood, DarkCard), (DarkQuiet, DarkPage),
    ];
}
