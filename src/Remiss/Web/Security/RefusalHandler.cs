using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Security;

/// <summary>What somebody sees who may not: in plain words what to do about it.</summary>
internal sealed class RefusalHandler(SecurityLog log, Platform platform) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded) return next(context);

        var isKnown = context.User.Identity?.IsAuthenticated is true;
        var status = isKnown ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
        log.Refused(context, isKnown ? RefusalReasons.NoRight : RefusalReasons.NoLogin, status);
        return Refusal.Of(
            status,
            isKnown ? "Du saknar behörighet" : "Logga in först",
            isKnown
                ? "Du är inloggad, men ditt konto har inte den roll som krävs. Be den som sköter behörigheterna hos er att ge dig den i Entra."
                : "Sidan visas bara för den som är inloggad.",
            isKnown || !platform.HasLogin ? null : LoginTo(context.Request)).ExecuteAsync(context);
    }

    /// <summary>The platform's own address, which leads back to what was asked for.</summary>
    private static Crumb LoginTo(HttpRequest request)
    {
        var back = HttpMethods.IsGet(request.Method) ? request.Path.Value! : Pages.Addresses.Cases;
        return new("Logga in", "/.auth/login/aad?post_login_redirect_uri=" + Uri.EscapeDataString(back));
    }
}
