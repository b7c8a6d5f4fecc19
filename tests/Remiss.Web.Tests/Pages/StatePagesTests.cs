using Microsoft.Playwright;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Web.Pages;

namespace Remiss.Web.Tests.Pages;

/// <summary>Pages on the way of a case: whatever it has come to, they are as usable as on the first day, in light and dark.</summary>
public sealed class StatePagesTests(Site site)
{
    private const string Who = "Ylva Provlund";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("handling som ber om mer tid", "Ge anstånd")]
    [InlineData("handling som är godtagen", "Därför är den med i rapporten")]
    [InlineData("handling som är sekretessmarkerad", "Ta bort sekretessmarkeringen")]
    [InlineData("handling som är rättad", "Ta tillbaka beslutet")]
    [InlineData("handling som är flyttad", "Handlingen är flyttad")]
    [InlineData("handling som är inskannad", "Sida 1 som bild")]
    [InlineData("handling som inte går att läsa", "Ingen text har kunnat läsas ut")]
    [InlineData("rättelse som nekas", "Skriv ett skäl")]
    [InlineData("mottagare som ber om mer tid", "Neka anstånd")]
    [InlineData("mottagare med paus", "Återuppta påminnelserna")]
    [InlineData("mottagare som ska komplettera", "Beräkningen av kostnaden saknas")]
    [InlineData("mottagare som är återkallad", "Återkallad")]
    [InlineData("försenat ärende", "Försenat")]
    [InlineData("läget i ett avslutat ärende", "Remissinstanser")]
    [InlineData("diarium som kan gallras", "Jag vet att det inte går att ångra")]
    [InlineData("gallring som nekas", "Kryssa för")]
    [InlineData("gallrat diarium", "Gallrat")]
    [InlineData("gallrad handling", "Gallrad")]
    [InlineData("avslutade ärenden", "Gallrat")]
    [InlineData("attesterad rapport", "Attesterad av")]
    [InlineData("utdrag som nekas", "Resten av svaret")]
    [InlineData("drift med sådant att göra", "Behandla igen")]
    [InlineData("nytt ärende med fel", "Välj minst en")]
    [InlineData("uppladdning med kvittens", "Kvittens")]
    [InlineData("uppladdning med besked per fil", "Har kommit in")]
    [InlineData("uppladdning när svaret är försenat", "Dagen har gått")]
    [InlineData("uppladdning när mer tid är begärd", "Ni har bett om mer tid")]
    [InlineData("uppladdning när ni har avstått", "Ni har avstått")]
    [InlineData("uppladdning när svaret är läst", "Ert svar har kommit in")]
    [InlineData("uppladdning när ni ska komplettera", "Komplettera senast")]
    public async Task A_page_is_plain_and_has_no_serious_fault(string what, string says)
    {
        var page = await site.OpenAsync("/tillganglighet", bypassPolicy: true);
        await OpenAsync(page, what);

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
        await site.FindNoFaultAsync(page, what);
        await page.Context.CloseAsync();
    }

    private async Task OpenAsync(IPage page, string what)
    {
        var isLate = what is "försenat ärende" or "uppladdning när svaret är försenat";
        var remissCase = await site.OpenCaseAsync(c => c with
        {
            RemittedOn = isLate ? new(2023, 9, 11) : c.RemittedOn,
            RecipientDeadline = isLate ? new(2023, 10, 6) : c.RecipientDeadline,
            Topics = [new("aterbruk", "Återbruk av inredning"), new("tider", "Tidplanen för införandet")],
            Files = [new("Förslag till riktlinjer för återbruk.pdf", Url: new("https://staden.example/riktlinjer.pdf"))],
            Recipients = ["sisab", "micasa", "stokab"],
        });
        var id = remissCase.Id;
        switch (what.Split(' ')[0])
        {
            case "handling" or "rättelse":
                await OpenDocumentAsync(page, what, remissCase);
                break;
            case "mottagare":
                await OpenRecipientAsync(page, what, remissCase);
                break;
            case "uppladdning":
                await OpenUploadAsync(page, what, remissCase);
                break;
            case "försenat":
                await page.GotoAsync(Addresses.Case(id));
                break;
            case "nytt":
                await page.GotoAsync("/arenden/nytt");
                await SubmitAsync(page, "form[action='/arenden/nytt']");
                break;
            case "drift":
                await FailAsync(remissCase);
                await page.GotoAsync(Addresses.Operations);
                break;
            case "attesterad":
                await AnswerAsync(remissCase);
                await page.GotoAsync(Addresses.Report(id));
                await page.Locator("#titel").FillAsync("Enhetschef");
                await page.GetByText("Jag har läst rapporten").ClickAsync();
                await page.GetByRole(AriaRole.Button, new() { Name = "Attestera rapporten" }).ClickAsync();
                await page.WaitForURLAsync("**klart=attesterat");
                break;
            case "utdrag":
                await AnswerAsync(remissCase);
                await page.GotoAsync($"{Addresses.Report(id)}/sisab");
                await page.Locator("#eget").FillAsync("Bolaget ser fram emot riktlinjerna.");
                await SubmitAsync(page, "form:has(#eget)");
                break;
            default:
                await OpenClosedAsync(page, what, remissCase);
                break;
        }

        await page.WaitForLoadStateAsync();
    }

    private async Task OpenDocumentAsync(IPage page, string what, RemissCase remissCase)
    {
        var name = "Yttrande över riktlinjer.txt";
        await (what switch
        {
            "handling som ber om mer tid" => AskForTimeAsync(remissCase),
            "handling som är inskannad" => site.ReceiveAsync("sisab", name = "Yttrande, inskannat.tif", TiffFile.Grey((300, 400, 255), (400, 300, 200)), remissCase.Id),
            "handling som inte går att läsa" => site.ReceiveAsync("sisab", name = "Yttrande.pdf", "%PDF-1.7 och sedan inget som går att läsa", remissCase.Id),
            _ => AnswerAsync(remissCase),
        });
        if (what == "handling som ber om mer tid") name = "Begäran om förlängd svarstid.txt";
        var document = await site.DocumentAsync(name, remissCase.Id);
        var at = new DocumentId(remissCase.Id, document.Organisation, document.Sha256);
        if (what == "handling som är sekretessmarkerad") await site.Get<SecrecyHandler>().MarkAsync(at, Who, "OSL 31 kap. 16 §", Cancel);
        if (what == "handling som är rättad")
            await site.Get<ReviewHandler>().HandleAsync(at, new ReviewDecision.Correct(Intake.Classification.DocumentType.Remissvar, Intake.Classification.Stance.DelvisAvstyrker), Who, "Ringde och frågade", Cancel);
        if (what == "handling som är flyttad") await site.Get<ReviewHandler>().HandleAsync(at, new ReviewDecision.Move(new(remissCase.Id, "micasa")), Who, "Hamnade i fel mapp", Cancel);
        await page.GotoAsync(Site.PageOf(document, remissCase.Id));
        if (what == "handling som är sekretessmarkerad") await page.GetByText("Sekretess", new() { Exact = true }).Last.ClickAsync();
        if (what == "rättelse som nekas") await SubmitAsync(page, "form:has(#typ)");
    }

    private async Task OpenRecipientAsync(IPage page, string what, RemissCase remissCase)
    {
        switch (what)
        {
            case "mottagare som ber om mer tid":
                await AskForTimeAsync(remissCase);
                break;
            case "mottagare med paus":
                await DecideAsync(remissCase, new RecipientDecision.Pause(new(2023, 10, 18)));
                break;
            case "mottagare som ska komplettera":
                await AnswerAsync(remissCase);
                await DecideAsync(remissCase, Completion);
                break;
            default:
                await site.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.WithdrawRecipient("sisab"), Who, "Fel mottagare", Cancel);
                break;
        }

        await page.GotoAsync(Addresses.Recipient(remissCase.Id, "sisab"));
        if (what == "mottagare med paus") await page.GetByText("Pausa påminnelser", new() { Exact = true }).ClickAsync();
    }

    private async Task OpenUploadAsync(IPage page, string what, RemissCase remissCase)
    {
        if (what is "uppladdning när svaret är läst" or "uppladdning när ni ska komplettera") await AnswerAsync(remissCase);
        if (what == "uppladdning när ni ska komplettera") await DecideAsync(remissCase, Completion);
        await page.GotoAsync(await site.UploadPageAsync(remissCase.Id));
        switch (what)
        {
            case "uppladdning med kvittens":
                await page.Locator("#filer").SetInputFilesAsync([File("Yttrande över förslag till riktlinjer för återbruk.txt"), File("Bilaga 1.txt")]);
                await SubmitAsync(page, "form[data-upload]");
                break;
            case "uppladdning med besked per fil":
                await page.Locator("#filer").SetInputFilesAsync([File("Yttrande över förslag till riktlinjer för återbruk.txt"), File("Bilaga 1.txt")]);
                await page.GetByRole(AriaRole.Button, new() { Name = "Skicka in" }).ClickAsync();
                await Assertions.Expect(page.Locator(".sending .ok")).ToHaveCountAsync(2);
                break;
            case "uppladdning när mer tid är begärd":
                await page.GetByText("Be om mer tid", new() { Exact = true }).ClickAsync();
                await page.Locator("#datum").FillAsync("2023-11-09");
                await page.Locator("#namn-anstand").FillAsync("Åsa Exempel");
                await SubmitAsync(page, "form[action$=anstand]");
                break;
            case "uppladdning när ni har avstått":
                await page.GetByText("Vi avstår från att svara", new() { Exact = true }).ClickAsync();
                await page.Locator("#namn-avstar").FillAsync("Åsa Exempel");
                await SubmitAsync(page, "form[action$=avstar]");
                break;
            default:
                break;
        }
    }

    private async Task OpenClosedAsync(IPage page, string what, RemissCase remissCase)
    {
        await AnswerAsync(remissCase);
        var document = await site.DocumentAsync("Yttrande över riktlinjer.txt", remissCase.Id);
        await site.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.Close(), Who, "Kommunstyrelsen har fått svaret", Cancel);
        if (what is "gallrat diarium" or "gallrad handling" or "avslutade ärenden")
            await site.Get<DisposalHandler>().DisposeAsync(remissCase.Id, new("Arkivnämnden, beslut 2030-01-10", "Gallringsbeslut 2029:14", "Remissvar"), Who, Cancel);
        await page.GotoAsync(what switch
        {
            "läget i ett avslutat ärende" => Addresses.Case(remissCase.Id),
            "gallrad handling" => Site.PageOf(document, remissCase.Id),
            "avslutade ärenden" => "/arenden/avslutade",
            _ => Addresses.Diary(remissCase.Id),
        });
        if (what == "gallring som nekas") await SubmitAsync(page, "form[action$=gallra]");
    }

    private static RecipientDecision.RequestCompletion Completion => new("Beräkningen av kostnaden saknas.", new(2023, 11, 1));

    private async Task DecideAsync(RemissCase remissCase, RecipientDecision decision) =>
        Assert.IsType<DecisionEffect.Changed>(await site.Get<DecisionHandler>().HandleAsync(remissCase.Id, "sisab", decision, Who, Cancel));

    private Task AskForTimeAsync(RemissCase remissCase) => site.ReceiveAsync(
        "sisab",
        "Begäran om förlängd svarstid.txt",
        $"Begäran om förlängd svarstid\n\n{remissCase.Dnr}\n\nSkolfastigheter i Stockholm AB (SISAB) begär förlängd svarstid till den 9 november 2023.\n\nÅsa Exempel\nVerkställande direktör",
        remissCase.Id);

    private async Task AnswerAsync(RemissCase remissCase)
    {
        await site.ReceiveAsync(
            "sisab",
            "Yttrande över riktlinjer.txt",
            $"""
            Remissvar

            {remissCase.Dnr}

            Skolfastigheter i Stockholm AB (SISAB) har beretts tillfälle att yttra sig över förslaget till riktlinjer för återbruk.

            SISAB tillstyrker förslaget till riktlinjer.

            Återbruk av inredning sparar både pengar och material. Bolaget har redan ett lager för möbler som kan användas igen.

            Tidplanen för införandet är rimlig.

            Åsa Exempel
            Verkställande direktör
            """,
            remissCase.Id);
        var document = await site.DocumentAsync("Yttrande över riktlinjer.txt", remissCase.Id);
        if (document.State is DocumentState.Review)
            await site.Get<ReviewHandler>().HandleAsync(new(remissCase.Id, document.Organisation, document.Sha256), new ReviewDecision.Accept(), Who, null, Cancel);
    }

    private async Task FailAsync(RemissCase remissCase)
    {
        await AnswerAsync(remissCase);
        var document = await site.DocumentAsync("Yttrande över riktlinjer.txt", remissCase.Id);
        var ledger = site.Get<RemissLedger>();
        var row = (await ledger.FindAsync<Document>(remissCase.Id, LedgerKeys.Document(document), Cancel))!;
        var send = new Send
        {
            Kind = SendKind.Reminder,
            Organisation = "micasa",
            Deadline = remissCase.RecipientDeadline,
            Slot = 1,
            Channel = Channel.Mail,
            Contact = "svarande.person@micasafastigheter.example",
            State = SendState.Unknown,
            At = site.Get<TimeProvider>().GetUtcNow(),
            Subject = $"Påminnelse: svar på remiss {remissCase.Dnr} senast den 25 oktober",
        };
        await ledger.Change(remissCase.Id).Replace(LedgerKeys.Document(document), row, document with { State = DocumentState.Failed, Reasons = ["Läsningen misslyckades upprepade gånger: tiden gick ut."] })
            .Insert(LedgerKeys.Send(send), send).CommitAsync(Cancel);
    }

    /// <summary>As a browser without script would, whatever the fields hold.</summary>
    private static Task SubmitAsync(IPage page, string form) =>
        page.RunAndWaitForResponseAsync(() => page.EvaluateAsync("form => document.querySelector(form).submit()", form), answer => answer.Request.Method == "POST");

    private static FilePayload File(string name) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(name) };
}
