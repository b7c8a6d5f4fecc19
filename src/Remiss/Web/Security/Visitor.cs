using System.Security.Claims;
using Remiss.Notifications;

namespace Remiss.Web.Security;

/// <summary>Who is looking, as the login tells it.</summary>
/// <param name="Name">As the pages show it.</param>
/// <param name="Account">As the audit log names the person: the login's account, which a change of name leaves alone.</param>
/// <param name="IsDevelopment">Nobody has logged in: the pages are open to whoever sits at this machine, and must say so.</param>
public sealed record Visitor(string Name, string Account, bool IsDevelopment, bool MayRead, bool MayDecide, bool MayAttest)
{
    /// <summary>The authentication type of an identity that nobody has proved.</summary>
    public const string DevelopmentLogin = "Development";

    public const string AccountClaim = "preferred_username";

    public static Visitor Of(ClaimsPrincipal user)
    {
        var account = user.FindFirstValue(AccountClaim) ?? user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
        return new(
            SingleLine.Of(user.Identity?.Name is { Length: > 0 } name ? name : account),
            SingleLine.Of(account),
            user.Identity?.AuthenticationType == DevelopmentLogin,
            user.IsInRole(RemissRoles.Reader) || user.IsInRole(RemissRoles.Coordinator) || user.IsInRole(RemissRoles.Approver),
            user.IsInRole(RemissRoles.Coordinator),
            user.IsInRole(RemissRoles.Approver));
    }

    /// <summary>As the audit log names who decided.</summary>
    public string Who => Name == Account || Account.Length == 0 ? Name : $"{Name} ({Account})";
}
