using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Remiss.Web.Security;

namespace Remiss.Web.Upload;

/// <summary>How often the doors that need no login may be tried: by one link, and from one address. Each instance counts for itself.</summary>
internal static class UploadRateLimit
{
    private const string ForwardedFor = "X-Forwarded-For";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services) => services
        .AddRateLimiter(_ => { })
        .AddOptions<RateLimiterOptions>().Configure<IOptions<UploadOptions>, Platform, SecurityLog>((limiter, upload, platform, log) =>
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PerMinute(upload.Value.AddressRequestsPerMinute, context => AddressOf(context, platform)),
                PerMinute(upload.Value.LinkRequestsPerMinute, context => context.GetRouteValue(UploadEndpoints.Token) as string ?? ""));
            limiter.OnRejected = (rejected, _) => RefuseAsync(rejected, log);
        });

    private static PartitionedRateLimiter<HttpContext> PerMinute(int limit, Func<HttpContext, string> key) => PartitionedRateLimiter.Create<HttpContext, string>(
        context => context.Request.Path.StartsWithSegments(UploadEndpoints.Root)
            ? RateLimitPartition.GetSlidingWindowLimiter(key(context), _ => new() { PermitLimit = limit, Window = Window, SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter(""));

    private static async ValueTask RefuseAsync(OnRejectedContext rejected, SecurityLog log)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) && told > TimeSpan.Zero ? told : Window / 6;
        var seconds = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        rejected.HttpContext.Response.Headers.RetryAfter = seconds;
        log.Refused(rejected.HttpContext, RefusalReasons.TooMany, StatusCodes.Status429TooManyRequests);
        await Refusal.Of(
            StatusCodes.Status429TooManyRequests, "Det går för fort", $"Vänta {seconds} sekunder och försök igen. Det som redan kommit in är kvar.")
            .ExecuteAsync(rejected.HttpContext);
    }

    /// <summary>The platform adds the address that it saw last; what stands before it is the visitor's own word.</summary>
    private static string AddressOf(HttpContext context, Platform platform)
    {
        var seen = platform.HasLogin ? context.Request.Headers[ForwardedFor].ToString().Split(',')[^1].Trim() : "";
        return IPEndPoint.TryParse(seen, out var end) ? end.Address.ToString() : context.Connection.RemoteIpAddress?.ToString() ?? "";
    }
}
