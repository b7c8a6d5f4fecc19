using System.Net;
using Microsoft.Playwright;
using Remiss.Intake;
using Remiss.Local.Host;
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

    [Theory]
    [InlineData("Det kom fram", SendState.Accepted, "send_confirmed", 29)]
    [InlineData("Skicka igen", SendState.Owed, "send_again", 28)]
    public async Task A_send_that_may_be_lost_is_settled_by_a_person(string button, SendState expected, string label, int slot)
    {
        var contact = $"okand{slot}@micasa.example";
        var send = new Send
        {
            Kind = SendKind.Reminder,
            Organisation = "micasa",
            Deadline = new(2023, 10, 6),
            Slot = slot,
            Channel = Channel.Mail,
            Contact = contact,
            State = SendState.Unknown,
            At = site.Get<TimeProvider>().GetUtcNow(),
            Subject = "Påminnelse",
            Detail = "504",
        };
        var ledger = site.Get<RemissLedger>();
        await ledger.Change(Site.CaseId).Insert(LedgerKeys.Send(send), send)
            .Audit(new(send.At, AuditEntry.System, "send_unknown", NotificationId.Of(Site.CaseId, send))).CommitAsync(CancellationToken.None);
        var page = await site.OpenAsync("/drift");

        await page.Locator("tr", new() { HasTextString = contact }).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForURLAsync("**klart=*");

        Assert.Equal(expected, (await ledger.FindAsync<Send>(Site.CaseId, LedgerKeys.Send(send), CancellationToken.None))!.Value.State);
        Assert.Contains(await site.AuditAsync(), e => e.What == label && e.Subject == NotificationId.Of(Site.CaseId, send));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_failed_is_shown_with_its_reason_and_set_off_again()
    {
        var remissCase = await site.OpenCaseAsync();
        await site.ReceiveAsync("sisab", "misslyckad.txt", "Vi hör av oss om remissen.", remissCase.Id);
        var document = await site.DocumentAsync("misslyckad.txt", remissCase.Id);
        var ledger = site.Get<RemissLedger>();
        var row = (await ledger.FindAsync<Document>(remissCase.Id, LedgerKeys.Document(document), CancellationToken.None))!;
        await ledger.Change(remissCase.Id)
            .Replace(LedgerKeys.Document(document), row, document with { State = DocumentState.Failed, Reasons = ["Steget extract misslyckades fem gånger."] })
            .Audit(new(site.Get<TimeProvider>().GetUtcNow(), AuditEntry.System, "document_failed", LedgerKeys.Document(document))).CommitAsync(CancellationToken.None);
        var page = await site.OpenAsync("/drift", script: false);

        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("misslyckad.txt") })).ToContainTextAsync("misslyckades fem gånger");
        await page.GetByRole(AriaRole.Button, new() { Name = $"Behandla igen: {remissCase.Dnr}" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Filerna behandlas igen");
        await site.Get<StepPump>().DrainAsync(CancellationToken.None);

        Assert.Equal(document.State, (await site.DocumentAsync("misslyckad.txt", remissCase.Id)).State);
        Assert.Contains(await site.AuditAsync(remissCase.Id), e => e.What == "document_replayed" && e.Who.Contains(Environment.UserName, StringComparison.Ordinal));
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
