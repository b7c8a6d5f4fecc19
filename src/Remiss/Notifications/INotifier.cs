namespace Remiss.Notifications;

/// <summary>A way out: Microsoft Graph, or the outbox of a machine that sends nothing.</summary>
public interface INotifier
{
    Task<SendResult> SendAsync(MailNotification mail, CancellationToken cancellationToken);

    Task<SendResult> SendAsync(TeamsNotification notification, CancellationToken cancellationToken);
}

/// <param name="State">Accepted, Rejected, NotInstalled or Unknown.</param>
public sealed record SendResult(SendState State, string? Detail = null)
{
    public static SendResult Accepted { get; } = new(SendState.Accepted);
}

/// <param name="Id">Unique for ever for this send; safe as a file name.</param>
/// <param name="Html">A whole HTML document.</param>
/// <param name="Text">The same content as plain text.</param>
public sealed record MailNotification(string Id, string ToName, string ToMail, string Subject, string Html, string Text)
{
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <param name="ContentId">Set for a picture that the HTML shows as <c>cid:</c>.</param>
public sealed record MailAttachment(string Name, string ContentType, ReadOnlyMemory<byte> Content, string? ContentId = null);

/// <param name="ToEntraId">The user's object id in Entra.</param>
/// <param name="Preview">At most 150 characters, the limit of Teams.</param>
public sealed record TeamsNotification(string Id, string ToName, string ToEntraId, string Topic, string Preview, Uri? Link);
