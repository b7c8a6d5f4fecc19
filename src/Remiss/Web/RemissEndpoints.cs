using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Reports;
using Remiss.Web.Pages;
using Remiss.Web.Security;

namespace Remiss.Web;

/// <summary>Everything that answers over HTTP, in the Functions app and on one machine alike.</summary>
public static class RemissEndpoints
{
    public static IEndpointRouteBuilder MapRemiss(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz").AllowAnonymous();
        endpoints.MapGet("/api/cases/{id}", GetCaseAsync).RequireAuthorization(AccessPolicies.Reader);
        endpoints.MapPages();
        endpoints.MapFallback(NotFound).RequireAuthorization(AccessPolicies.Reader);
        return endpoints;
    }

    private static IResult NotFound() => Refusal.Of(
        StatusCodes.Status404NotFound, "Sidan finns inte", "Adressen leder ingenstans. Börja om från startsidan.");

    private static async Task<IResult> GetCaseAsync(string id, CaseStatusReader cases, CancellationToken cancellationToken) =>
        await cases.ReadAsync(id, cancellationToken) is { } status
            ? Results.Json(status, RemissJson.Options)
            : Results.Problem($"Ärendet {id} finns inte.", statusCode: StatusCodes.Status404NotFound);
}
