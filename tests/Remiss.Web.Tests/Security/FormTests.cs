using System.Net;
using Microsoft.AspNetCore.Routing;
using Remiss.Web.Security;

namespace Remiss.Web.Tests.Security;

/// <summary>What is sent to the pages from where no page of ours has sent it, or larger than any of them sends.</summary>
public sealed class FormTests(Storage storage)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_form_of_the_pages_is_refused_without_the_token_of_its_page()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        await web.Client.GetAsync("/healthz", Token);
        var forms = web.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") is true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.StartsWith("/api/", StringComparison.Ordinal) && !route.StartsWith("/upload/", StringComparison.Ordinal))
            .ToList();
        using var client = web.ClientOf(RemissRoles.Coordinator, RemissRoles.Approver);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var before = await web.AuditAsync(remissCase);

        Assert.InRange(forms.Count, 12, 100);
        foreach (var form in forms)
        {
            using var content = new FormUrlEncodedContent([new("val", "avsluta"), new("skal", "skäl"), new("saker", "ja"), new("titel", "x"), new("last", "ja")]);
            var address = form.Replace("{id}", remissCase.Id, StringComparison.Ordinal).Replace("{partition}", remissCase.Id, StringComparison.Ordinal)
                .Replace("{organisation}", "sisab", StringComparison.Ordinal).Replace("{sha256:length(64)}", new('0', 64), StringComparison.Ordinal);
            using var answer = await client.PostAsync(address, content, Token);

            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address}: {(int)answer.StatusCode}");
            Assert.Contains("Inget har ändrats", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
        }

        Assert.Equal(before.Count, (await web.AuditAsync(remissCase)).Count);
    }

    [Fact]
    public async Task A_form_that_is_larger_than_any_file_is_refused_before_it_is_read()
    {
        await using var web = await WebHost.StartAsync(storage);
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = web.Address };
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", WebHost.Principal(RemissRoles.Coordinator));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var content = new MultipartFormDataContent { { new ByteArrayContent(new byte[(int)RemissPipeline.LargestRequest]), "fil", "stor.json" } };

        using var answer = await client.PostAsync("/arenden/importera", content, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Filen är för stor", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
    }
}
