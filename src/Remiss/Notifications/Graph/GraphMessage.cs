using Microsoft.Graph.Models;
using Remiss.Mailbox;

namespace Remiss.Notifications.Graph;

/// <summary>A mail as Graph wants it.</summary>
internal static class GraphMessage
{
    public static Message Of(MailNotification mail, NotificationOptions options, string mailbox) => new()
    {
        Subject = SingleLine.Of(mail.Subject) + (mail.Answerer is { } organisation ? $" {SubjectToken.Of(mail.CaseId, organisation)}" : ""),
        Body = new() { ContentType = BodyType.Html, Content = mail.Html },
        From = new() { EmailAddress = new() { Name = SingleLine.Of(options.SenderName), Address = mailbox } },
        ToRecipients = [new() { EmailAddress = new() { Name = SingleLine.Of(mail.ToName), Address = mail.ToMail } }],
        InternetMessageId = $"<{mail.InternetMessageId(mailbox[(mailbox.IndexOf('@') + 1)..])}>",
        InternetMessageHeaders = [new() { Name = "X-Auto-Response-Suppress", Value = "All" }],
        Attachments = mail.Attachments.Count == 0 ? null : [.. mail.Attachments.Select(Attachment)],
    };

    private static Attachment Attachment(MailAttachment attachment) => new FileAttachment
    {
        OdataType = "#microsoft.graph.fileAttachment",
        Name = SingleLine.Of(attachment.Name),
        ContentType = attachment.ContentType,
        ContentBytes = attachment.Content.ToArray(),
        ContentId = attachment.ContentId,
        IsInline = attachment.ContentId is not null,
    };
}
