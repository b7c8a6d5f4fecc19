using Microsoft.AspNetCore.Http;

namespace Remiss.Web.Security;

/// <summary>A refusal: <c>application/problem+json</c> in Swedish to programs; people get the page that belongs to the status.</summary>
internal static class Refusal
{
    public static IResult Of(int status, string title, string detail) => new ForWhoAsks(status, title, detail);

    private sealed class ForWhoAsks(int status, string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (!IsPerson(httpContext.Request)) return Results.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(httpContext);

            httpContext.Response.StatusCode = status;
            return Task.CompletedTask;
        }
    }

    internal static bool IsPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
