using Microsoft.Playwright;

namespace Remiss.Web.Tests.Pages;

public sealed class CaseTests(Site site)
{
    [Fact]
    public async Task The_list_shows_how_far_each_case_has_come()
    {
        var page = await site.OpenAsync("/arenden");

        await Assertions.Expect(page.Locator(".case", new() { HasTextString = "KS 2023/740" })).ToContainTextAsync("av 12 har svarat eller avstått");
        await page.GetByRole(AriaRole.Link, new() { Name = "Övergripande samverkansöverenskommelse" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Övergripande samverkansöverenskommelse");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_picture_says_what_the_table_beside_it_says()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}");

        var said = (await page.Locator("svg.stances").GetAttributeAsync("aria-label"))!;
        var rows = await page.Locator(".stance-table tbody tr").AllAsync();
        foreach (var row in rows)
        {
            var text = (await row.Locator("th").InnerTextAsync()).Trim().ToLowerInvariant();
            Assert.Contains($"{(await row.Locator("td").First.InnerTextAsync()).Trim()} {text}", said, StringComparison.Ordinal);
        }

        Assert.Equal(rows.Count, await page.Locator("svg.stances rect").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_recipients_are_narrowed_down_by_the_address()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}", script: false);

        await page.Locator("#sok").FillAsync("hamn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa", Exact = true }).ClickAsync();

        Assert.Contains("sok=hamn", page.Url, StringComparison.Ordinal);
        var names = await page.Locator("section[aria-labelledby=instanser] tbody th").AllInnerTextsAsync();
        Assert.Equal(["Stockholms Hamnar"], names);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_comes_in_is_shown_without_a_reload()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}");
        await page.EvaluateAsync("() => { window.stayed = true; }");
        var files = page.GetByRole(AriaRole.Row, new() { NameRegex = new("^SGA Fastigheter") }).GetByRole(AriaRole.Cell).Last;
        var before = int.Parse(await files.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        await site.ReceiveAsync("sga-fastigheter", "strax innan.txt", "Vi hör av oss strax om remissen.");

        await Assertions.Expect(files).ToHaveTextAsync($"{before + 1}");
        Assert.True(await page.EvaluateAsync<bool>("() => window.stayed === true"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reminders_are_paused_and_taken_up_again()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}/mottagare/sga-fastigheter");

        await page.GetByText("Pausa påminnelser").ClickAsync();
        await page.Locator("#paus").FillAsync("2023-10-30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pausa", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**klart=*");
        Assert.Equal(new DateOnly(2023, 10, 30), (await site.RecipientAsync("sga-fastigheter")).PausedUntil);

        await page.GetByText("Pausa påminnelser").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Återuppta" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        Assert.Null((await site.RecipientAsync("sga-fastigheter")).PausedUntil);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_day_that_has_gone_by_is_refused_with_its_reason()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}/mottagare/sga-fastigheter");

        await page.GetByText("Pausa påminnelser").ClickAsync();
        await page.Locator("#paus").FillAsync("2023-10-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pausa", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Välj en dag efter i dag.");
        Assert.Equal("paus", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal("2023-10-01", await page.Locator("#paus").InputValueAsync());
        await Assertions.Expect(page.Locator("#paus-fel")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }
}
