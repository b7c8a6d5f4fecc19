using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Remiss.Web.Security;

/// <summary>
/// Takes the visitor from the platform's login. Where that login is off, the header comes from the visitor himself, is not believed, and is
/// noted as an attempt.
/// </summary>
internal sealed class PlatformLogin(
    Platform platform, SecurityLog log, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Entra";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        if (Request.Headers[PlatformPrincipal.Header].ToString() is not { Length: > 0 } header) return AuthenticateResult.NoResult();

        var principal = platform.HasLogin ? PlatformPrincipal.Read(header, SchemeName) : null;
        if (principal is not null) return AuthenticateResult.Success(new(principal, SchemeName));

        log.Refused(Context, platform.HasLogin ? RefusalReasons.UnreadablePrincipal : RefusalReasons.ForgedPrincipal, StatusCodes.Status401Unauthorized);
        return AuthenticateResult.Fail("The principal is not the platform's.");
    }
}
