using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Remiss.Notifications.Workflows;

namespace Remiss.Notifications.Graph;

/// <summary>
/// Sends through Microsoft Graph. A mail is laid as a draft in the shared mailbox and then sent, so that its id, which stays the same, tells
/// afterwards whether it left. A Teams notification leaves no trace: when nobody can tell, it is unknown.
/// </summary>
public sealed class GraphNotifier(
    Lazy<GraphServiceClient> graph, IOptions<GraphOptions> options, IOptions<NotificationOptions> sender, WorkflowsWebhook channel) : INotifier
{
    private const string ImmutableIds = "IdType=\"ImmutableId\"";

    /// <summary>Longer than a request with all its waits takes.</summary>
    public TimeSpan SettleAfter => TimeSpan.FromMinutes(15);

    private string Mailbox => options.Value.Mailbox!;

    public async Task<SendResult> PrepareAsync(MailNotification mail, CancellationToken cancellationToken)
    {
        if (!MailAddress.IsOne(mail.ToMail))
            return new(SendState.Rejected, "Adressen är ingen e-postadress.");

        try
        {
            var draft = await graph.Value.Users[Mailbox].Messages.PostAsync(
                GraphMessage.Of(mail, sender.Value, Mailbox),
                request => request.Headers.Add("Prefer", ImmutableIds),
                cancellationToken);
            return new(SendState.Sending, Draft: new(draft!.Id!, draft.InternetMessageId!));
        }
        catch (Exception e) when (GraphFailure.Of(e, cancellationToken) is { } failure)
        {
            var isAboutTheMailbox = failure.Status is 403 or 404;
            return new(failure.IsRefusal && !isAboutTheMailbox ? SendState.Rejected : SendState.Owed, failure.Detail);
        }
    }

    public async Task<SendResult> SendAsync(MailNotification mail, MailDraft? draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        try
        {
            await graph.Value.Users[Mailbox].Messages[draft.Id].Send.PostAsync(
                request => request.Headers.Add("Prefer", ImmutableIds), cancellationToken);
            return SendResult.Accepted;
        }
        catch (Exception e) when (GraphFailure.Of(e, cancellationToken) is { } failure)
        {
            return failure switch
            {
                { IsNotNow: true, Status: not 503 } or { Status: 403 } => new(SendState.Owed, failure.Detail),
                { IsRefusal: true, Status: not 404 } => await RefusedAsync(draft, failure.Detail, cancellationToken),
                _ => await LookAsync(draft, failure.Detail, cancellationToken),
            };
        }
    }

    /// <summary>A mail that has already left is refused too, when two workers came to send it.</summary>
    private async Task<SendResult> RefusedAsync(MailDraft draft, string why, CancellationToken cancellationToken)
    {
        var found = await LookAsync(draft, why, cancellationToken);
        return found is { State: SendState.Sending, Draft: not null } ? new(SendState.Rejected, why) : found;
    }

    public async Task<SendResult> SendAsync(TeamsNotification notification, CancellationToken cancellationToken)
    {
        if (options.Value.TeamsAppId is not { Length: > 0 } appId)
            return new(SendState.NotInstalled, "Graph__TeamsAppId är inte satt.");

        try
        {
            await graph.Value.Users[notification.ToEntraId].Teamwork.SendActivityNotification.PostAsync(
                GraphActivity.Of(notification, appId), cancellationToken: cancellationToken);
            return SendResult.Accepted;
        }
        catch (Exception e) when (GraphFailure.Of(e, cancellationToken) is { } failure)
        {
            return failure switch
            {
                { Status: 403 or 404 } => new(SendState.NotInstalled, failure.Detail),
                { IsNotNow: true } => new(SendState.Owed, failure.Detail),
                { IsRefusal: true } => new(SendState.Rejected, failure.Detail),
                _ => new(SendState.Unknown, failure.Detail),
            };
        }
    }

    /// <summary>App-only, Graph posts in no channel; a flow of Teams does.</summary>
    public Task<SendResult> SendAsync(CardNotification notification, CancellationToken cancellationToken) =>
        channel.SendAsync(notification, cancellationToken);

    public async Task<SendResult> SettleAsync(string partition, Send send, CancellationToken cancellationToken)
    {
        if (send.Channel is not Channel.Mail)
            return new(SendState.Unknown, "Körningen dog medan Teams tillfrågades.");
        if (send.Draft is not { } draft)
            return new(SendState.Owed, "Utkastet var aldrig sparat, så det kan inte ha skickats.");

        var found = await LookAsync(draft, send.Detail, cancellationToken);
        return found.State is SendState.Sending && found.Draft is not null ? found with { State = SendState.Owed } : found;
    }

    /// <summary>What the mailbox says: gone out, still a draft (Sending, with the draft), vanished, or no answer (Sending).</summary>
    private async Task<SendResult> LookAsync(MailDraft draft, string? why, CancellationToken cancellationToken)
    {
        try
        {
            var message = await graph.Value.Users[Mailbox].Messages[draft.Id].GetAsync(
                request =>
                {
                    request.Headers.Add("Prefer", ImmutableIds);
                    request.QueryParameters.Select = ["id", "isDraft"];
                },
                cancellationToken);
            return message?.IsDraft is false ? SendResult.Accepted : new(SendState.Sending, why, draft);
        }
        catch (Exception e) when (GraphFailure.Of(e, cancellationToken) is { } failure)
        {
            return failure.Status is 404
                ? new(SendState.Unknown, "Mejlet finns inte kvar i brevlådan, varken som utkast eller som skickat.")
                : new(SendState.Sending, why ?? failure.Detail);
        }
    }
}
