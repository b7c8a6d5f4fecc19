using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Extraction;
using Remiss.Notifications;
using Remiss.Reports;

namespace Remiss.Web.Pages.Cases;

/// <summary>Something in a case that waits for a decision of a person, and where it is made.</summary>
public sealed record TodoItem(string Text, string? Why, string Address, State State)
{
    public static IReadOnlyList<TodoItem> Of(WeeklyCase status, string caseId) =>
    [
        .. status.Asking.Select(r => new TodoItem(
            $"{r.Name} ber om mer tid" + (r.Extension!.Until is { } until ? $" till {SwedishTime.ShortDate(until)}" : ""),
            "Ge eller neka anstånd. Till dess skickas inga påminnelser.",
            Addresses.Recipient(caseId, r.Organisation),
            new("Anstånd", "clock", "look"))),
        .. status.NeedingPerson.Where(d => !IsRequest(d, status)).Select(d => new TodoItem(
            $"{SingleLine.Of(d.Document.FileName, 120)} från {d.Name}",
            ReasonOf(d.Document),
            Addresses.Document(caseId, d.Document),
            Words.Of(d.Document))),
        .. status.Unsettled.Select(s => new TodoItem(
            $"{Words.Of(s.Send.Kind)} till {s.Name} via {Words.Of(s.Send.Channel)}",
            s.Send.Detail is { } detail ? SingleLine.Of(detail) : null,
            Addresses.Operations,
            Words.Of(s.Send.State))),
        .. status.Recipients.Where(r => !r.HasContact && r.Standing is Standing.Awaited or Standing.Late).Select(r => new TodoItem(
            $"{r.Name} saknar kontakt i registret",
            "Ingen hos dem får remissen eller någon påminnelse.",
            Addresses.Recipient(caseId, r.Organisation),
            new("Saknar kontakt", "warning", "look"))),
    ];

    public static string? ReasonOf(Document document) => document.Reasons.Count == 0
        ? null
        : SingleLine.Of(ExtractionReasonTexts.InSwedish(document.Reasons[0])) + (document.Reasons.Count > 1 ? $" (och {document.Reasons.Count - 1} till)" : "");

    /// <summary>It is told as the request, not once more as a document.</summary>
    private static bool IsRequest(DocumentStatus document, WeeklyCase status) =>
        status.Asking.Any(r => r.Extension!.Document == document.Document.Sha256 && r.Organisation == document.Document.Organisation);
}
