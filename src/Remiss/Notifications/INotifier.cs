using System.Text.Json.Nodes;

namespace Remiss.Notifications;

/// <summary>A way out: Microsoft Graph, or the outbox of a machine that sends nothing.</summary>
public interface INotifier
{
    /// <summary>How long a send may be under way before somebody else may settle it; zero where handing it over twice does no harm.</summary>
    TimeSpan SettleAfter { get; }

    /// <summary>
    /// Lays a mail ready in the channel, without anything leaving, where the channel can: its ids are then in the ledger before
    /// <see cref="SendAsync(MailNotification, MailDraft, CancellationToken)"/> is called.
    /// </summary>
    /// <returns><see cref="SendState.Sending"/> when it may go on; otherwise the outcome.</returns>
    Task<SendResult> PrepareAsync(MailNotification mail, CancellationToken cancellationToken);

    /// <param name="draft">What was laid ready; null where the channel has no drafts.</param>
    Task<SendResult> SendAsync(MailNotification mail, MailDraft? draft, CancellationToken cancellationToken);

    Task<SendResult> SendAsync(TeamsNotification notification, CancellationToken cancellationToken);

    Task<SendResult> SendAsync(CardNotification notification, CancellationToken cancellationToken);

    /// <summary>
    /// Finds out what became of something handed over whose outcome was never written down. <see cref="SendState.Owed"/> when it
    /// certainly never left and may be sent; <see cref="SendState.Unknown"/> when nobody can tell.
    /// </summary>
    Task<SendResult> SettleAsync(string partition, Send send, CancellationToken cancellationToken);
}

/// <param name="State">
/// Accepted, Rejected, NotInstalled or Unknown; Owed when it certainly never left and may be tried again; Sending when the channel is to be
/// asked again later what became of it.
/// </param>
/// <param name="Draft">What was laid ready, to be sent later.</param>
public sealed record SendResult(SendState State, string? Detail = null, MailDraft? Draft = null)
{
    public static SendResult Accepted { get; } = new(SendState.Accepted);
}

/// <summary>A mail as it lies in the mailbox.</summary>
/// <param name="Id">The same after it has been sent.</param>
/// <param name="InternetMessageId">What replies and reports of failed delivery refer to.</param>
public sealed record MailDraft(string Id, string InternetMessageId);

/// <param name="CaseId">The ledger partition of the send: a case, or the weekly mails.</param>
/// <param name="Id">Unique for ever for this send; safe as a file name.</param>
public abstract record Notification(string CaseId, string Id, string ToName);

/// <param name="Html">A whole HTML document.</param>
/// <param name="Text">The same content as plain text.</param>
public sealed record MailNotification(string CaseId, string Id, string ToName, string ToMail, string Subject, string Html, string Text)
    : Notification(CaseId, Id, ToName)
{
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>The recipient that an answer to the mail is from; null when the mail asks nobody for one.</summary>
    public string? Answerer { get; init; }

    /// <summary>The same for the same mail for ever, without the angle brackets.</summary>
    public string InternetMessageId(string domain) => $"{Id}.{CaseId}@{domain}";
}

/// <param name="ContentId">Set for a picture that the HTML shows as <c>cid:</c>.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content, string? ContentId = null);

/// <param name="ToEntraId">The user's object id in Entra.</param>
/// <param name="Preview">At most 150 characters, the limit of Teams.</param>
public sealed record TeamsNotification(string CaseId, string Id, string ToName, string ToEntraId, string Topic, string Preview, Uri? Link)
    : Notification(CaseId, Id, ToName);

/// <summary>A message in a channel of Teams.</summary>
/// <param name="Card">An Adaptive Card.</param>
public sealed record CardNotification(string CaseId, string Id, string ToName, string Subject, JsonObject Card)
    : Notification(CaseId, Id, ToName);
