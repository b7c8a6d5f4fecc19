using System.Net;
using Remiss.Cases;

namespace Remiss.Web.Tests.Upload;

/// <summary>Files sent by a link, and what is seen of those that were refused.</summary>
internal static class Uploads
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> PutAsync(WebHost web, string token, string name, byte[] content) =>
        web.Client.PutAsync($"/upload/{token}/{Uri.EscapeDataString(name)}", new ByteArrayContent(content), Token);

    public static async Task AssertRefusedAsync(
        WebHost web, RemissCase? remissCase, HttpResponseMessage response, HttpStatusCode status, string reason)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith($"Refused {reason} {(int)status}: PUT ", Assert.Single(web.Events.Lines), StringComparison.Ordinal);
        if (remissCase is null) return;

        Assert.Empty(await web.InboxAsync(remissCase));
        Assert.DoesNotContain(await web.AuditAsync(remissCase), entry => entry.What is not ("case_registered" or "case_changed" or "recipient_added" or "recipient_changed"));
    }
}
