using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Remiss.Notifications.Workflows;

/// <summary>
/// Posts an Adaptive Card to a flow of Teams. The flow gives no number that would tell one post from the same again, so what may have
/// arrived is unknown and never posted again.
/// </summary>
public sealed class WorkflowsWebhook(IOptions<WorkflowsOptions> options) : IDisposable
{
    /// <summary>In bytes, the limit of Teams.</summary>
    public const int LargestMessage = 28 * 1024;

    private readonly Lazy<HttpClient> http = new(() => new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) });

    public async Task<SendResult> SendAsync(CardNotification notification, CancellationToken cancellationToken)
    {
        if (options.Value.WebhookUrl is not { } address)
            return new(SendState.NotInstalled, "Workflows__WebhookUrl är inte satt.");

        using var content = new StringContent(Message(notification.Card), Encoding.UTF8, "application/json");
        try
        {
            using var response = await http.Value.PostAsync(address, content, cancellationToken);
            return ResultOf(response.StatusCode);
        }
        catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return new(SendState.Owed, "Teams-flödet kunde inte nås.");
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(SendState.Unknown, "Teams-flödet svarade inte.");
        }
    }

    /// <summary>The card as the flow takes it.</summary>
    public static string Message(JsonObject card) => new JsonObject
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["content"] = card.DeepClone(),
        }),
    }.ToJsonString();

    public void Dispose()
    {
        if (http.IsValueCreated)
            http.Value.Dispose();
    }

    private static SendResult ResultOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => SendResult.Accepted,
        429 => new(SendState.Owed, "Teams-flödet tar inte emot fler meddelanden just nu (429)."),
        >= 500 or 408 => new(SendState.Unknown, $"Teams-flödet svarade {(int)status}."),
        var code => new(SendState.Rejected, $"Teams-flödet svarade {code}. Se efter att flödet finns kvar och är på."),
    };
}
