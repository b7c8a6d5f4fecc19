using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Remiss.Web.Security;

namespace Remiss.Web.Tests.Security;

public sealed class LoginTests(Storage storage)
{
    private static readonly string[] Open = ["/healthz", "/upload/", "/assets/", "/personuppgifter", "/tillganglighet"];

    [Theory]
    [InlineData("/")]
    [InlineData("/api/cases/ks-2026-1")]
    [InlineData("/no/such/address")]
    [InlineData("/upload")]
    public async Task Without_a_login_nothing_is_shown_and_the_attempt_is_noted(string address)
    {
        await using var web = await WebHost.StartAsync(storage);

        var response = await web.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(address == "/upload" ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Single(web.Events.Lines);
    }

    [Fact]
    public async Task A_principal_is_not_believed_where_the_platform_has_no_login()
    {
        await using var web = await WebHost.StartAsync(storage, hasPlatformLogin: false);

        var response = await web.ClientOf(RemissRoles.Coordinator).GetAsync("/api/cases/ks-2026-1", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains(web.Events.Lines, line => line.StartsWith("Refused forged_principal 401", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("not base64")]
    [InlineData("bnVsbA==")]
    [InlineData("eyJhdXRoX3R5cCI6Imdvb2dsZSIsImNsYWltcyI6W3sidHlwIjoicm9sZXMiLCJ2YWwiOiJSZW1pc3MuQ29vcmRpbmF0b3IifV19")]
    public async Task What_is_no_principal_of_entra_is_nobody(string header)
    {
        await using var web = await WebHost.StartAsync(storage);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cases/ks-2026-1");
        request.Headers.Add("X-MS-CLIENT-PRINCIPAL", header);

        Assert.Equal(HttpStatusCode.Unauthorized, (await web.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains(web.Events.Lines, line => line.StartsWith("Refused unreadable_principal 401", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(RemissRoles.Reader, HttpStatusCode.NotFound)]
    [InlineData(RemissRoles.Coordinator, HttpStatusCode.NotFound)]
    [InlineData(RemissRoles.Approver, HttpStatusCode.NotFound)]
    [InlineData("Remiss.Somebody", HttpStatusCode.Forbidden)]
    public async Task Who_has_a_role_may_read_and_who_has_none_may_not(string role, HttpStatusCode status)
    {
        await using var web = await WebHost.StartAsync(storage);

        var response = await web.ClientOf(role).GetAsync("/api/cases/ks-none", TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Every_address_has_a_policy_or_is_one_of_those_that_are_open()
    {
        await using var web = await WebHost.StartAsync(storage);
        await web.Client.GetAsync("/healthz", TestContext.Current.CancellationToken);
        var endpoints = web.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.InRange(endpoints.Count, 10, 1000);
        Assert.All(endpoints, endpoint =>
        {
            var isOpen = endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            Assert.Equal(Open.Any(open => route.StartsWith(open, StringComparison.Ordinal)), isOpen);
            Assert.True(isOpen || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy is { Length: > 0 }), $"{route} names no policy.");
        });
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/personuppgifter")]
    [InlineData("/no/such/address")]
    [InlineData("/upload/none")]
    public async Task Every_answer_tells_the_browser_to_run_and_frame_nothing_foreign(string address)
    {
        await using var web = await WebHost.StartAsync(storage);

        var response = await web.Client.GetAsync(address, TestContext.Current.CancellationToken);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.Contains("Server"));
    }
}
