using System.Net;
using Microsoft.Playwright;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Suggestion;
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
    public async Task A_correction_that_is_refused_keeps_what_was_chosen_and_typed()
    {
        await site.ReceiveAsync("sisab", "rättas fel.txt", "Ett besked som någon ska rätta.");
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("rättas fel.txt")), script: false);

        await page.GetByText("Rätta", new() { Exact = true }).ClickAsync();
        await page.Locator("#typ").SelectOptionAsync("anstand");
        await page.Locator("#stallning").SelectOptionAsync("avstyrker");
        await page.Locator("#onskat").FillAsync("2023-11-30");
        await page.Locator("#ratt-skal").FillAsync("  ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara rättelsen" }).ClickAsync();

        await Assertions.Expect(page.Locator("#ratt-skal-fel")).ToContainTextAsync("Skriv ett skäl.");
        Assert.Equal("anstand", await page.Locator("#typ").InputValueAsync());
        Assert.Equal("avstyrker", await page.Locator("#stallning").InputValueAsync());
        Assert.Equal("2023-11-30", await page.Locator("#onskat").InputValueAsync());
        await Assertions.Expect(page.Locator("#inte-skal-fel")).ToHaveCountAsync(0);
        Assert.Null((await site.DocumentAsync("rättas fel.txt")).Decision);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_move_to_somebody_who_was_not_asked_is_refused_at_its_field()
    {
        await site.ReceiveAsync("sisab", "flyttas fel.txt", "Ett besked som någon ska flytta.");
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("flyttas fel.txt")), script: false);

        await page.GetByText("Flytta", new() { Exact = true }).ClickAsync();
        await page.Locator("#instans").SelectOptionAsync("polisregion-stockholm");
        await page.Locator("#flytt-skal").FillAsync("Det är deras");
        await page.GetByRole(AriaRole.Button, new() { Name = "Flytta handlingen" }).ClickAsync();

        await Assertions.Expect(page.Locator("#instans-fel")).ToContainTextAsync("Lägg till den i ärendet först");
        Assert.Equal("polisregion-stockholm", await page.Locator("#instans").InputValueAsync());
        Assert.Equal("Det är deras", await page.Locator("#flytt-skal").InputValueAsync());
        await page.Context.CloseAsync();
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
    public async Task What_a_language_model_says_is_shown_apart_with_its_quotes()
    {
        await site.ReceiveAsync("sisab", "modellen.txt", "Bolaget ser <b>helst</b> att förslaget ändras. Resten är som förut.");
        var document = await site.DocumentAsync("modellen.txt");
        var ledger = site.Get<RemissLedger>();
        var row = (await ledger.FindAsync<Document>(Site.CaseId, LedgerKeys.Document(document), CancellationToken.None))!;
        var suggestion = new DocumentSuggestion(DocumentType.Remissvar, Stance.DelvisAvstyrker, [new(0, 46, 1), new(40, 4_000, 1)]);
        await ledger.Change(Site.CaseId).Replace(LedgerKeys.Document(document), row, document with { Suggestion = suggestion }).CommitAsync(CancellationToken.None);
        var page = await site.OpenAsync(Site.PageOf(document));

        var shown = page.GetByRole(AriaRole.Region, new() { Name = "En språkmodell säger" });
        await Assertions.Expect(shown).ToContainTextAsync("Remissvar, avstyrker delvis");
        await Assertions.Expect(shown.Locator("blockquote")).ToContainTextAsync("Bolaget ser <b>helst</b> att förslaget ändras.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_is_shown_as_a_picture_beside_its_text()
    {
        var document = await site.DocumentAsync("Begäran om förlängd svarstid.pdf");
        var page = await site.OpenAsync(Site.PageOf(document));
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);

        await page.GetByText("Sida 1 som bild").ClickAsync();

        var picture = page.GetByAltText("Sida 1 som den ser ut i filen");
        await page.WaitForFunctionAsync("() => document.querySelector('.facsimile img').naturalHeight > 0");
        Assert.Equal(1600, await picture.EvaluateAsync<int>("img => Math.max(img.naturalWidth, img.naturalHeight)"));
        Assert.Empty(complaints);
        Assert.True((await site.Get<BlobContainers>().Text.GetBlobClient($"pictures/{document.Sha256}/1.png").ExistsAsync(TestContext.Current.CancellationToken)).Value);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Each_page_of_a_scan_is_shown_as_a_picture()
    {
        await site.ReceiveAsync("micasa", "skannat svar.tif", TiffFile.Grey((300, 400, 255), (400, 300, 200)));
        var address = Site.PageOf(await site.DocumentAsync("skannat svar.tif"));
        var page = await site.OpenAsync(address);
        using var http = new HttpClient { BaseAddress = new(site.Address) };

        await page.WaitForFunctionAsync("() => document.querySelector('.facsimile img').naturalHeight > 0");

        Assert.Equal((1200, 1600), (await SideAsync("naturalWidth"), await SideAsync("naturalHeight")));
        using var second = await http.GetAsync(new Uri($"{address}/sida/2.png", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (second.StatusCode, second.Content.Headers.ContentType!.MediaType));
        using var third = await http.GetAsync(new Uri($"{address}/sida/3.png", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, third.StatusCode);
        await page.Context.CloseAsync();

        Task<int> SideAsync(string side) => page.GetByAltText("Sida 1 som den ser ut i filen").EvaluateAsync<int>($"img => img.{side}");
    }

    [Fact]
    public async Task What_cannot_be_drawn_has_no_picture()
    {
        await site.ReceiveAsync("sisab", "trasig.pdf", "%PDF-1.7 och sedan ingenting som går att rita");
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        var whole = Site.PageOf(await site.DocumentAsync("Begäran om förlängd svarstid.pdf"));
        var broken = Site.PageOf(await site.DocumentAsync("trasig.pdf"));
        var word = Site.PageOf(await site.DocumentAsync("Yttrande SISAB samverkansöverenskommelse.docx"));

        foreach (var address in (string[])[$"{whole}/sida/999.png", $"{whole}/sida/0.png", $"{broken}/sida/1.png", $"{word}/sida/1.png"])
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
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
