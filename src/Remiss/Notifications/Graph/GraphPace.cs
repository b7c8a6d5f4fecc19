using System.Net;

namespace Remiss.Notifications.Graph;

/// <summary>
/// Keeps to Graph's limits and tries again what Graph refused for going too fast, and only that: a 503 or 504 may hide a mail that left.
/// A pause that Graph asks for holds for all that shares the limit. Stands in the place of the SDK's own retry handler, which cannot be told not to retry those.
/// </summary>
public sealed class GraphPace(TimeProvider time) : DelegatingHandler
{
    /// <summary>Of the four that Graph allows the app, since each timer may run in a process of its own.</summary>
    public const int MailsAtOnce = 1;
    public const int NotificationsPerSecond = 5;
    public const int FilesAtOnce = 4;

    private const int Attempts = 4;

    private readonly GraphLane mails = new(MailsAtOnce, TimeSpan.Zero, time);
    private readonly GraphLane files = new(FilesAtOnce, TimeSpan.Zero, time);
    private readonly GraphLane notifications = new(1, TimeSpan.FromSeconds(1) / NotificationsPerSecond, time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
            await request.Content.LoadIntoBufferAsync(cancellationToken);

        var lane = LaneOf(request.RequestUri!.AbsolutePath);
        for (var attempt = 1; ; attempt++)
        {
            if (!await lane.EnterAsync(cancellationToken))
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { RequestMessage = request };
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                var isTooFast = response.StatusCode is HttpStatusCode.TooManyRequests;
                if ((RetryAfter(response) ?? (isTooFast ? TimeSpan.FromSeconds(1 << attempt) : null)) is { } pause)
                    lane.PauseFor(pause);
                if (!isTooFast || attempt == Attempts)
                    return response;
                response.Dispose();
            }
            finally
            {
                lane.Leave();
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        mails.Dispose();
        files.Dispose();
        notifications.Dispose();
        base.Dispose(disposing);
    }

    private GraphLane LaneOf(string path) => path switch
    {
        _ when path.EndsWith("/teamwork/sendActivityNotification", StringComparison.OrdinalIgnoreCase) => notifications,
        _ when path.Contains("/drives/", StringComparison.OrdinalIgnoreCase) => files,
        _ => mails,
    };

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero,
        _ => null,
    };
}
