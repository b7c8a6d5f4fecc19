using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Web.Pages.Errors;
using Remiss.Web.Security;
using Remiss.Web.Upload;

namespace Remiss.Web;

/// <summary>
/// What happens to an HTTP request, the same behind the Functions app's one catch-all function as on one machine.
/// </summary>
public sealed class RemissPipeline(IServiceProvider services)
{
    /// <summary>In bytes: the largest file that may be uploaded, 50 MB, and the form around it.</summary>
    public const long LargestRequest = 52 * 1024 * 1024;

    private readonly Lazy<RequestDelegate> pipeline = new(() => Build(services));

    public Task HandleAsync(HttpContext context)
    {
        // The Functions worker has chosen its own endpoint; kept, it would be entered again instead of ours.
        context.SetEndpoint(null);
        return pipeline.Value(context);
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        var platform = services.GetRequiredService<Platform>();
        app.Use(next => context =>
        {
            // The platform speaks nothing but TLS, and ends it before the request reaches the app.
            if (platform.HasLogin) context.Request.Scheme = Uri.UriSchemeHttps;
            return SecurityHeaders.AddAsync(context, next);
        });
        app.UseErrorPages();
        app.Use(next => context =>
        {
            // The uploads have limits of their own. The look for a form's token would take a body that is too large for a form without one.
            if (context.Request.ContentLength is null or <= LargestRequest || context.Request.Path.StartsWithSegments(UploadEndpoints.Root)) return next(context);
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        });
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(next => context =>
        {
            // Endpoints made at build would answer with 500 when they read the form.
            if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(context);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
        // One group for all: routing builds every endpoint anew for each group that is added to it.
        app.UseEndpoints(endpoints => endpoints.MapGroup("").MapRemiss());
        return app.Build();
    }
}
