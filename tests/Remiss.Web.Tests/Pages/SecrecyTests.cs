using Microsoft.Playwright;
using Remiss.Intake;

namespace Remiss.Web.Tests.Pages;

public sealed class SecrecyTests(Site site)
{
    [Fact]
    public async Task A_document_is_marked_secret_stays_out_of_the_report_and_is_released()
    {
        var remissCase = await site.OpenCaseAsync();
        await site.ReceiveAsync("sisab", "hemligt.txt", Answer(remissCase.Dnr), remissCase.Id);
        var page = await site.OpenAsync(Site.PageOf(await DocumentAsync(), remissCase.Id), script: false);

        await page.GetByText("Sekretess", new() { Exact = true }).ClickAsync();
        await page.Locator("#sekretess-skal").FillAsync("OSL 31 kap. 16 §");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sekretessmarkera" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Ditt beslut är sparat");
        Assert.Equal("OSL 31 kap. 16 §", (await DocumentAsync()).Secrecy!.Reason);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Därför är den inte med i rapporten" })).ToBeVisibleAsync();

        await page.GetByText("Sekretess", new() { Exact = true }).Last.ClickAsync();
        await page.Locator("#slapp-skal").FillAsync("Prövad av jurist");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta bort sekretessmarkeringen" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Ditt beslut är sparat");
        Assert.Null((await DocumentAsync()).Secrecy);
        Assert.Equal(
            ["document_marked_secret", "document_released"],
            (await site.AuditAsync(remissCase.Id)).Select(e => e.What).Where(w => w is "document_marked_secret" or "document_released").Order());
        await page.Context.CloseAsync();

        Task<Document> DocumentAsync() => site.DocumentAsync("hemligt.txt", remissCase.Id);
    }

    [Fact]
    public async Task A_mark_without_a_ground_is_refused_at_its_field()
    {
        var remissCase = await site.OpenCaseAsync();
        await site.ReceiveAsync("sisab", "utan grund.txt", Answer(remissCase.Dnr), remissCase.Id);
        var page = await site.OpenAsync(Site.PageOf(await site.DocumentAsync("utan grund.txt", remissCase.Id), remissCase.Id), script: false);

        await page.GetByText("Sekretess", new() { Exact = true }).ClickAsync();
        await page.Locator("#sekretess-skal").FillAsync("   ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sekretessmarkera" }).ClickAsync();

        await Assertions.Expect(page.Locator("#sekretess-skal-fel")).ToContainTextAsync("Skriv ett skäl");
        await Assertions.Expect(page.Locator("#sekretess-skal")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static string Answer(string dnr) =>
        $"Remissvar\n\n{dnr}\n\nSkolfastigheter i Stockholm AB (SISAB) har beretts tillfälle att yttra sig. SISAB tillstyrker förslaget till riktlinjer.\n\nAnna Exempel\nVerkställande direktör";
}
