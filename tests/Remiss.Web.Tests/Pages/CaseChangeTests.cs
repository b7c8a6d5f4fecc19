using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Storage;

namespace Remiss.Web.Tests.Pages;

public sealed class CaseChangeTests(Site site)
{
    private static readonly CancellationToken Cancel = CancellationToken.None;

    [Fact]
    public async Task A_case_is_made_with_the_form()
    {
        var page = await site.OpenAsync("/arenden/nytt", script: false);

        await FillAsync(page, "KF 2023/801");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa ärendet" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Ärendet är skapat");
        var made = (await site.Get<RemissLedger>().ReadAsync("kf-2023-801", Cancel))!;
        Assert.Equal(["sisab", "micasa"], made.Case.Recipients.Order().Reverse());
        Assert.Equal(["Återbruk av inredning", "Tidplanen"], made.Case.Topics.Select(t => t.Title));
        Assert.All(made.Recipients, r => Assert.Equal(new DateOnly(2023, 11, 3), r.Deadline));
        Assert.Contains(await site.AuditAsync("kf-2023-801"), e => e.What == "case_registered" && e.Who.Contains(Environment.UserName, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_form_with_faults_keeps_what_was_typed_and_tells_each_fault_at_its_field()
    {
        var page = await site.OpenAsync("/arenden/nytt", bypassPolicy: true);
        await FillAsync(page, "KF 2023/802");
        await page.Locator("#svar").FillAsync("2023-09-01");
        await page.Locator("#epost").FillAsync("ylva@stadshusab");
        foreach (var organisation in (string[])["sisab", "micasa"]) await page.Locator($"input[name=instans][value={organisation}]").UncheckAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa ärendet" }).ClickAsync();

        await Assertions.Expect(page.Locator("#epost-fel")).ToContainTextAsync("Skriv en e-postadress, som namn@bolaget.se.");
        await Assertions.Expect(page.Locator("#instans-fel")).ToContainTextAsync("Välj minst en");
        Assert.Equal("epost-fel", await page.Locator("#epost").GetAttributeAsync("aria-describedby"));
        Assert.Equal("ylva@stadshusab", await page.Locator("#epost").InputValueAsync());
        Assert.Equal("Riktlinjer för \"återbruk\" <2023>", await page.Locator("#rubrik").InputValueAsync());
        Assert.Equal("stadshus", await page.Locator("#vi").InputValueAsync());
        Assert.Equal("Återbruk av inredning\nTidplanen", await page.Locator("#punkter").InputValueAsync());
        Assert.Empty(await site.FaultsOnAsync(page));

        await page.Locator("#epost").FillAsync("ylva@stadshusab.example");
        await page.Locator("input[name=instans][value=sisab]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Skapa ärendet" }).ClickAsync();

        await Assertions.Expect(page.Locator("#svar-fel")).ToContainTextAsync("Välj en dag efter den då remissen skickas vidare.");
        Assert.Equal("2023-09-01", await page.Locator("#svar").InputValueAsync());
        Assert.Equal("svar", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Null(await site.Get<RemissLedger>().FindAsync<RemissCase>("kf-2023-802", LedgerKeys.Case, Cancel));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_colleague_takes_over_and_another_is_added()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/andra", script: false);

        await page.Locator("#namn-0").FillAsync("Åsa Öberg");
        await page.Locator("#epost-0").FillAsync("asa.oberg@stadshusab.example");
        await page.Locator("#namn-1").FillAsync("Ylva Provlund");
        await page.Locator("#titel-1").FillAsync("Handläggare");
        await page.Locator("#epost-1").FillAsync("ylva@fel");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara handläggarna" }).ClickAsync();

        await Assertions.Expect(page.Locator("#epost-1-fel")).ToContainTextAsync("e-postadress");
        Assert.Equal("Åsa Öberg", await page.Locator("#namn-0").InputValueAsync());
        await page.Locator("#epost-1").FillAsync("ylva.provlund@stadshusab.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara handläggarna" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sparat");

        Assert.Equal(
            [new("Åsa Öberg", "Handläggare", "asa.oberg@stadshusab.example"), new("Ylva Provlund", "Handläggare", "ylva.provlund@stadshusab.example")],
            (await site.Get<RemissLedger>().FindAsync<RemissCase>(remissCase.Id, LedgerKeys.Case, Cancel))!.Value.Coordinators);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_case_is_taken_out_as_a_file_and_in_again_as_another()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/andra");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Hämta ärendet som fil" }).ClickAsync());
        var file = JsonNode.Parse(await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken))!;
        file["id"] = "kf-2023-803";
        file["dnr"] = "KF 2023/803";
        await page.GotoAsync("/arenden/nytt");
        await page.Locator("#fil").SetInputFilesAsync(new FilePayload { Name = "ärende.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(file.ToJsonString()) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in ärendet" }).ClickAsync();
        await page.WaitForURLAsync("**/arenden/kf-2023-803?klart=skapat");

