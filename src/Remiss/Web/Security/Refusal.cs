using Microsoft.AspNetCore.Http;
using Remiss.Web.Pages.Errors;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Security;

/// <summary>A refusal in Swedish: as <c>application/problem+json</c> to programs, as a page to people.</summary>
internal static class Refusal
{
    public static IResult Of(int status, string title, string detail) => new ForWhoAsks(status, title, detail);

    private sealed class ForWhoAsks(int status, string title, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ErrorPages.IsForPeople(httpContext.Request)
            ? PageResult.Show<ErrorPage>(new PageError(title, detail, null, null), status).ExecuteAsync(httpContext)
            : Results.Problem(title: title, detail: detail, statusCode: status).ExecuteAsync(httpContext);
    }
}
