using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Web.Api;
using Remiss.Web.Pages;
using Remiss.Web.Security;
using Remiss.Web.Upload;

namespace Remiss.Web;

/// <summary>Everything that answers over HTTP, in the Functions app and on one machine alike.</summary>
public static class RemissEndpoints
{
    /// <summary>
    /// That of an endpoint that takes what no other does. <c>MapFallback</c> would say it shorter, but made at build it forgets its pattern:
    /// https://github.com/dotnet/aspnetcore/issues/65992.
    /// </summary>
    internal const int LastOrder = int.MaxValue;

    public static IEndpointRouteBuilder MapRemiss(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz").AllowAnonymous();
        ApiEndpoints.Map(endpoints);
        endpoints.MapPages();
        UploadEndpoints.Map(endpoints);
        endpoints.Map("{*path}", NotFound).WithOrder(LastOrder).RequireAuthorization(AccessPolicies.Reader);
        return endpoints;
    }

    /// <summary>
    /// Ends a host's own pipeline with ours. What stands after it is never reached: a <c>WebApplication</c> that does not find authorization
    /// puts it first of all, where no endpoint has been chosen yet and everything is refused.
    /// </summary>
    public static void UseRemiss(this IApplicationBuilder app)
    {
        app.Run(app.ApplicationServices.GetRequiredService<RemissPipeline>().HandleAsync);
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Also what has an address but not for content of this type.</summary>
    private static IResult NotFound(HttpRequest request) => request.ContentLength > 0 && !request.HasJsonContentType()
        ? Refusal.Of(StatusCodes.Status415UnsupportedMediaType, "Fel sorts innehåll", "Skicka JSON med Content-Type: application/json.")
        : Refusal.Of(StatusCodes.Status404NotFound, "Sidan finns inte", "Adressen leder ingenstans. Börja om från startsidan.");
}
