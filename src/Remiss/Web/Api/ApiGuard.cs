using Microsoft.AspNetCore.Http;
using Remiss.Web.Security;

namespace Remiss.Web.Api;

/// <summary>
/// Lets a change through only when it names its program in a header of its own. No form can send one, and a script of another site may not:
/// the browser asks first, and no origin is let across. So a login in the browser cannot be used behind its owner's back.
/// </summary>
internal static class ApiGuard
{
    public const string Header = "X-Remiss-Client";

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (IsReading(http.Request.Method) || http.Request.Headers[Header].ToString() is { Length: > 0 }) return await next(context);

        ((SecurityLog)http.RequestServices.GetService(typeof(SecurityLog))!).Refused(http, RefusalReasons.ForeignForm, StatusCodes.Status403Forbidden);
        return Results.Problem(
            title: "Anropet saknar avsändare",
            detail: $"Skicka med rubriken {Header} med programmets namn. Den skyddar mot att en främmande sida använder din inloggning.",
            statusCode: StatusCodes.Status403Forbidden);
    }

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
