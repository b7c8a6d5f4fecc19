using Azure.Data.Tables;
using Microsoft.Playwright;
using Remiss.Cases;
using Remiss.Local.Runs;
using Remiss.Storage;
using Remiss.Web.Pages;
using Remiss.Web.Security;

namespace Remiss.Web.Tests.Pages;

/// <summary>What people see when something is refused, has failed, is empty or is very long: as usable as any page, in light and dark.</summary>
public sealed class RefusalPagesTests(Site site, Storage storage)
{
    private const string LargeId = "ks-2026-stort";

    [Theory]
    [InlineData("utan inloggning", "Logga in först")]
    [InlineData("utan behörighet", "Du saknar behörighet")]
    [InlineData("formulär utan nyckel", "Det gick inte att läsa det du skickade")]
    [InlineData("fel hos oss", "Något gick fel hos oss")]
    [InlineData("okänd länk", "Länken stämmer inte")]
    [InlineData("ersatt länk", "Länken har ersatts av en ny")]
    [InlineData("återkallad mottagare", "Ni ska inte längre svara")]
    [InlineData("länk till avslutat ärende", "Ärendet är avslutat")]
    [InlineData("för många försök", "Det går för fort")]
    [InlineData("uppladdning utan fil", "Välj minst en fil")]
    [InlineData("uppladdning som nekas", "är ett program")]
    [InlineData("fel i begäran om mer tid", "Skriv ditt namn")]
    [InlineData("tom rapport", "Att kontrollera")]
    [InlineData("tomt diarium", "Inget har kommit in")]
    [InlineData("inget att granska", "Allt är granskat")]
    [InlineData("stort ärende", "200 av 200 visas")]
    public async Task A_page_is_plain_and_has_no_serious_fault(string what, string says)
    {
        await using var web = await WebHost.StartAsync(storage, settings: what == "för många försök" ? [("Upload:LinkRequestsPerMinute", "1")] : []);
        var page = await site.OpenAsync("/tillganglighet", bypassPolicy: true);
        await OpenAsync(web, page, what);

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            Assert.Empty(await site.FaultsOnAsync(page));
            await Site.ShootAsync(page, what, scheme);
        }

        await page.SetViewportSizeAsync(320, 800);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= 320, $"{what} is wider than 320 pixels.");
        await page.Context.CloseAsync();
    }

    private static async Task OpenAsync(WebHost web, IPage page, string what)
    {
        var remissCase = await web.OpenCaseAsync();
        Task GoAsync(string path) => page.GotoAsync(new Uri(web.Address, path).AbsoluteUri);
        Task LogInAsync(params string[] roles) =>
            page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-MS-CLIENT-PRINCIPAL"] = WebHost.Principal(roles) });
        var link = "/upload/" + await web.TokenAsync(remissCase);
        await (what == "utan inloggning" ? Task.CompletedTask : LogInAsync(what == "utan behörighet" ? "Remiss.Somebody" : RemissRoles.Coordinator));
        switch (what)
        {
            case "formulär utan nyckel":
                await GoAsync("/tillganglighet");
                await page.RunAndWaitForResponseAsync(
                    () => page.EvaluateAsync("a => { const f = document.createElement('form'); f.method = 'post'; f.action = a; document.body.append(f); f.submit(); }", Addresses.Case(remissCase.Id) + "/andra"),
                    answer => answer.Request.Method == "POST");
                break;
            case "fel hos oss":
                await web.Get<TableServiceClient>().GetTableClient("ledger").AddEntityAsync(new TableEntity(remissCase.Id, LedgerKeys.Document("sisab", new('c', 64))) { ["state"] = "none" });
                await GoAsync($"/handling/{remissCase.Id}/sisab/{new string('c', 64)}");
                break;
            case "okänd länk":
                await GoAsync(link[..^4]);
                break;
            case "ersatt länk":
                await web.Get<Reminders.DecisionHandler>().HandleAsync(remissCase.Id, "sisab", new Reminders.RecipientDecision.RenewLink(), "test", CancellationToken.None);
                await GoAsync(link);
                break;
            case "återkallad mottagare":
                await web.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.WithdrawRecipient("sisab"), "test", "Fel mottagare", CancellationToken.None);
                await GoAsync(link);
                break;
            case "länk till avslutat ärende":
                await web.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.Close(), "test", "Klart", CancellationToken.None);
                await GoAsync(link);
                break;
            case "för många försök":
                await GoAsync(link);
                await GoAsync(link);
                break;
            case "uppladdning utan fil":
            case "uppladdning som nekas":
                await GoAsync(link);
                if (what == "uppladdning som nekas")
                {
                    await page.Locator("#filer").SetInputFilesAsync(
                    [
                        File("Yttrande över förslag till riktlinjer för återbruk, beslutat av styrelsen.txt", "Vi tillstyrker."u8.ToArray()), File("svar.exe", [0x4D, 0x5A, 0x90, 0, 1]), File("tom.pdf", []),
                    ]);
                }

                await page.RunAndWaitForResponseAsync(
                    () => page.EvaluateAsync("() => document.querySelector('form[data-upload]').submit()"), answer => answer.Request.Method == "POST");
                break;
            case "fel i begäran om mer tid":
                await GoAsync(link);
                await page.RunAndWaitForResponseAsync(
                    () => page.EvaluateAsync("() => document.querySelector('form[action$=anstand]').submit()"), answer => answer.Request.Method == "POST");
                break;
            case "tom rapport":
                await GoAsync(Addresses.Report(remissCase.Id));
                break;
            case "tomt diarium":
                await GoAsync(Addresses.Diary(remissCase.Id));
                break;
            case "inget att granska":
                await GoAsync($"{Addresses.Review}?arende={remissCase.Id}");
                break;
            case "stort ärende":
                if (await web.Get<RemissLedger>().FindAsync<RemissCase>(LargeId, LedgerKeys.Case, CancellationToken.None) is null)
                    await Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<LargeCase>(web.Services).CreateAsync(200, 160, CancellationToken.None, LargeId);
                await GoAsync(Addresses.Case(LargeId));
                break;
            default:
                await GoAsync("/arenden");
                break;
        }

        await page.WaitForLoadStateAsync();
    }

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };
}
