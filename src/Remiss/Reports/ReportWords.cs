using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>The weekly report's labels and sentences, in Swedish. Of a document only its file name, labels and reasons are told.</summary>
public static class ReportWords
{
    private const int ReasonLength = 200;

    public static string Of(Standing standing) => standing switch
    {
        Standing.Answered => "Svarat",
        Standing.Awaited => "Väntas",
        Standing.Late => "Försenat",
        Standing.Declined => "Avstår",
        Standing.InReview => "Granskas",
        _ => "Återkallad",
    };

    public static string Of(Stance stance) => stance switch
    {
        Stance.Tillstyrker => "tillstyrker",
        Stance.TillstyrkerMedSynpunkter => "tillstyrker med synpunkter",
        Stance.IngenErinran => "ingen erinran",
        Stance.DelvisAvstyrker => "avstyrker delvis",
        Stance.Avstyrker => "avstyrker",
        Stance.Avstar => "avstår",
        _ => "tar inte ställning till helheten",
    };

    public static string Of(DocumentType type) => type switch
    {
        DocumentType.Remissvar => "remissvar",
        DocumentType.Anstand => "begäran om anstånd",
        DocumentType.Avstar => "avstår från att svara",
        DocumentType.Kvittens => "kvittens",
        DocumentType.Bilaga => "bilaga till ett svar",
        DocumentType.Remiss => "själva remissen",
        DocumentType.Protokollsutdrag => "protokollsutdrag",
        DocumentType.Tjansteutlatande => "tjänsteutlåtande",
        _ => "något annat",
    };

    /// <summary>By itself, as in a list.</summary>
    public static string Alone(DocumentState state) => state switch
    {
        DocumentState.Accepted => "godtagen",
        DocumentState.Review => "ska granskas",
        DocumentState.NeedsOcr => "inskannad utan text",
        DocumentState.Unreadable => "går inte att läsa",
        DocumentState.Quarantined => "i karantän",
        DocumentState.Failed => "kunde inte behandlas",
        DocumentState.Received or DocumentState.Extracted => "läses in",
        _ => "flyttad",
    };

    public static string Of(DocumentState state) => state switch
    {
        DocumentState.Review => "väntar på granskning",
        DocumentState.NeedsOcr => "är inskannad och har ingen text",
        DocumentState.Unreadable => "går inte att läsa",
        DocumentState.Quarantined => "ligger i karantän",
        DocumentState.Failed => "kunde inte behandlas",
        DocumentState.Accepted => "är godtagen",
        DocumentState.Moving => "är på väg att flyttas",
        DocumentState.Moved => "är flyttad",
        _ => "behandlas",
    };

    /// <summary>Where a document was moved to or from.</summary>
    public static string Of(DocumentPlace place, Register register) => place.Case == LedgerKeys.Unassigned
        ? "det som inte hör till något känt ärende"
        : $"{SingleLine.Of(register.Find(place.Organisation)?.DisplayName ?? place.Organisation)} i {place.Case}";

    public static string Subject(WeeklyStatus status) =>
        $"Remisser vecka {status.Week.Number}: {status.Count(Standing.Answered)} av {status.Recipients} svar"
        + (status.Count(Standing.Late) is > 0 and var late ? $", {late} {(late == 1 ? "försenat" : "försenade")}" : "")
        + (status.TodoCount is > 0 and var waiting ? $", {waiting} att ta hand om" : "");

    /// <summary>To all who follow the cases, whoever handles them.</summary>
    public static string ChannelTitle(WeeklyStatus status) => $"Läget i remisserna, vecka {status.Week.Number}";

