using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Remiss.Web.Security;

/// <summary>Who gets in, and what protects those who are in. The rules are told in docs/security.md.</summary>
internal static class WebSecurity
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Platform>();
        services.AddSingleton<SecurityLog>();
        services.AddSingleton<InstallationKey>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<KeyRingSeal>();
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);

        services.AddAuthentication(PlatformLogin.SchemeName).AddScheme<AuthenticationSchemeOptions, PlatformLogin>(PlatformLogin.SchemeName, null);
        services.AddAuthorization(AccessPolicies.Add);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalHandler>();

        services.AddDataProtection().SetApplicationName("Remiss");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing, KeyRingSeal>((options, ring, seal) =>
        {
            options.XmlRepository = ring;
            options.XmlEncryptor = seal;
        });
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<Platform>((options, platform) =>
        {
            options.Cookie.Name = platform.HasLogin ? "__Host-remiss" : "remiss";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = platform.HasLogin ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        ReadKeysLate(services);
    }

    /// <summary>
    /// The framework reads the key ring before the host listens, which it then does not for as long as the storage is silent. The first page
    /// reads it soon enough.
    /// </summary>
    private static void ReadKeysLate(IServiceCollection services)
    {
        var framework = typeof(DataProtectionServiceCollectionExtensions).Assembly;
        foreach (var reader in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == framework).ToList())
        {
            services.Remove(reader);
        }
    }
}
