using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Remiss.Web.Security;

/// <summary>
/// Requests that were refused, in the log category <c>Remiss.Security</c>. It holds the pattern of the route, never the address asked for
/// (an upload link is a secret), no content, and nobody's address. Not part of the audit log: nothing happened.
/// </summary>
public sealed partial class SecurityLog(ILoggerFactory loggers)
{
    public const string Category = "Remiss.Security";

    private const string NoRoute = "(none)";

    private readonly ILogger logger = loggers.CreateLogger(Category);

    public void Refused(HttpContext context, string reason, int status) => Log.Refused(
        logger, reason, status, context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, EventName = "Refused", Level = LogLevel.Warning, Message = "Refused {Reason} {Status}: {Method} {Route}")]
        public static partial void Refused(ILogger logger, string reason, int status, string method, string route);
    }
}
