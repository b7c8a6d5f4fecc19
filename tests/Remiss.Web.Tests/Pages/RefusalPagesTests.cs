using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
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
    private const string LongNamed = "fastighetsutveckling";

    private static readonly Register Named = new(
    [
        new()
        {
            Id = LongNamed,
            Name = "Förvaltningsaktiebolaget Storstadsregionens Fastighetsutvecklingssamordning och Lokalförsörjningsplanering",
            Contacts = [new("Karl-Kristoffer Exempelbergström-Provsamuelsson", "karl-kristoffer.exempelbergstrom-provsamuelsson@fastighetsutvecklingssamordning.example", ContactRole.Answerer)],
        },
    ]);

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
    [InlineData("läsarens ärende", "Remissinstanser")]
    [InlineData("läsarens rapport", "Svaren i rapportens ordning")]
    [InlineData("långa namn", "Fastighetsutvecklingssamordning")]
    [InlineData("långa namn hos mottagaren", "Fastighetsutvecklingssamordning")]
    [InlineData("långa namn på uppladdningssidan", "Fastighetsutvecklingssamordning")]
    public async Task A_page_is_plain_and_has_no_serious_fault(string what, string says)
    {
        await using var web = await WebHost.StartAsync(storage, settings: what == "för många försök" ? [("Upload:LinkRequestsPerMinute", "1")] : []);
        var page = await site.OpenAsync("/tillganglighet", bypassPolicy: true);
        await OpenAsync(web, page, what);

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
        await site.FindNoFaultAsync(page, what);
        await page.Context.CloseAsync();
    }

    /// <summary>In a storage of its own: whoever looks at all open cases would have to read it too.</summary>
    [Fact]
    public async Task A_case_of_200_recipients_is_as_plain()
    {
        await using var large = new Storage();
        await large.InitializeAsync();
        await using var web = await WebHost.StartAsync(large);
        await ActivatorUtilities.CreateInstance<LargeCase>(web.Services).CreateAsync(200, 160, CancellationToken.None, LargeId);
        var page = await site.OpenAsync("/tillganglighet", bypassPolicy: true);
        await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-MS-CLIENT-PRINCIPAL"] = WebHost.Principal(RemissRoles.Coordinator) });

        await page.GotoAsync(new Uri(web.Address, Addresses.Case(LargeId)).AbsoluteUri);

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("200 av 200 visas");
        await site.FindNoFaultAsync(page, "stort ärende");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_installation_without_cases_leads_to_the_first_one()
    {
        await using var empty = new Storage();
        await empty.InitializeAsync();
        await using var web = await WebHost.StartAsync(empty);
        var page = await site.OpenAsync("/tillganglighet", bypassPolicy: true);
        await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-MS-CLIENT-PRINCIPAL"] = WebHost.Principal(RemissRoles.Coordinator) });

        await page.GotoAsync(new Uri(web.Address, "/").AbsoluteUri);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Här finns inga öppna ärenden än");
        await site.FindNoFaultAsync(page, "tom installation");

        await page.GetByRole(AriaRole.Link, new() { Name = "Nytt ärende" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Läs in en registerfil");
        await site.FindNoFaultAsync(page, "tom installation, första ärendet");
        await page.Context.CloseAsync();
    }

    private static async Task OpenAsync(WebHost web, IPage page, string what)
    {
        var remissCase = await OpenCaseAsync(web, what);
        Task GoAsync(string path) => page.GotoAsync(new Uri(web.Address, path).AbsoluteUri);
        Task LogInAsync(params string[] roles) =>
            page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-MS-CLIENT-PRINCIPAL"] = WebHost.Principal(roles) });
        var link = "/upload/" + await web.TokenAsync(remissCase);
        await (what == "utan inloggning" ? Task.CompletedTask : LogInAsync(what == "utan behörighet" ? "Remiss.Somebody" : what.StartsWith("läsarens", StringComparison.Ordinal) ? RemissRoles.Reader : RemissRoles.Coordinator));
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
            case "läsarens ärende" or "långa namn":
                await GoAsync(Addresses.Case(remissCase.Id));
                break;
            case "läsarens rapport":
                await GoAsync(Addresses.Report(remissCase.Id));
                break;
            case "långa namn hos mottagaren":
                await GoAsync(Addresses.Recipient(remissCase.Id, LongNamed));
                break;
            case "långa namn på uppladdningssidan":
                await GoAsync("/upload/" + await web.TokenAsync(remissCase, LongNamed));
                break;
            default:
                await GoAsync("/arenden");
                break;
        }

        await page.WaitForLoadStateAsync();
    }

    private static async Task<RemissCase> OpenCaseAsync(WebHost web, string what)
    {
        if (!what.StartsWith("långa namn", StringComparison.Ordinal)) return await web.OpenCaseAsync();
        foreach (var organisation in Named.Organisations) await web.Get<RegisterHandler>().ChangeAsync(organisation, "test", CancellationToken.None);
        return await web.OpenCaseAsync(c => c with
        {
            Title = "Samverkansöverenskommelse om klimatanpassningsåtgärder, dagvattenhantering och lokalförsörjningsplanering i stadsutvecklingsområdena",
            Remitter = "Samhällsbyggnadsdepartementets samordningskansli för stadsutvecklingsfrågor",
            Recipients = ["sisab", LongNamed],
        });
    }

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };
}
