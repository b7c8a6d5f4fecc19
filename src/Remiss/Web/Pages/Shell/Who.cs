using System.Security.Claims;

namespace Remiss.Web.Pages.Shell;

/// <summary>The person at the keyboard, as pages show and the audit log names them.</summary>
public static class Who
{
    /// <summary>The authentication type of the identity that everybody has on one's own machine.</summary>
    public const string Development = "Development";

    public const string AccountClaim = "preferred_username";

    public static bool IsKnown(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;

    public static bool IsDevelopment(ClaimsPrincipal user) => user.Identity?.AuthenticationType == Development;

    public static string Name(ClaimsPrincipal user) =>
        user.FindFirstValue("name") ?? user.Identity?.Name ?? user.FindFirstValue(AccountClaim) ?? "okänd";

    /// <summary>With the account, since two people may have the same name.</summary>
    public static string AuditName(ClaimsPrincipal user) =>
        user.FindFirstValue(AccountClaim) is { } account && account != Name(user) ? $"{Name(user)} ({account})" : Name(user);
}
