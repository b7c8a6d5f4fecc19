using System.Text;
using MimeKit;
using Remiss.Extractor.Compound;
using Remiss.Extractor.Mail;
using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Msg;

internal static class MsgHeaders
{
    private const int Class = 0x001A;
    private const int Subject = 0x0037;
    private const int Sent = 0x0039;
    private const int InternetHeaders = 0x007D;
    private const int RecipientKind = 0x0C15;
    private const int Received = 0x0E06;
    private const int MessageId = 0x1035;
    private const int InReplyTo = 0x1042;
    private const int Address = 0x3003;
    private const int SmtpAddress = 0x39FE;
    private const int MostRecipients = 1_000;

    /// <summary>Where the sender's address may stand, the surest first.</summary>
    private static readonly int[] Senders = [0x5D02, 0x5D01, 0x0065, 0x0C1F];

    public static MailHeader Of(CompoundStorage root, MsgProperties message)
    {
        var headers = Headers(message.Text(InternetHeaders));
        return new MailHeader
        {
            From = Mailbox(headers?[HeaderId.From]) ?? Senders.Select(message.Text).Select(Plain).FirstOrDefault(address => address is not null) ?? "",
            Subject = TextCleaner.Clean(message.Text(Subject) ?? ""),
            To = [.. Recipients(root, message.NarrowEncoding)],
            Date = message.Time(Sent) ?? message.Time(Received),
            MessageId = Id(message.Text(MessageId) ?? headers?[HeaderId.MessageId]),
            InReplyTo = Id(message.Text(InReplyTo) ?? headers?[HeaderId.InReplyTo]),
            AutoSubmitted = (headers is not null && MailHeaders.IsAutoSubmitted(headers))
                || message.Text(Class) is { } name && name.Contains("OofTemplate", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static IEnumerable<string> Recipients(CompoundStorage root, Encoding encoding)
    {
        foreach (var storage in root.Storages.Where(storage => storage.Name.StartsWith("__recip_version1.0_", StringComparison.Ordinal)).Take(MostRecipients))
        {
            var recipient = new MsgProperties(storage, headBytes: 8) { NarrowEncoding = encoding };
            if (recipient.Number(RecipientKind) is null or 1 && Plain(recipient.Text(SmtpAddress) ?? recipient.Text(Address)) is { } address) yield return address;
        }
    }

    private static HeaderList? Headers(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        try
        {
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.TrimEnd() + "\r\n\r\n"));
            return HeaderList.Load(stream);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static string? Mailbox(string? header) =>
        header is not null && InternetAddressList.TryParse(header, out var list) ? Plain(list.Mailboxes.FirstOrDefault()?.Address) : null;

    /// <summary>An address of the Internet; the directory names of an Exchange server are none.</summary>
    private static string? Plain(string? address) =>
        address is not null && address.Contains('@') ? TextCleaner.Clean(address).ToLowerInvariant() : null;

    private static string? Id(string? id) => id?.Trim().Trim('<', '>') is { Length: > 0 } bare ? bare : null;
}
