using System.Security.Cryptography;
using System.Text;
using Remiss.Storage;

namespace Remiss.Notifications;

public static class NotificationId
{
    /// <summary>
    /// The same for the same send for ever: <c>reminder-sisab-2023-10-06-3-mail-5f0c…</c>. The contact stands only in its hash, so that
    /// no address gets into logs and file names.
    /// </summary>
    public static string Of(string partition, Send send)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{partition}\n{LedgerKeys.Send(send)}"));
        var organisation = LedgerKeys.Safe(send.Organisation).Replace('~', '_');
        return $"{RemissJson.Label(send.Kind)}-{organisation}-{send.Deadline:yyyy-MM-dd}-{send.Slot}-{RemissJson.Label(send.Channel)}-"
            + Convert.ToHexStringLower(hash.AsSpan(0, 8));
    }
}
