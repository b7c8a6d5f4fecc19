using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Remiss.Reports;
using Remiss.Web.Pages;

namespace Remiss.Web;

/// <summary>Everything that answers over HTTP, in the Functions app and on one machine alike.</summary>
public static class RemissEndpoints
{
    public static IEndpointRouteBuilder MapRemiss(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz");
        endpoints.MapGet("/api/cases/{id}", GetCaseAsync);
        endpoints.MapPages();
        return endpoints;
    }

    private static async Task<IResult> GetCaseAsync(string id, CaseStatusReader cases, CancellationToken cancellationToken) =>
        await cases.ReadAsync(id, cancellationToken) is { } status
            ? Results.Json(status, RemissJson.Options)
            : Results.Problem($"Ärendet {id} finns inte.", statusCode: StatusCodes.Status404NotFound);
}
