using Microsoft.AspNetCore.Http;
using Remiss.Web.Pages.Errors;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Security;

/// <summary>A refusal in Swedish: as <c>application/problem+json</c> to programs, as a page to people.</summary>
internal static class Refusal
{
    /// <param name="way">For people: where what is missing can be had.</param>
    public static IResult Of(int status, string title, string detail, Crumb? way = null) => new ForWhoAsks(status, title, detail, way);

    private sealed class ForWhoAsks(int status, string title, string detail, Crumb? way) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ErrorPages.IsForPeople(httpContext.Request)
            ? PageResult.Show<ErrorPage>(new PageError(title, detail, null, null) { Way = way }, status).ExecuteAsync(httpContext)
            : Results.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(httpContext);
    }
}
