using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remiss.Web.Security;

/// <summary>What the platform's login writes in <c>X-MS-CLIENT-PRINCIPAL</c>: base64 of JSON with the claims of the token.</summary>
internal static class PlatformPrincipal
{
    public const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const string Entra = "aad";
    private const int LongestHeader = 64 * 1024;

    private static readonly string[] NameClaims = ["name", ClaimTypes.Name];
    private static readonly string[] AccountClaims = [Visitor.AccountClaim, ClaimTypes.Upn, "upn", ClaimTypes.Email];
    private static readonly string[] IdClaims = ["http://schemas.microsoft.com/identity/claims/objectidentifier", "oid", ClaimTypes.NameIdentifier];
    private static readonly string[] RoleClaims = ["roles", ClaimTypes.Role];

    /// <returns>Null when the header is no principal of Entra.</returns>
    public static ClaimsPrincipal? Read(string header, string scheme)
    {
        if (Parse(header) is not { AuthType: Entra, Claims: { } claims }) return null;

        var identity = new ClaimsIdentity(scheme);
        Add(identity, identity.NameClaimType, First(claims, NameClaims));
        Add(identity, Visitor.AccountClaim, First(claims, AccountClaims));
        Add(identity, ClaimTypes.NameIdentifier, First(claims, IdClaims));
        foreach (var role in claims.Where(c => RoleClaims.Contains(c.Type))) Add(identity, identity.RoleClaimType, role.Value);
        return new(identity);
    }

    private static WrittenPrincipal? Parse(string header)
    {
        if (header.Length > LongestHeader) return null;
        try
        {
            return JsonSerializer.Deserialize<WrittenPrincipal>(Convert.FromBase64String(header));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? First(IReadOnlyList<WrittenClaim> claims, string[] types) =>
        types.Select(type => claims.FirstOrDefault(c => c.Type == type)?.Value).FirstOrDefault(value => value is { Length: > 0 });

    private static void Add(ClaimsIdentity identity, string type, string? value)
    {
        if (value is { Length: > 0 }) identity.AddClaim(new(type, value));
    }

    private sealed record WrittenPrincipal(
        [property: JsonPropertyName("auth_typ")] string? AuthType,
        [property: JsonPropertyName("claims")] IReadOnlyList<WrittenClaim>? Claims);

    private sealed record WrittenClaim(
        [property: JsonPropertyName("typ")] string? Type,
        [property: JsonPropertyName("val")] string? Value);
}
