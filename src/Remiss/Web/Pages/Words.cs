using System.Globalization;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Reports;

namespace Remiss.Web.Pages;

/// <summary>Labels as the pages say them, each state with the sign and the tone that it is shown in.</summary>
public static class Words
{
    private static readonly string[] Months = ["jan.", "feb.", "mars", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec."];

    /// <summary>Å, ä and ö last, whatever language the server speaks.</summary>
    public static StringComparer Alphabet { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), CompareOptions.None);

    public static string Of(DocumentType type) => Capital(ReportWords.Of(type));

    public static string Of(Stance stance) => Capital(ReportWords.Of(stance));

    public static string Brief(Stance stance) => stance is Stance.Oklart ? "Ingen samlad ställning" : Of(stance);

    public static State Of(Standing standing) => standing switch
    {
        Standing.Answered => new("Har svarat", "check", "good"),
        Standing.Awaited => new("Väntas", "clock", "wait"),
        Standing.Late => new("Försenat", "warning", "late"),
        Standing.Declined => new("Avstår", "minus", "still"),
        Standing.InReview => new("Granskas", "eye", "look"),
        _ => new("Återkallad", "cross", "still"),
    };

    public static State Of(Document document) => document switch
    {
        { DisposedAt: not null } => new("Gallrad", "minus", "still"),
        { SupersededBy: not null } => new("Ersatt", "minus", "still"),
        _ => Of(document.State),
    };

    public static State Of(DocumentState state)
    {
        var (icon, tone) = state switch
        {
            DocumentState.Accepted => ("check", "good"),
            DocumentState.Review or DocumentState.NeedsOcr => ("eye", "look"),
            DocumentState.Unreadable or DocumentState.Failed => ("warning", "late"),
            DocumentState.Quarantined => ("lock", "late"),
            DocumentState.Received or DocumentState.Extracted => ("clock", "wait"),
            _ => ("hand", "still"),
        };
        return new(Capital(ReportWords.Alone(state)), icon, tone);
    }

    public static State Of(SendState state) => state switch
    {
        SendState.Accepted => new("Skickat", "check", "good"),
        SendState.Owed => new("Ska skickas", "clock", "wait"),
        SendState.Sending => new("Skickas", "clock", "wait"),
        SendState.Rejected => new("Togs inte emot", "warning", "late"),
        SendState.Unknown => new("Okänt om det kom fram", "warning", "look"),
        SendState.NotInstalled => new("Når inte i Teams", "minus", "still"),
        _ => new("Skickades aldrig", "minus", "still"),
    };

    public static string Of(SendKind kind) => kind switch
    {
        SendKind.Dispatch => "Remissen",
        SendKind.Reminder => "Påminnelse",
        SendKind.Escalation => "Påminnelse till fler",
        SendKind.Receipt => "Kvittens",
        SendKind.Notice => "Besked",
        _ => "Veckobrev",
    };

    public static string Of(Channel channel) => channel is Channel.Mail ? "e-post" : "Teams";

    public static string Of(PassageKind kind) => kind switch
    {
        PassageKind.Stance => "Ställning",
        PassageKind.Request => "Önskemål",
        _ => "Synpunkt",
    };

    /// <summary><c>ganska säkert (82 %)</c></summary>
    public static string Sure(double confidence) => confidence switch
    {
        >= .9 => "säkert",
        >= .75 => "ganska säkert",
        >= .5 => "osäkert",
        _ => "mycket osäkert",
    } + $" ({Math.Round(confidence * 100)} %)";

    /// <summary><c>6 okt. 2023 kl. 09.31</c>, broken before the time at most.</summary>
    public static string Moment(DateTimeOffset at)
    {
        var local = SwedishTime.Local(at);
        return $"{local.Day}\u00A0{Months[local.Month - 1]}\u00A0{local.Year} kl.\u00A0{local:HH\\.mm}";
    }

    public static string Count(int count, string one, string many) => count == 1 ? $"1 {one}" : $"{count} {many}";

    /// <summary><c>i dag</c>, <c>om 3 dagar</c>, <c>för 2 dagar sedan</c></summary>
    public static string Away(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        0 => "i dag",
        1 => "i morgon",
        -1 => "i går",
        > 0 and var days => $"om {days} dagar",
        var days => $"för {-days} dagar sedan",
    };

    /// <summary>A label of the data in Swedish; null when it is none.</summary>
    public static string? OfLabel(string label) =>
        Label(label, (DocumentType v) => Of(v).ToLowerInvariant()) ?? Label(label, (Stance v) => Brief(v).ToLowerInvariant())
        ?? Label(label, (DocumentState v) => Of(v).Text.ToLowerInvariant()) ?? Label(label, (RecipientStatus v) => Of(v));

    private static string Of(RecipientStatus status) => status switch
    {
        RecipientStatus.Awaiting => "svar väntas",
        RecipientStatus.Responded => "har svarat",
        RecipientStatus.Declined => "avstår",
        _ => "återkallad",
    };

    private static string? Label<T>(string label, Func<T, string> say) where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => RemissJson.Label(v) == label).Select(say).FirstOrDefault();

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}

/// <param name="Icon">One of the signs of <c>Icon.razor</c>.</param>
/// <param name="Tone">A class of the style sheet.</param>
public sealed record State(string Text, string Icon, string Tone);
