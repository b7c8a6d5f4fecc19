using System.Net;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>The first page as somebody sees it who has not logged in: of the storage it needs only the keys of the forms.</summary>
internal static class FirstPage
{
    private const string InvocationHeader = "x-ms-invocation-id";

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(5);

    public static async Task OpenAsync(string address, string invocation, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { DefaultRequestHeaders = { { InvocationHeader, invocation } } };
        using var response = await GetAsync(client, new Uri(address), cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.StatusCode is not HttpStatusCode.Unauthorized) throw new InvalidOperationException($"{address} answered {response.StatusCode} to a stranger.");
    }

    /// <summary>The worker answers its host before it listens to browsers; the host then tries again, and so do we.</summary>
    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await client.GetAsync(address, cancellationToken);
            }
            catch (HttpRequestException e) when (e.HttpRequestError is HttpRequestError.ConnectionError)
            {
                await Task.Delay(BetweenTries, cancellationToken);
            }
        }
    }
}
