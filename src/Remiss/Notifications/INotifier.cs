namespace Remiss.Notifications;

/// <summary>A way out: Microsoft Graph, or the outbox of a machine that sends nothing.</summary>
public interface INotifier
{
    /// <summary>How long a send may be under way before somebody else may settle it; zero where handing it over twice does no harm.</summary>
    TimeSpan SettleAfter { get; }

    Task<SendResult> SendAsync(MailNotification mail, CancellationToken cancellationToken);

    Task<SendResult> SendAsync(TeamsNotification notification, CancellationToken cancellationToken);

    /// <summary>
    /// Finds out what became of something handed over whose outcome was never written down. <see cref="SendState.Owed"/> when it
    /// certainly never left and may be sent; <see cref="SendState.Unknown"/> when nobody can tell.
    /// </summary>
    Task<SendResult> SettleAsync(string caseId, string id, Channel channel, CancellationToken cancellationToken);
}

/// <param name="State">Accepted, Rejected, NotInstalled or Unknown; Owed only from <see cref="INotifier.SettleAsync"/>.</param>
public sealed record SendResult(SendState State, string? Detail = null)
{
    public static SendResult Accepted { get; } = new(SendState.Accepted);
}

/// <param name="CaseId">The ledger partition of the send: a case, or the weekly mails.</param>
/// <param name="Id">Unique for ever for this send; safe as a file name.</param>
public abstract record Notification(string CaseId, string Id, string ToName);

/// <param name="Html">A whole HTML document.</param>
/// <param name="Text">The same content as plain text.</param>
public sealed record MailNotification(string CaseId, string Id, string ToName, string ToMail, string Subject, string Html, string Text)
    : Notification(CaseId, Id, ToName)
{
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <param name="ContentId">Set for a picture that the HTML shows as <c>cid:</c>.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content, string? ContentId = null);

/// <param name="ToEntraId">The user's object id in Entra.</param>
/// <param name="Preview">At most 150 characters, the limit of Teams.</param>
public sealed record TeamsNotification(string CaseId, string Id, string ToName, string ToEntraId, string Topic, string Preview, Uri? Link)
    : Notification(CaseId, Id, ToName);
