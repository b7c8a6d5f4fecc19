using MimeKit;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Mail;

/// <summary>Reads a mail server's report on a mail that it could not deliver (RFC 3464).</summary>
internal static class ServerReport
{
    /// <returns>Null when the mail is no such report, or does not tell which mail it is about.</returns>
    public static DeliveryReport? Of(MimeMessage message)
    {
        if (message.Body is not MultipartReport report) return null;

        var status = report.OfType<MessageDeliveryStatus>().FirstOrDefault();
        var about = report.OfType<MessagePart>().Select(part => part.Message?.MessageId).FirstOrDefault(id => id is { Length: > 0 }) ?? message.InReplyTo;
        if (status is null || about is not { Length: > 0 }) return null;

        var groups = status.StatusGroups.Skip(1).DefaultIfEmpty(status.StatusGroups.FirstOrDefault() ?? []).ToList();
        var worst = groups.FirstOrDefault(group => Field(group, "Action") == "failed") ?? groups[0];
        return new(Trimmed(about), Field(worst, "Action") ?? "failed", Code(Field(worst, "Status")));
    }

    private static string Trimmed(string id) => Text.TextCleaner.Clean(id).Trim().TrimStart('<').TrimEnd('>');

    private static string? Field(HeaderList group, string name) =>
        group[name] is { } value ? Text.TextCleaner.Clean(value).Trim().ToLowerInvariant() : null;

    /// <summary>Three numbers; a server may go on in its own words.</summary>
    private static string? Code(string? field)
    {
        var code = field?.Split(' ')[0];
        return code?.Split('.') is [_, _, _] numbers && numbers.All(n => n.Length is > 0 and <= 3 && n.All(char.IsAsciiDigit)) ? code : null;
    }
}
