using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Remiss.Web.Security;

namespace Remiss.Local.Host;

/// <summary>
/// Whoever sits at this machine may do everything, and every page says so. A request that names another host (a page elsewhere that makes
/// the browser ask us) or that came through a proxy is nobody's. Only this program has it, so that no setting can turn it on in Azure.
/// </summary>
internal sealed class OwnLogin(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = Visitor.DevelopmentLogin;

    private static readonly string[] OwnHosts = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly string[] ProxyHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static void Add(IServiceCollection services) =>
        services.AddAuthentication(SchemeName).AddScheme<AuthenticationSchemeOptions, OwnLogin>(SchemeName, null);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(IsFromHere(Context)
        ? AuthenticateResult.Success(new(Owner(), SchemeName))
        : AuthenticateResult.NoResult());

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && OwnHosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && !ProxyHeaders.Any(context.Request.Headers.ContainsKey);

    private static ClaimsPrincipal Owner()
    {
        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new(identity.NameClaimType, $"{Environment.UserName} på {Environment.MachineName}"));
        identity.AddClaim(new(Visitor.AccountClaim, Environment.UserName));
        foreach (var role in new[] { RemissRoles.Coordinator, RemissRoles.Reader, RemissRoles.Approver }) identity.AddClaim(new(identity.RoleClaimType, role));
        return new(identity);
    }
}
