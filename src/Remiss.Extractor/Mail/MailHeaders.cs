using MimeKit;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Mail;

internal static class MailHeaders
{
    public static MailHeader Of(MimeMessage message) => new()
    {
        From = Address(message.From.Mailboxes.FirstOrDefault() ?? message.Sender),
        Subject = Text.TextCleaner.Clean(message.Subject ?? ""),
        To = message.To.Mailboxes.Select(Address).Where(address => address.Length > 0).ToList(),
        Date = message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue ? message.Date : null,
        MessageId = message.MessageId,
        InReplyTo = message.InReplyTo,
        AutoSubmitted = IsAutoSubmitted(message.Headers),
    };

    private static string Address(MailboxAddress? mailbox) => Text.TextCleaner.Clean(mailbox?.Address ?? "").ToLowerInvariant();

    public static bool IsAutoSubmitted(HeaderList headers) =>
        headers[HeaderId.AutoSubmitted] is { Length: > 0 } value && !value.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || headers.Contains("X-Autoreply") || headers.Contains("X-Autorespond")
        || headers[HeaderId.Precedence] is { } precedence && precedence.Trim().Equals("auto_reply", StringComparison.OrdinalIgnoreCase);
}
