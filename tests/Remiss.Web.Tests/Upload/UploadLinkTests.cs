using System.Net;
using System.Text;
using Remiss.Cases;
using Remiss.Reminders;

namespace Remiss.Web.Tests.Upload;

/// <summary>Which links open, and until when.</summary>
public sealed class UploadLinkTests(Storage storage)
{
    private static readonly byte[] Letter = Encoding.UTF8.GetBytes("SISAB tillstyrker förslaget.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ks-2026-1.sisab.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("none")]
    [InlineData("...")]
    [InlineData("..%2f..%2fapi")]
    public async Task A_link_that_is_none_of_ours_learns_nothing(string token)
    {
        await using var web = await WebHost.StartAsync(storage);
        await web.OpenCaseAsync();

        await Uploads.AssertRefusedAsync(web, null, await Uploads.PutAsync(web, token, "svar.txt", Letter), HttpStatusCode.NotFound, "unknown_link");
    }

    [Theory]
    [InlineData("sisab", "stockholmshem")]
    [InlineData(".0.", ".1.")]
    [InlineData("ks-2026", "ks-2025")]
    public async Task A_link_cannot_be_made_into_another(string part, string other)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var token = (await web.TokenAsync(remissCase)).Replace(part, other, StringComparison.Ordinal);

        await Uploads.AssertRefusedAsync(web, remissCase, await Uploads.PutAsync(web, token, "svar.txt", Letter), HttpStatusCode.NotFound, "unknown_link");
    }

    [Fact]
    public async Task A_link_of_another_installation_is_none_of_ours()
    {
        await using var other = await WebHost.StartAsync(storage, true, ("Security:Key", new string('o', 32)));
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        await Uploads.AssertRefusedAsync(
            web, remissCase, await Uploads.PutAsync(web, await other.TokenAsync(remissCase), "svar.txt", Letter), HttpStatusCode.NotFound, "unknown_link");
    }

    [Fact]
    public async Task A_link_ends_some_time_after_the_last_day_and_lives_on_when_more_time_is_given()
    {
        await using var web = await WebHost.StartAsync(storage, true, ("Upload:GraceDays", "30"));
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);

        web.Time.SetUtcNow(SwedishTime.At(new(2026, 4, 22), new(23, 59)));
        Assert.Equal(HttpStatusCode.Created, (await Uploads.PutAsync(web, token, "sent.txt", Letter)).StatusCode);

        web.Time.SetUtcNow(SwedishTime.At(new(2026, 4, 23), new(0, 1)));
        Assert.Equal(HttpStatusCode.Forbidden, (await Uploads.PutAsync(web, token, "later.txt", Letter)).StatusCode);
        Assert.Single(await web.InboxAsync(remissCase));
        Assert.Contains(web.Events.Lines, line => line.StartsWith("Refused expired_link 403", StringComparison.Ordinal));

        await DecideAsync(web, remissCase, new RecipientDecision.GrantExtension(new(2026, 5, 4)));
        Assert.Equal(HttpStatusCode.Created, (await Uploads.PutAsync(web, token, "later.txt", Letter)).StatusCode);
    }

    [Fact]
    public async Task A_renewed_link_ends_the_one_before()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var old = await web.TokenAsync(remissCase);

        await DecideAsync(web, remissCase, new RecipientDecision.RenewLink());

        await Uploads.AssertRefusedAsync(web, null, await Uploads.PutAsync(web, old, "svar.txt", Letter), HttpStatusCode.Forbidden, "revoked_link");
        Assert.Equal(HttpStatusCode.Created, (await Uploads.PutAsync(web, await web.TokenAsync(remissCase), "svar.txt", Letter)).StatusCode);
        Assert.Contains(await web.AuditAsync(remissCase), entry => entry.What == "upload_link_renewed");
    }

    [Fact]
    public async Task Who_has_been_withdrawn_from_the_case_has_no_link()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);
        await web.OpenCaseAsync(other => remissCase with { Recipients = ["stockholmshem"] });

        await Uploads.AssertRefusedAsync(web, remissCase, await Uploads.PutAsync(web, token, "svar.txt", Letter), HttpStatusCode.Forbidden, "revoked_link");
    }

    [Fact]
    public async Task A_closed_case_takes_nothing_in()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        Assert.IsType<CaseOutcome.Done>(
            await web.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.Close(), "Handläggare Ett", "Svaret är lämnat.", Token));

        await Uploads.AssertRefusedAsync(web, null, await Uploads.PutAsync(web, await web.TokenAsync(remissCase), "svar.txt", Letter), HttpStatusCode.Forbidden, "closed_case");
        Assert.Empty(await web.InboxAsync(remissCase));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task A_link_can_be_looked_at_before_it_is_opened(string method)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var request = new HttpRequestMessage(new(method), $"/upload/{await web.TokenAsync(remissCase)}");

        var response = await web.Client.SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.OK, "text/html"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_log_never_holds_a_link()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var token = await web.TokenAsync(remissCase);

        await Uploads.PutAsync(web, token, "svar.pdf", []);

        Assert.DoesNotContain(token, Assert.Single(web.Events.Lines), StringComparison.Ordinal);
    }

    private static async Task DecideAsync(WebHost web, RemissCase remissCase, RecipientDecision decision) => Assert.IsType<DecisionEffect.Changed>(
        await web.Get<DecisionHandler>().HandleAsync(remissCase.Id, "sisab", decision, "Handläggare Ett", Token));
}
