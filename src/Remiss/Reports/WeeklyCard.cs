using System.Text;
using System.Text.Json.Nodes;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Workflows;

namespace Remiss.Reports;

/// <summary>
/// The weekly report as an Adaptive Card for a channel in Teams: how every open case stands, and a link. Foreign text stands only in text
/// runs, which know no Markdown.
/// </summary>
public static class WeeklyCard
{
    public static JsonObject Of(WeeklyStatus status, Uri? page)
    {
        for (var shown = status.Cases.Count; ; shown--)
        {
            var card = Of(status, shown, page);
            if (shown == 0 || Encoding.UTF8.GetByteCount(WorkflowsWebhook.Message(card)) <= WorkflowsWebhook.LargestMessage)
                return card;
        }
    }

    private static JsonObject Of(WeeklyStatus status, int shown, Uri? page)
    {
        JsonArray body =
        [
            Line(Run(ReportWords.ChannelTitle(status), "Bolder", "Large")),
            Line(Run(ReportWords.ChannelSummary(status))),
            .. status.Cases.Take(shown).Select(Case),
        ];
        if (shown < status.Cases.Count)
            body.Add(Line(Run($"och {status.Cases.Count - shown} ärenden till.")));

        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.4",
            ["lang"] = "sv",
            ["fallbackText"] = ReportWords.Subject(status),
            ["body"] = body,
        };
        if (page is not null)
            card["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "Öppna remisserna", ["url"] = page.AbsoluteUri });
        return card;
    }

    private static JsonObject Case(WeeklyCase status) => new()
    {
        ["type"] = "Container",
        ["separator"] = true,
        ["spacing"] = "Medium",
        ["items"] = new JsonArray(
            Line(Run($"{SingleLine.Of(status.Case.Dnr, 60)}: {SingleLine.Of(status.Case.Title)}", "Bolder")),
            Line(Run(ReportWords.Counts(status))),
            Line(Run($"Svar till oss senast {SwedishTime.LongDate(status.Case.RecipientDeadline)}.", size: "Small"))),
    };

    private static JsonObject Line(JsonObject run) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };

    private static JsonObject Run(string text, string weight = "Default", string size = "Default") =>
        new() { ["type"] = "TextRun", ["text"] = text, ["weight"] = weight, ["size"] = size };
}
