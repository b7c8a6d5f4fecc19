using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Teamwork.SendActivityNotification;

namespace Remiss.Notifications.Graph;

/// <summary>A line in a person's activity feed in Teams, as Graph wants it.</summary>
internal static class GraphActivity
{
    private const int LongestPreview = 150;

    /// <summary>The personal tab that the app's manifest declares.</summary>
    private const string Tab = "remisser";

    public static SendActivityNotificationPostRequestBody Of(TeamsNotification notification, string appId) => new()
    {
        TeamsAppId = appId,
        ActivityType = "systemDefault",
        Topic = new() { Source = TeamworkActivityTopicSource.Text, Value = SingleLine.Of(notification.Topic), WebUrl = Link(notification, appId) },
        PreviewText = new() { Content = SingleLine.Of(notification.Preview, LongestPreview) },
        TemplateParameters = [new() { Name = "systemDefaultText", Value = SingleLine.Of(notification.Topic) }],
    };

    /// <summary>Teams opens only links into itself; who has no Teams at hand comes to the page itself.</summary>
    private static string Link(TeamsNotification notification, string appId)
    {
        var tab = $"https://teams.microsoft.com/l/entity/{Uri.EscapeDataString(appId)}/{Tab}";
        return notification.Link is { } page ? $"{tab}?webUrl={Uri.EscapeDataString(page.AbsoluteUri)}" : tab;
    }
}
