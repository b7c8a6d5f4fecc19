using MimeKit;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Mail;

internal static class MailHeaders
{
    private static readonly string[] AbsenceSubjects = ["Automatiskt svar:", "Autosvar:", "Frånvaro", "Automatic reply:", "Out of office", "Automatisk svar:"];

    public static MailHeader Of(MimeMessage message) => new()
    {
        From = Address(message.From.Mailboxes.FirstOrDefault() ?? message.Sender),
        Subject = Text.TextCleaner.Clean(message.Subject ?? ""),
        To = message.To.Mailboxes.Select(Address).Where(address => address.Length > 0).ToList(),
        Date = message.Headers.Contains(HeaderId.Date) && message.Date != DateTimeOffset.MinValue ? message.Date : null,
        MessageId = message.MessageId,
        InReplyTo = message.InReplyTo,
        AutoSubmitted = IsAutoSubmitted(message.Headers) || message.Body is MultipartReport || IsAbsenceNote(message),
        Report = ServerReport.Of(message),
    };

    private static string Address(MailboxAddress? mailbox) => Text.TextCleaner.Clean(mailbox?.Address ?? "").ToLowerInvariant();

    /// <summary>Exchange suppresses answers to its automatic replies, but so do programs that send mails of their own: the subject decides.</summary>
    private static bool IsAbsenceNote(MimeMessage message) =>
        message.Headers.Contains("X-Auto-Response-Suppress")
        && Array.Exists(AbsenceSubjects, beginning => (message.Subject ?? "").StartsWith(beginning, StringComparison.OrdinalIgnoreCase));

    public static bool IsAutoSubmitted(HeaderList headers) =>
        headers[HeaderId.AutoSubmitted] is { Length: > 0 } value && !value.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || headers.Contains("X-Autoreply") || headers.Contains("X-Autorespond")
        || headers[HeaderId.Precedence] is { } precedence && precedence.Trim().Equals("auto_reply", StringComparison.OrdinalIgnoreCase);
}
