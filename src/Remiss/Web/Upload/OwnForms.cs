using Microsoft.AspNetCore.Http;
using Remiss.Web.Security;

namespace Remiss.Web.Upload;

/// <summary>
/// Refuses what a page of another site makes a visitor's browser send: the browser says so itself (https://www.w3.org/TR/fetch-metadata/).
/// Programs say nothing and pass. Decision 0860 tells why there is no token.
/// </summary>
internal static class OwnForms
{
    private const string Header = "Sec-Fetch-Site";

    public static async ValueTask<object?> CheckAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return await next(context);
        if (http.Request.Headers[Header].ToString() is "" or "same-origin" or "none") return await next(context);

        ((SecurityLog)http.RequestServices.GetService(typeof(SecurityLog))!).Refused(http, RefusalReasons.ForeignForm, StatusCodes.Status403Forbidden);
        return Refusal.Of(
            StatusCodes.Status403Forbidden, "Formuläret kom från en annan webbplats", "Öppna länken i mejlet och skicka därifrån. Inget har tagits emot.");
    }
}
