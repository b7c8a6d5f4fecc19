using System.Net;
using Microsoft.Playwright;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Storage;

namespace Remiss.Web.Tests.Pages;

public sealed class ReviewTests(Site site)
{
    [Fact]
    public async Task A_proposal_is_accepted_by_keyboard_alone()
    {
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("remissvar KS2023-740.docx")));

        await page.TabToAsync("Godta: remissvar");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**klart=*");

        var document = await site.DocumentAsync("remissvar KS2023-740.docx");
        Assert.Equal((DocumentState.Accepted, DecisionKind.Accepted), (document.State, document.Decision?.Kind));
        Assert.Contains("Ditt beslut är sparat", await page.GetByRole(AriaRole.Status).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(await AuditAsync(), e => e.What == "document_accepted" && e.Subject == LedgerKeys.Document(document) && e.Who == document.Decision!.By);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Labels_are_corrected_by_keyboard_alone()
    {
        await site.ReceiveAsync("stokab", "hälsning.txt", "Hej, vi hör av oss. Stokab");
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("hälsning.txt")));

        await page.TabToAsync("Rätta");
        if (!await page.Locator("#typ").IsVisibleAsync()) await page.Keyboard.PressAsync("Enter");
        await page.TabToAsync("typ");
        await page.Keyboard.TypeAsync("Remissvar");
        await page.TabToAsync("stallning");
        await page.Keyboard.TypeAsync("Avstyrker delvis");
        await page.TabToAsync("ratt-skal");
        await page.Keyboard.TypeAsync("Ringde och frågade");
        await page.TabToAsync("Spara rättelsen");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**klart=*");

        var document = await site.DocumentAsync("hälsning.txt");
        Assert.Equal((DocumentType.Remissvar, Stance.DelvisAvstyrker), (document.Classification!.Type, document.Classification.Stance));
        Assert.Equal("Ringde och frågade", document.Decision!.Reason);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_document_is_marked_as_no_answer_without_script()
    {
        await site.ReceiveAsync("micasa", "fråga om tider.txt", "Är det svar senast den sjätte som gäller?");
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("fråga om tider.txt")), script: false);

        await page.GetByText("Inte ett svar", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Det är inte ett svar" }).ClickAsync();

        Assert.Equal(DecisionKind.NotAnAnswer, (await site.DocumentAsync("fråga om tider.txt")).Decision?.Kind);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_document_is_moved_to_its_sender()
    {
        var name = "Remissvar Stockholm Parkering.docx";
        var before = (await site.Get<RemissLedger>().ListAsync<Document>(Site.CaseId, CancellationToken.None))
            .Single(d => d.FileName == name && d.Organisation == "stockholm-hamnar");
        var page = await site.OpenAsync(Site.PageOf(before));

        await page.GetByText("Flytta", new() { Exact = true }).ClickAsync();
        await page.Locator("#instans").SelectOptionAsync("stockholm-parkering");
        await page.Locator("#flytt-skal").FillAsync("Hamnade i fel mapp");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta handlingen" }).ClickAsync();
        await page.WaitForURLAsync("**klart=*");

        var after = await site.Get<RemissLedger>().FindAsync<Document>(
            Site.CaseId, LedgerKeys.Document("stockholm-parkering", before.Sha256), CancellationToken.None);
        Assert.NotNull(after);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task More_time_is_given_on_the_page_of_the_request()
    {
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("Begäran om förlängd svarstid.pdf")));

        await page.Locator("#till").FillAsync("2023-10-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ge anstånd" }).ClickAsync();
        await page.WaitForURLAsync("**klart=*");

        var recipient = await site.Get<RemissLedger>().FindAsync<Recipient>(Site.CaseId, LedgerKeys.Recipient("bostadsformedlingen"), CancellationToken.None);
        Assert.Equal((new DateOnly(2023, 10, 20), ExtensionState.Granted), (recipient!.Value.Deadline, recipient.Value.Extension!.State));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_decision_on_what_has_changed_meanwhile_is_not_made()
    {
        await site.ReceiveAsync("sisab", "ändras.txt", "Ett besked som ska bedömas av två på samma gång.");
        var address = Site.PageOf(await site.DocumentAsync("ändras.txt"));
        var (first, second) = (await site.OpenAsync(address), await site.OpenAsync(address));
        foreach (var page in (IPage[])[first, second]) await page.GetByText("Inte ett svar", new() { Exact = true }).ClickAsync();

        await first.GetByRole(AriaRole.Button, new() { Name = "Det är inte ett svar" }).ClickAsync();
        await first.WaitForURLAsync("**klart=*");
        await second.GetByRole(AriaRole.Button, new() { Name = "Det är inte ett svar" }).ClickAsync();

        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("har ändrats sedan du öppnade sidan");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task What_decided_is_marked_in_the_text_and_leads_there()
    {
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("Yttrande SISAB samverkansöverenskommelse.docx")));

        var stance = page.Locator(".reasons li", new() { HasTextString = "Ställning" }).First.Locator("a");
        var mark = (await stance.GetAttributeAsync("href"))!;

        Assert.Contains("tillstyrker", await page.Locator($"{mark} + mark").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(0, await page.Locator("mark.passage").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_original_is_saved_and_never_shown()
    {
        var document = await site.DocumentAsync("Yttrande SISAB samverkansöverenskommelse.docx");
        using var http = new HttpClient { BaseAddress = new(site.Address) };

        using var answer = await http.GetAsync(new Uri(Site.PageOf(document) + "/original", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var content = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(document.Sha256, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content)));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var document = await site.DocumentAsync("Yttrande SISAB samverkansöverenskommelse.docx");
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var form = new FormUrlEncodedContent([new("val", "inte-svar")]);

        using var answer = await http.PostAsync(new Uri(Site.PageOf(document) + "/beslut", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await site.DocumentAsync("Yttrande SISAB samverkansöverenskommelse.docx")).Decision);
    }

    private Task<IReadOnlyList<AuditEntry>> AuditAsync() => site.Get<RemissLedger>().ListAsync<AuditEntry>(Site.CaseId, CancellationToken.None);
}
