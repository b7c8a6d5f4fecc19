using Microsoft.Extensions.Configuration;

namespace Remiss.Web.Security;

/// <summary>Whether Azure's own login stands in front of the app. Only then a header can say who somebody is.</summary>
public sealed class Platform(IConfiguration configuration)
{
    /// <summary>Set by App Service, not by us.</summary>
    public const string LoginSetting = "WEBSITE_AUTH_ENABLED";

    public bool HasLogin { get; } = bool.TryParse(configuration[LoginSetting], out var enabled) && enabled;
}
