using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Remiss.Web.Pages.Shell;

/// <summary>How an endpoint answers with a page, or sends the reader on after a form.</summary>
public static class PageResult
{
    public static IResult Show<TPage>(IReadOnlyDictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new PageResult<TPage>(parameters, status);

    /// <summary>For a page whose only parameter is its <c>Model</c>.</summary>
    public static IResult Show<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent => Show<TPage>(new Dictionary<string, object?> { ["Model"] = model }, status);

    public static IResult Show<TPage>() where TPage : IComponent => Show<TPage>(new Dictionary<string, object?>());

    /// <summary>The form has been carried out: the page is fetched anew, so that a reload repeats nothing.</summary>
    public static IResult Done(string address, string notice) => Results.LocalRedirect(Notice.After(address, notice));
}

/// <summary>
/// A Razor component rendered to a whole document. The component and all within it get the <see cref="HttpContext"/> as a cascading
/// parameter; all that is not markup of a component itself is encoded.
/// </summary>
internal sealed class PageResult<TPage>(IReadOnlyDictionary<string, object?> parameters, int status) : IResult
    where TPage : IComponent
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var renderer = new HtmlRenderer(httpContext.RequestServices, httpContext.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<HttpContext>>(Within(httpContext))).ToHtmlString());

        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
    }

    private ParameterView Within(HttpContext context) => ParameterView.FromDictionary(new Dictionary<string, object?>
    {
        [nameof(CascadingValue<HttpContext>.Value)] = context,
        [nameof(CascadingValue<HttpContext>.IsFixed)] = true,
        [nameof(CascadingValue<HttpContext>.ChildContent)] = (RenderFragment)(builder =>
        {
            builder.OpenComponent<TPage>(0);
            builder.AddMultipleAttributes(1, parameters.ToDictionary()!);
            builder.CloseComponent();
        }),
    });
}
