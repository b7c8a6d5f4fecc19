using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Web.Security;

namespace Remiss.Web.Upload;

/// <summary>
/// Makes and checks upload links: <c>{case}.{organisation}.{generation}.{signature}</c>. The signature is 192 bits of an HMAC, so that nobody
/// can make or change a link. When a link ends is not in it: that follows from the ledger, so that more time prolongs it.
/// </summary>
public sealed class UploadLinks(InstallationKey key, IOptions<NotificationOptions> notifications)
{
    private const int SignatureBytes = 24;
    private const int LongestToken = 300;

    /// <returns>Null when the installation has no address to link to.</returns>
    public Uri? For(string caseId, Recipient recipient) =>
        notifications.Value.BaseUrl is { } address ? new(address, $"/upload/{TokenFor(caseId, recipient)}") : null;

    public string TokenFor(string caseId, Recipient recipient)
    {
        var claim = string.Create(CultureInfo.InvariantCulture, $"{caseId}.{recipient.Organisation}.{recipient.LinkGeneration}");
        return $"{claim}.{Sign(claim)}";
    }

    /// <returns>Null when the token is none of ours.</returns>
    public UploadLink? Read(string token)
    {
        if (token.Length > LongestToken || token.LastIndexOf('.') is not (> 0 and var end)) return null;

        var claim = token[..end];
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(claim)), Encoding.UTF8.GetBytes(token[(end + 1)..]));
        return isOurs && claim.Split('.') is [var caseId, var organisation, var generation]
            ? new(caseId, organisation, int.Parse(generation, CultureInfo.InvariantCulture))
            : null;
    }

    private string Sign(string claim)
    {
        var signature = HMACSHA256.HashData(key.Derive("upload link"), Encoding.UTF8.GetBytes(claim));
        return Convert.ToBase64String(signature.AsSpan(0, SignatureBytes)).Replace('+', '-').Replace('/', '_');
    }
}
