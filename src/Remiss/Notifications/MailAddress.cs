using MimeKit;

namespace Remiss.Notifications;

public static class MailAddress
{
    /// <summary>Exactly one address and nothing else: no name, no list, no line break.</summary>
    public static bool IsOne(string text) =>
        MailboxAddress.TryParse(text, out var parsed) && parsed.Address == text && parsed.Domain.Length > 0;
}
