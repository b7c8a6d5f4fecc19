using Remiss.Cases;
using Remiss.Intake.Extraction;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Web.Pages.Cases;

/// <summary>A line of the audit log as a person reads it.</summary>
/// <param name="Who">Null when nobody did it by hand.</param>
/// <param name="Times">How often the same happened within the minute.</param>
public sealed record TimelineLine(DateTimeOffset At, string What, string? About, string? Who, string? Why, int Times = 1)
{
    private static readonly Dictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["case_registered"] = "Ärendet skapades",
        ["case_changed"] = "Ärendet ändrades",
        ["case_closed"] = "Ärendet avslutades",
        ["case_reopened"] = "Ärendet öppnades igen",
        ["case_disposed"] = "Ärendet gallrades",
        ["upload_link_renewed"] = "Ny uppladdningslänk gjordes",
        ["folders_made"] = "Mappar gjordes i biblioteket",
        ["recipient_added"] = "Remissinstans lades till",
        ["recipient_changed"] = "Remissinstans ändrades",
        ["recipient_awaiting"] = "Svar väntas fortfarande",
        ["recipient_responded"] = "Har svarat",
        ["recipient_declined"] = "Avstår från att svara",
        ["recipient_withdrawn"] = "Remissinstans återkallades",
        ["document_received"] = "Fil kom in",
        ["duplicate_received"] = "Samma fil kom in igen",
        ["receive_failed"] = "Fil kunde inte tas emot",
        ["document_extracted"] = "Fil lästes",
        ["document_needs_ocr"] = "Fil är inskannad och har ingen text",
        ["document_unreadable"] = "Fil gick inte att läsa",
        ["document_quarantined"] = "Fil sattes i karantän",
        ["document_accepted"] = "Handling godtogs",
        ["document_review"] = "Handling lades till granskning",
        ["document_failed"] = "Fil kunde inte behandlas",
        ["document_replayed"] = "Fil behandlas igen",
        ["document_corrected"] = "Handling rättades",
        ["document_not_an_answer"] = "Handling bedömdes inte vara ett svar",
        ["document_reopened"] = "Beslut om handling togs tillbaka",
        ["document_moving"] = "Handling flyttas",
        ["document_moved"] = "Handling flyttades",
        ["document_moved_here"] = "Handling flyttades hit",
        ["document_move_finished"] = "Flytten blev klar",
        ["arrival_moved"] = "Ankomst flyttades",
        ["answer_superseded"] = "Svar ersattes av ett nyare",
        ["answer_counts_again"] = "Tidigare svar gäller igen",
        ["extension_granted"] = "Anstånd gavs",
        ["extension_refused"] = "Anstånd nekades",
        ["reminders_paused"] = "Påminnelser pausades",
        ["reminders_resumed"] = "Påminnelser återupptogs",
        ["reminder_ordered"] = "Påminnelse beställdes",
        ["completion_requested"] = "Komplettering begärdes",
        ["send_owed"] = "Utskick ska göras",
        ["send_sending"] = "Utskick påbörjades",
        ["send_accepted"] = "Utskick gjordes",
        ["send_rejected"] = "Utskick togs inte emot",
        ["send_not_installed"] = "Teams-appen saknas hos mottagaren",
        ["send_unknown"] = "Okänt om utskick kom fram",
        ["send_passed"] = "Utskick blev inte av",
        ["send_confirmed"] = "Utskick bekräftades ha kommit fram",
        ["send_again"] = "Utskick görs om",
        ["report_choices_changed"] = "Rapportens urval ändrades",
        ["report_attested"] = "Rapporten attesterades",
        ["document_marked_secret"] = "Handling sekretessmarkerades",
        ["document_released"] = "Sekretessmarkering togs bort",
        ["deadline_changed"] = "Svarsdag ändrades",
        ["fetch_failed"] = "Fil kunde inte hämtas",
        ["fetch_settled"] = "Fil hämtades till slut",
        ["read_from_the_beginning"] = "Biblioteket lästes om från början",
        ["disposal_decided"] = "Gallring beslutades",
        ["document_disposed"] = "Handlingens innehåll gallrades",
    };

    /// <summary>What nobody asks about: the step between deciding to send and having sent.</summary>
    private static readonly string[] Silent = ["send_owed", "send_sending", "document_extracted", "document_move_finished", "arrival_moved"];

    /// <returns>The newest first.</returns>
    public static IEnumerable<TimelineLine> Of(IReadOnlyList<AuditEntry> audit, Register register) =>
        Together(audit.Reverse().Where(e => !Silent.Contains(e.What)).Select(e => Of(e, register)));

    /// <summary>A reminder to three people in two channels is one line.</summary>
    private static IEnumerable<TimelineLine> Together(IEnumerable<TimelineLine> lines)
    {
        TimelineLine? last = null;
        foreach (var line in lines)
        {
            if (last is not null && last with { At = line.At, Times = 1 } == line && last.At - line.At < TimeSpan.FromMinutes(1))
            {
                last = last with { Times = last.Times + 1 };
                continue;
            }

            if (last is not null) yield return last;
            last = line;
        }

        if (last is not null) yield return last;
    }

    private static TimelineLine Of(AuditEntry entry, Register register) => new(
        entry.At,
        Texts.TryGetValue(entry.What, out var text) ? text : SingleLine.Of(entry.What, 60),
        AboutOf(entry, register),
        entry.Who == AuditEntry.System ? null : SingleLine.Of(entry.Who),
        WhyOf(entry));

    private static string? AboutOf(AuditEntry entry, Register register)
    {
        if (entry.Subject.StartsWith(LedgerKeys.RecipientPrefix, StringComparison.Ordinal))
            return NameOf(entry.Subject[LedgerKeys.RecipientPrefix.Length..], register);
        if (entry.Subject.StartsWith(LedgerKeys.DocumentPrefix, StringComparison.Ordinal))
            return NameOf(entry.Subject[LedgerKeys.DocumentPrefix.Length..].Split('|')[0], register);
        if (entry.What.EndsWith("_received", StringComparison.Ordinal)) return FileOf(entry.Subject, register);
        return entry.What.StartsWith("send_", StringComparison.Ordinal) ? SendOf(entry.Subject, register) : null;
    }

    /// <summary>From the notification's id: <c>reminder-sisab-2023-10-06-3-mail-5f0c…</c>.</summary>
    private static string? SendOf(string id, Register register)
    {
        foreach (var kind in Enum.GetValues<SendKind>())
        {
            var prefix = RemissJson.Label(kind) + "-";
            if (!id.StartsWith(prefix, StringComparison.Ordinal)) continue;
            var date = System.Text.RegularExpressions.Regex.Match(id, @"-\d{4}-\d{2}-\d{2}-");
            if (date is not { Success: true } || date.Index < prefix.Length) return Words.Of(kind);
            var organisation = id[prefix.Length..date.Index];
            return $"{Words.Of(kind)} till {NameOf(organisation, register)}";
        }

        return null;
    }

    /// <summary>Labels in Swedish, a path as its file name; checksums say nothing to a reader.</summary>
    private static string? WhyOf(AuditEntry entry)
    {
        if (entry.Why is not { Length: > 0 } why) return null;
        if (entry.What.StartsWith("recipient_", StringComparison.Ordinal) || entry.What is "answer_superseded") why = why[(why.LastIndexOf('/') + 1)..];
        var told = why.Split("; ");
        var parts = told.Where((part, at) => part != "oklart" || (at > 0 && told[at - 1] is "remissvar" or "protokollsutdrag" or "tjansteutlatande")).Select(InSwedish).OfType<string>().Distinct().ToList();
        return parts.Count == 0 ? null : SingleLine.Of(string.Join(". ", parts.Select(Words.Capital)), 300);
    }

    /// <summary><c>review ovrigt oklart → accepted remissvar avstyrker</c></summary>
    private static string? InSwedish(string part)
    {
        if (part.Length == 64 && part.All(char.IsAsciiHexDigitLower)) return null;
        if (part.Split(": ", 2) is [var on, var rest] && DateOnly.TryParseExact(on, "yyyy-MM-dd", out var day)) return $"{SwedishTime.MediumDate(day)}: {rest.TrimEnd('.')}";
        if (Texts.TryGetValue(part, out var what)) return what;
        if (ExtractionReasonTexts.InSwedish(part) is var reason && reason != part) return reason.TrimEnd('.');
        var sides = part.Split(" → ").Select(SideInSwedish).ToList();
        return sides.All(side => side is not null) ? string.Join(" → ", sides) : part.TrimEnd('.');
    }

    /// <returns>Null when there is anything but labels and days in it.</returns>
    private static string? SideInSwedish(string side)
    {
        var words = side.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(w => Words.OfLabel(w) ?? (DateOnly.TryParseExact(w, "yyyy-MM-dd", out var on) ? SwedishTime.MediumDate(on) : null)).ToList();
        return words.Count > 0 && words.All(w => w is not null) ? string.Join(", ", words) : null;
    }

    /// <summary><c>{case}/{organisation}/{file}</c></summary>
    private static string FileOf(string path, Register register) => path.Split('/', 3) is [_, var organisation, var file] && register.Find(organisation) is not null
        ? SingleLine.Of($"{file} från {NameOf(organisation, register)}")
        : SingleLine.Of(path[(path.IndexOf('/') + 1)..]);

    private static string NameOf(string organisation, Register register) =>
        organisation == LedgerKeys.NoOrganisation ? "Okänd avsändare" : SingleLine.Of(register.Find(organisation)?.DisplayName ?? organisation);
}
