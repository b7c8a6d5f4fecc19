using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Remiss.Notifications.Graph;

/// <summary>Why a request to Graph failed.</summary>
/// <param name="Status">Null when no answer came.</param>
internal sealed record GraphFailure(int? Status, string Detail)
{
    /// <summary>Graph did not take the request, and may at another time.</summary>
    public bool IsNotNow => Status is 401 or 429 or 503;

    /// <summary>Graph took the request and said no to what it asks for.</summary>
    public bool IsRefusal => Status is >= 400 and < 500 and not (401 or 408 or 429);

    /// <summary>Graph no longer knows how far a library or mailbox had been read: everything has to be looked through again.</summary>
    public bool IsForgottenLink => Status is 410 || (Status is 400 && Detail.Contains("SyncState", StringComparison.OrdinalIgnoreCase));

    /// <returns>Null for what is not a failure of the request.</returns>
    public static GraphFailure? Of(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        AggregateException { InnerExceptions: [.., var last] } => Of(last, cancellationToken),
        ODataError error => new(error.ResponseStatusCode, Tell(error.ResponseStatusCode, error.Error?.Code)),
        ApiException error => new(error.ResponseStatusCode, Tell(error.ResponseStatusCode, null)),
        HttpRequestException or IOException => new(null, "Anslutningen till Graph bröts."),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new(null, "Graph svarade inte i tid."),
        _ => null,
    };

    /// <summary>Status and code only: the message may hold addresses.</summary>
    private static string Tell(int status, string? code) => code is { Length: > 0 } ? $"Graph svarade {status} {SingleLine.Of(code, 60)}." : $"Graph svarade {status}.";
}