    public static string ChannelSummary(WeeklyStatus status) => $"{Opening(status)} {status.TodoCount switch
    {
        0 => "Inget väntar på en handläggare.",
        1 => "En sak väntar på en handläggare.",
        var count => $"{count} saker väntar på en handläggare.",
    }}";

    /// <summary>How many recipients stand where, the answered first and the empty left out.</summary>
    public static string Counts(WeeklyCase status)
    {
        var others = StandingChart.Order.Where(s => s is not Standing.Answered && status.Count(s) > 0)
            .Select(s => $"{Of(s).ToLowerInvariant()}: {status.Count(s)}");
        return string.Join(", ", others.Prepend($"{status.Count(Standing.Answered)} av {status.Recipients.Count} har svarat"));
    }

    public static string Title(WeeklyStatus status) => $"Läget i dina remisser, vecka {status.Week.Number}";

    public static string Summary(WeeklyStatus status)
    {
        var todo = status.TodoCount switch
        {
            0 => "Inget väntar på dig.",
            1 => "En sak väntar på dig.",
            var count => $"{count} saker väntar på dig.",
        };
        return $"{Opening(status)} {todo}";
    }

    private static string Opening(WeeklyStatus status)
    {
        var cases = status.Cases.Count == 1 ? "Ett ärende är öppet" : $"{status.Cases.Count} ärenden är öppna";
        return $"{cases}. {status.Count(Standing.Answered)} av {status.Recipients} har svarat.";
    }

    public static string Deadlines(WeeklyCase status) =>
        $"Svar till oss senast {SwedishTime.LongDate(status.Case.RecipientDeadline)} ({Left(status.DaysLeft)}). "
        + $"Vårt svar till {SingleLine.Of(status.Case.Remitter)} senast {SwedishTime.LongDate(status.Case.RemitterDeadline)} ({Left(status.RemitterDaysLeft)}).";

    /// <summary>When it answered, or has to.</summary>
    public static string Dates(RecipientStanding recipient) => recipient switch
    {
        { Standing: Standing.Withdrawn } => "",
        { AnsweredOn: { } day, DaysLate: > 0 and var late } => $"{SwedishTime.ShortDate(day)}, {WorkingDays(late)} sent",
        { AnsweredOn: { } day } => SwedishTime.ShortDate(day),
        { Standing: Standing.Late, DaysLate: var late } => $"senast {SwedishTime.ShortDate(recipient.Deadline)}, nu {WorkingDays(late)} sent",
        _ => $"senast {SwedishTime.ShortDate(recipient.Deadline)}",
    };

    /// <summary>What there is to know beside the standing; empty when nothing.</summary>
    public static string Note(RecipientStanding recipient)
    {
        List<string> notes = [];
        if (recipient.Stance is { } stance)
            notes.Add(Of(stance));
        if (recipient.IsSecret)
            notes.Add("svaret omfattas av sekretess");
        if (recipient.Standing is Standing.Awaited or Standing.Late or Standing.InReview)
        {
            if (recipient.Extension is { State: ExtensionState.Requested } request)
                notes.Add(Wish(request));
            if (!recipient.HasContact)
                notes.Add("saknar kontakt i registret");
        }

        return string.Join(", ", notes);
    }

    public static IReadOnlyList<string> Changes(WeeklyChanges changes)
    {
        List<string> lines =
        [
            changes.Arrivals switch { 0 => "Inga filer kom in.", 1 => "1 fil kom in.", var count => $"{count} filer kom in." },
            .. changes.Answered.Select(r => $"{r.Name} svarade {SwedishTime.ShortDate(r.AnsweredOn!.Value)}{(r.Stance is { } s ? $": {Of(s)}" : "")}."),
            .. changes.Declined.Select(r => $"{r.Name} meddelade {SwedishTime.ShortDate(r.AnsweredOn!.Value)} att de avstår."),
            .. changes.AskedForTime.Select(r => $"{r.Name} bad om mer tid {SwedishTime.ShortDate(r.Extension!.RequestedOn)}."),
            .. changes.Reminded.Select(r => $"{r.Name} påmindes {string.Join(" och ", r.On.Select(SwedishTime.ShortDate))}."),
        ];
        return lines;
    }

    /// <summary>All that waits for the coordinator in the case.</summary>
    public static IReadOnlyList<string> Todo(WeeklyCase status) =>
    [
        .. status.Asking.Select(r => $"{r.Name} {Wish(r.Extension!)}. Säg ja eller nej; till dess skickas inga påminnelser."),
        .. status.NeedingPerson.Select(Document),
        .. status.Unsettled.Select(Send),
    ];

    public static string Document(DocumentStatus status)
    {
        var isSecret = status.Document.IsSecret;
        var subject = $"{(isSecret ? "En sekretessmarkerad handling" : SingleLine.Of(status.Document.FileName, 120))} från {status.Name}";
        var reasons = isSecret ? "" : string.Join(' ', status.Document.Reasons.Select(Reason));
        return (status.Document.State, reasons.Length) switch
        {
            (_, 0) => $"{subject} {Of(status.Document.State)}.",
            (DocumentState.Unreadable or DocumentState.NeedsOcr, _) => $"{subject}: {reasons}",
            _ => $"{subject} {Of(status.Document.State)}: {reasons}",
        };
    }

    private static string Reason(string reason) =>
        SingleLine.Of(ExtractionReasonTexts.InSwedish(reason), ReasonLength).TrimEnd('.') + ".";

    /// <summary>A report or notice to the coordinator itself.</summary>
    public static string OwnSend(SendStatus status) => $"{What(status.Send)} {Outcome(status.Send)}.";

    private static string What(Send send) => send switch
    {
        { Channel: Channel.Workflow } => $"Veckans sammanställning till Teams-kanalen {On(send)}",
        { Kind: SendKind.Weekly } => $"Veckobrevet till dig {On(send)}",
        _ => $"Morgonens notis till dig {On(send)}",
    };

    private static string Send(SendStatus status)
    {
        var channel = status.Send.Channel is Channel.Mail ? "Mejlet" : "Teams-notisen";
        return $"{channel} om {status.Name} till {SingleLine.Of(status.Send.Contact)} {On(status.Send)} {Outcome(status.Send)}.";
    }

    private static string On(Send send) => SwedishTime.ShortDate(SwedishTime.Date(send.At));

    private static string Outcome(Send send) => send.State switch
    {
        SendState.Rejected when send.ReturnedAt is not null =>
            $"kom tillbaka: {SingleLine.Of(send.Detail ?? "", ReasonLength).TrimEnd('.')}. Rätta kontakten i registret eller ring",
        SendState.Rejected => "togs inte emot",
        SendState.Owed => "har inte kunnat skickas än; det försöks igen",
        _ => "kom kanske inte fram, kontrollera innan du skickar igen",
    };

    public static string Trouble(WeeklyCase status) =>
        $"Filer som inte gick att läsa: {status.Unreadable}. Filer vars behandling misslyckades: {status.Failed}.";

    private static string Wish(Extension request) =>
        request.Until is { } until ? $"vill ha anstånd till {SwedishTime.ShortDate(until)}" : "vill ha anstånd";

    private static string Left(int days) => days switch
    {
        0 => "i dag",
        1 => "i morgon",
        > 1 => $"om {days} dagar",
        -1 => "i går",
        _ => $"för {-days} dagar sedan",
    };

    private static string WorkingDays(int days) => days == 1 ? "1 arbetsdag" : $"{days} arbetsdagar";
}
