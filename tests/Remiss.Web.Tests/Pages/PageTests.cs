using System.Net;
using Microsoft.Playwright;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Web.Tests.Pages;

public sealed class PageTests(Site site)
{
    [Fact]
    public async Task Every_page_says_that_nobody_has_logged_in()
    {
        var page = await site.OpenAsync("/arenden");

        await Assertions.Expect(page.Locator(".devband")).ToContainTextAsync("Utvecklingsinloggning");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_pages_run_under_their_own_policy()
    {
        var page = await site.OpenAsync("/tillganglighet");
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GotoAsync($"/arenden/{Site.CaseId}");

        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Style_and_script_are_kept_for_ever_under_an_address_of_their_content()
    {
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        var html = await http.GetStringAsync(new Uri("/tillganglighet", UriKind.Relative), TestContext.Current.CancellationToken);
        var address = html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];

        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/finns-inte", "Sidan finns inte")]
    [InlineData("/arenden/ks-1-1", "Ärendet finns inte")]
    [InlineData($"/arenden/{Site.CaseId}/mottagare/ingen", "Remissinstansen finns inte")]
    public async Task What_is_not_there_is_told_in_plain_words(string path, string heading)
    {
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains($"<h1>{heading}</h1>", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_send_that_may_be_lost_is_settled_by_a_person()
    {
        var send = new Send
        {
            Kind = SendKind.Reminder,
            Organisation = "micasa",
            Deadline = new(2023, 10, 6),
            Slot = 29,
            Channel = Channel.Mail,
            Contact = "okand@micasa.example",
            State = SendState.Unknown,
            At = site.Get<TimeProvider>().GetUtcNow(),
            Subject = "Påminnelse",
            Detail = "504",
        };
        var ledger = site.Get<RemissLedger>();
        await ledger.Change(Site.CaseId).Insert(LedgerKeys.Send(send), send)
            .Audit(new(send.At, AuditEntry.System, "send_unknown", NotificationId.Of(Site.CaseId, send))).CommitAsync(CancellationToken.None);
        var page = await site.OpenAsync("/drift");

        await page.Locator("tr", new() { HasTextString = "okand@micasa.example" }).GetByRole(AriaRole.Button, new() { Name = "Det kom fram" }).ClickAsync();
        await page.WaitForURLAsync("**klart=*");

        Assert.Equal(SendState.Accepted, (await ledger.FindAsync<Send>(Site.CaseId, LedgerKeys.Send(send), CancellationToken.None))!.Value.State);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_inbox_is_swept_on_demand()
    {
        var page = await site.OpenAsync("/drift", script: false);

        await page.GetByRole(AriaRole.Button, new() { Name = "Sök igenom inkorgen nu" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Allt är genomsökt");
        await page.Context.CloseAsync();
    }
}
