using Microsoft.AspNetCore.Http;

namespace Remiss.Web.Security;

/// <summary>A refusal in Swedish: as <c>application/problem+json</c> to programs, as a page to people.</summary>
internal static class Refusal
{
    public static IResult Of(int status, string title, string detail) => new ForWhoAsks(status, title, detail);

    private sealed class ForWhoAsks(int status, string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => IsPerson(httpContext.Request)
            ? Results.Text($"{title}\n\n{detail}\n", "text/plain; charset=utf-8", statusCode: status).ExecuteAsync(httpContext)
            : Results.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(httpContext);
    }

    private static bool IsPerson(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
}
