using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Errors;

/// <summary>What a request that fails is answered with: a page in Swedish for people, problem details for programs.</summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            ExceptionHandler = AnswerAsync,
        });
        return app.UseStatusCodePages(context => AnswerAsync(context.HttpContext));
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        if (IsForPeople(context.Request))
        {
            var error = PageError.Of(context.Response.StatusCode, Activity.Current?.Id ?? context.TraceIdentifier);
            await PageResult.Show<ErrorPage>(error, context.Response.StatusCode).ExecuteAsync(context);
            return;
        }

        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new()
        {
            HttpContext = context,
            ProblemDetails = { Status = context.Response.StatusCode },
        });
    }

    public static bool IsForPeople(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
