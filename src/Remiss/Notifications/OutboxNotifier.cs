using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Remiss.Notifications;

/// <summary>Sends nothing: leaves each mail as an .eml file and what would go to Teams as JSON in a container, each exactly once.</summary>
public sealed class OutboxNotifier(BlobContainerClient outbox, IOptions<NotificationOptions> options, TimeProvider time) : INotifier
{
    private static readonly FormatOptions FileFormat = new() { NewLineFormat = NewLineFormat.Dos };

    public TimeSpan SettleAfter => TimeSpan.Zero;

    public Task<SendResult> PrepareAsync(MailNotification mail, CancellationToken cancellationToken) => Task.FromResult(
        MailAddress.IsOne(mail.ToMail) ? new SendResult(SendState.Sending) : new(SendState.Rejected, "Adressen är ingen e-postadress."));

    public async Task<SendResult> SendAsync(MailNotification mail, MailDraft? draft, CancellationToken cancellationToken)
    {
        using var message = Message(mail);
        using var content = new MemoryStream();
        await message.WriteToAsync(FileFormat, content, cancellationToken);
        await WriteOnceAsync(Name(mail.CaseId, mail.Id, Channel.Mail), BinaryData.FromBytes(content.ToArray()), "message/rfc822", cancellationToken);
        return SendResult.Accepted;
    }

    public async Task<SendResult> SendAsync(TeamsNotification notification, CancellationToken cancellationToken)
    {
        var content = BinaryData.FromObjectAsJson(notification, RemissJson.Indented);
        await WriteOnceAsync(Name(notification.CaseId, notification.Id, Channel.Teams), content, "application/json", cancellationToken);
        return SendResult.Accepted;
    }

    public async Task<SendResult> SendAsync(CardNotification notification, CancellationToken cancellationToken)
    {
        var content = BinaryData.FromString(notification.Card.ToJsonString(RemissJson.Indented));
        await WriteOnceAsync(Name(notification.CaseId, notification.Id, Channel.Workflow), content, "application/json", cancellationToken);
        return SendResult.Accepted;
    }

    public async Task<SendResult> SettleAsync(string partition, Send send, CancellationToken cancellationToken) =>
        await outbox.GetBlobClient(Name(partition, NotificationId.Of(partition, send), send.Channel)).ExistsAsync(cancellationToken)
            ? SendResult.Accepted
            : new SendResult(SendState.Owed);

    private static string Name(string caseId, string id, Channel channel) => $"{caseId}/{id}.{(channel is Channel.Mail ? "eml" : "json")}";

    private MimeMessage Message(MailNotification mail)
    {
        var sender = new MailboxAddress(SingleLine.Of(options.Value.SenderName), options.Value.SenderMail);
        var message = new MimeMessage
        {
            MessageId = mail.InternetMessageId(sender.Domain),
            Date = time.GetUtcNow(),
            Subject = SingleLine.Of(mail.Subject),
            Body = Body(mail),
        };
        message.From.Add(sender);
        message.To.Add(new MailboxAddress(SingleLine.Of(mail.ToName), mail.ToMail));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static MimeEntity Body(MailNotification mail)
    {
        var body = new BodyBuilder { TextBody = mail.Text, HtmlBody = mail.Html };
        foreach (var attachment in mail.Attachments)
        {
            var into = attachment.ContentId is null ? body.Attachments : body.LinkedResources;
            var part = into.Add(SingleLine.Of(attachment.Name), attachment.Content.ToArray(), ContentType.Parse(attachment.ContentType));
            if (attachment.ContentId is not null)
                part.ContentId = attachment.ContentId;
        }

        return body.ToMessageBody();
    }

    private async Task WriteOnceAsync(string name, BinaryData content, string contentType, CancellationToken cancellationToken)
    {
        try
        {
            await outbox.GetBlobClient(name).UploadAsync(
                content,
                new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All }, HttpHeaders = new() { ContentType = contentType } },
                cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
            // It left in an earlier try.
        }
    }
}