        var copy = (await site.Get<RemissLedger>().FindAsync<RemissCase>("kf-2023-803", LedgerKeys.Case, Cancel))!.Value;
        Assert.Equal(CaseFile.Write(remissCase with { Id = copy.Id, Dnr = copy.Dnr }), CaseFile.Write(copy));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_case_is_refused_with_its_name_line_and_field()
    {
        var page = await site.OpenAsync("/arenden/nytt");

        await page.Locator("#fil").SetInputFilesAsync(new FilePayload { Name = "fel.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes("{\n \"id\": \"kf-2023-804\",\n \"dnr\": 5\n}") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Läs in ärendet" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("fel.json, rad 3: dnr: en text väntades");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task New_deadlines_count_for_all_who_have_none_of_their_own()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/andra", script: false);

        await page.Locator("#svar").FillAsync("2023-11-08");
        await page.Locator("#vart").FillAsync("2023-11-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara svarsdagarna" }).ClickAsync();

        await Assertions.Expect(page.Locator("#vart-fel")).ToContainTextAsync("Välj samma dag som remissinstanserna eller senare");
        Assert.Equal("2023-11-08", await page.Locator("#svar").InputValueAsync());
        Assert.Equal(remissCase.RecipientDeadline, (await site.RecipientAsync("sisab", remissCase.Id)).Deadline);

        await page.Locator("#vart").FillAsync("2023-11-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara svarsdagarna" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sparat");
        Assert.Equal(new DateOnly(2023, 11, 8), (await site.RecipientAsync("sisab", remissCase.Id)).Deadline);
        Assert.Contains(await site.AuditAsync(remissCase.Id), e => e.What == "case_changed" && e.Who.Contains(Environment.UserName, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_recipient_is_added_and_another_withdrawn_and_nothing_is_deleted()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/andra", script: false);

        await page.Locator("#ny").SelectOptionAsync("stokab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till" }).ClickAsync();
        await page.Locator("#bort").SelectOptionAsync("micasa");
        await page.Locator("#bort-skal").FillAsync("Berörs inte");
        await page.GetByRole(AriaRole.Button, new() { Name = "Återkalla" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sparat");

        Assert.Equal(RecipientStatus.Awaiting, (await site.RecipientAsync("stokab", remissCase.Id)).Status);
        Assert.Equal(RecipientStatus.Withdrawn, (await site.RecipientAsync("micasa", remissCase.Id)).Status);
        Assert.Contains(await site.AuditAsync(remissCase.Id), e => e.Why?.Contains("Berörs inte", StringComparison.Ordinal) == true);
        await page.GotoAsync($"/arenden/{remissCase.Id}");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("Micasa") })).ToContainTextAsync("Återkallad");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_case_is_closed_leaves_the_list_and_is_opened_again()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/andra", script: false);

        await page.Locator("#slut-skal").FillAsync("   ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Avsluta ärendet" }).ClickAsync();
        await Assertions.Expect(page.Locator("#slut-skal-fel")).ToContainTextAsync("Skriv ett skäl.");
        await page.Locator("#slut-skal").FillAsync("Rapporten är lämnad");
        await page.GetByRole(AriaRole.Button, new() { Name = "Avsluta ärendet" }).ClickAsync();

        await Assertions.Expect(page.Locator(".notice.still")).ToContainTextAsync("Rapporten är lämnad");
        var list = $"/arenden?sok={Uri.EscapeDataString(remissCase.Dnr)}";
        await page.GotoAsync(list);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = remissCase.Title, Exact = true })).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Avslutade ärenden" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = remissCase.Title, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Ändra" }).ClickAsync();
        await page.Locator("#oppna-skal").FillAsync("Ett svar till");
        await page.GetByRole(AriaRole.Button, new() { Name = "Öppna igen" }).ClickAsync();
        await page.GotoAsync(list);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = remissCase.Title, Exact = true })).ToHaveCountAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_closed_case_is_disposed_of_and_its_record_stays()
    {
        var remissCase = await site.OpenCaseAsync();
        await site.ReceiveAsync("sisab", "gallras.txt", $"Vi har inget att erinra mot förslaget {remissCase.Dnr}.", remissCase.Id);
        var document = await site.DocumentAsync("gallras.txt", remissCase.Id);
        await site.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.Close(), "test", "Klart", Cancel);
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/diarium", script: false);

        await page.Locator("#vem").FillAsync("Arkivnämnden, beslut 2030-01-10");
        await page.Locator("#grund").FillAsync("Gallringsbeslut 2029:14");
        await page.Locator("#vad").FillAsync("  ");
        await page.Locator("#saker").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gallra ärendet" }).ClickAsync();
        await Assertions.Expect(page.Locator("#vad-fel")).ToContainTextAsync("vad som gallras");
        Assert.Equal("Gallringsbeslut 2029:14", await page.Locator("#grund").InputValueAsync());

        await page.Locator("#vad").FillAsync("Remissvar");
        await page.Locator("#saker").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gallra ärendet" }).ClickAsync();

        await Assertions.Expect(page.Locator(".notice.still")).ToContainTextAsync("Arkivnämnden, beslut 2030-01-10");
        var disposal = (await site.Get<RemissLedger>().FindAsync<CaseDisposal>(remissCase.Id, LedgerKeys.Disposal, Cancel))!.Value;
        Assert.Equal(new DisposalOrder("Arkivnämnden, beslut 2030-01-10", "Gallringsbeslut 2029:14", "Remissvar"), disposal.Order);
        Assert.False((await site.Get<BlobContainers>().Originals.GetBlobClient(document.Sha256).ExistsAsync(Cancel)).Value);
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync(document.Sha256[..12]);
        await page.Context.CloseAsync();
    }

    private static async Task FillAsync(IPage page, string dnr)
    {
        await page.Locator("#dnr").FillAsync(dnr);
        await page.Locator("#rubrik").FillAsync("Riktlinjer för \"återbruk\" <2023>");
        await page.Locator("#fran").FillAsync("Kommunstyrelsen");
        await page.Locator("#vi").SelectOptionAsync("stadshus");
        await page.Locator("#skickas").FillAsync("2023-10-02");
        await page.Locator("#svar").FillAsync("2023-11-03");
        await page.Locator("#vart").FillAsync("2023-11-20");
        await page.Locator("#namn").FillAsync("Ylva Provlund");
        await page.Locator("#titel").FillAsync("Handläggare");
        await page.Locator("#epost").FillAsync("ylva.provlund@stadshusab.example");
        await page.Locator("#punkter").FillAsync("Återbruk av inredning\nTidplanen");
        foreach (var organisation in (string[])["sisab", "micasa"]) await page.Locator($"input[name=instans][value={organisation}]").CheckAsync();
    }
}
