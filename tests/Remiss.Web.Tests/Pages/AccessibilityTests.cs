using Remiss.Cases;

namespace Remiss.Web.Tests.Pages;

public sealed class AccessibilityTests(Site site)
{
    public static TheoryData<string> Pages =>
    [
        "/arenden",
        "/arenden/nytt",
        "/arenden/avslutade",
        "/arenden?sok=finns-inte",
        $"/arenden/{Site.CaseId}",
        $"/arenden/{Site.CaseId}/handelser",
        $"/arenden/{Site.CaseId}/andra",
        $"/arenden/{Site.CaseId}/mottagare/sisab",
        $"/arenden/{Site.CaseId}/mottagare/bostadsformedlingen",
        $"/arenden/{Site.CaseId}/rapport",
        $"/arenden/{Site.CaseId}/rapport/sisab",
        $"/arenden/{Site.CaseId}/diarium",
        "/granskning",
        "granskad handling",
        "/drift",
        "/personuppgifter",
        "/tillganglighet",
        "/finns-inte",
        "uppladdningssidan",
        "en spärrad länk",
        "ett avslutat ärende",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_serious_fault_in_light_or_dark_and_fits_a_narrow_screen(string path)
    {
        var page = await site.OpenAsync(await AddressOfAsync(path), bypassPolicy: true);
        await site.FindNoFaultAsync(page, path);
        await page.Context.CloseAsync();
    }

    private async Task<string> AddressOfAsync(string path) => path switch
    {
        "granskad handling" => Site.PageOf(await site.DocumentAsync("Yttrande SISAB samverkansöverenskommelse.docx")),
        "uppladdningssidan" => await site.UploadPageAsync(Site.CaseId, "bostadsformedlingen"),
        "en spärrad länk" => await site.UploadPageAsync((await site.OpenCaseAsync(c => c with { RemittedOn = new(2023, 3, 1), RecipientDeadline = new(2023, 4, 3) })).Id),
        "ett avslutat ärende" => $"/arenden/{await ClosedCaseAsync()}/andra",
        _ => path,
    };

    private async Task<string> ClosedCaseAsync()
    {
        var remissCase = await site.OpenCaseAsync();
        await site.Get<CaseHandler>().HandleAsync(remissCase.Id, new CaseDecision.Close(), "test", "Klart", CancellationToken.None);
        return remissCase.Id;
    }

    [Fact]
    public async Task The_first_tab_leads_past_the_menu()
    {
        var page = await site.OpenAsync("/arenden");

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("innehall", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Everything_that_is_pressed_is_large_enough()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}", width: 390);

        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('button, input, select, summary, nav a, .button')]
              .filter(e => e.getClientRects().length && e.type !== 'hidden' && e.closest('label') === null)
              .filter(e => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 24; })
              .map(e => e.outerHTML.slice(0, 80))
            """);

        Assert.Empty(small);
        await page.Context.CloseAsync();
    }
}
