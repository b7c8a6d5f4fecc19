using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.About;

/// <summary>What the law wants a public body to tell about its web.</summary>
internal static class AboutEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/personuppgifter", () => PageResult.Show<PrivacyPage>()).AllowAnonymous();
        endpoints.MapGet("/tillganglighet", () => PageResult.Show<AccessibilityPage>()).AllowAnonymous();
    }
}
