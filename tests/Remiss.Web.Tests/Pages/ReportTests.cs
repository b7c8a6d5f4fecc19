using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Playwright;
using Remiss.Compilation;
using Remiss.Compilation.Choices;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Storage;

namespace Remiss.Web.Tests.Pages;

public sealed class ReportTests(Site site)
{
    [Fact]
    public async Task Passages_are_chosen_ordered_and_led_in_to()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}/rapport/sisab", script: false);
        var first = await page.Locator("input[name=text-0]").GetAttributeAsync("value");
        var second = await page.Locator("input[name=text-1]").GetAttributeAsync("value");

        await page.Locator("#plats-0").FillAsync("2");
        await page.Locator("#plats-1").FillAsync("1");
        await page.Locator("#fore-1").FillAsync("Om uppföljningen skriver bolaget:");
        foreach (var box in (await page.Locator("input[type=checkbox]:checked").AllAsync()).Skip(2).Reverse()) await box.UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara urvalet" }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sparat");
        var choice = (await ChoicesAsync())!.Recipients.Single(r => r.Organisation == "sisab");
        Assert.Equal([second, first], choice.Passages!.Select(p => p.Text));
        Assert.Equal("Om uppföljningen skriver bolaget:", choice.Passages![0].Before);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Passages_of_a_very_long_answer_are_chosen_too()
    {
        var remissCase = await site.OpenCaseAsync();
        var text = "SISAB tillstyrker förslaget.\n\n" + string.Join("\n\n", Enumerable.Range(1, 700).Select(n => $"Stycke {n} handlar om något annat än stycket före."));
        await site.ReceiveAsync("sisab", "långt svar.txt", text, remissCase.Id);
        var document = await site.DocumentAsync("långt svar.txt", remissCase.Id);
        await site.Get<ReviewHandler>().HandleAsync(
            new(remissCase.Id, "sisab", document.Sha256), new ReviewDecision.Correct(DocumentType.Remissvar, Stance.Tillstyrker), "test", "Läst", CancellationToken.None);
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/rapport/sisab");

        await page.GetByText("Stycke 700 handlar").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara urvalet" }).First.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Sparat");
        var chosen = (await site.Get<ReportRecords>().FindAsync<SavedChoices>(remissCase.Id, LedgerKeys.ReportChoices, CancellationToken.None))!.Choices.Recipients.Single();
        Assert.Contains("Stycke 700", chosen.Passages![^1].Text, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Words_that_are_not_in_the_answer_are_refused_and_stay_in_the_form()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}/rapport/micasa");

        await page.Locator("#eget").FillAsync("Det här har bolaget aldrig skrivit.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara urvalet" }).Last.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Svaret innehåller inte");
        Assert.Equal("Det här har bolaget aldrig skrivit.", await page.Locator("#eget").InputValueAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_two_who_write_at_once_the_later_is_told_and_loses_nothing()
    {
        var (first, second) = (await site.OpenAsync($"/arenden/{Site.CaseId}/rapport"), await site.OpenAsync($"/arenden/{Site.CaseId}/rapport"));

        await first.Locator("#synpunkter").FillAsync("Den första bedömningen.");
        await first.GetByRole(AriaRole.Button, new() { Name = "Spara texterna" }).ClickAsync();
        await first.WaitForURLAsync("**klart=*");
        await second.Locator("#forslag").FillAsync("Ett förslag till beslut.");
        await second.GetByRole(AriaRole.Button, new() { Name = "Spara texterna" }).ClickAsync();

        await Assertions.Expect(second.GetByRole(AriaRole.Alert)).ToContainTextAsync("Någon annan har sparat");
        Assert.Equal("Ett förslag till beslut.", await second.Locator("#forslag").InputValueAsync());
        Assert.Equal(["Den första bedömningen."], (await ChoicesAsync())!.Assessment);
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task The_draft_and_all_that_goes_with_it_are_fetched()
    {
        using var http = new HttpClient { BaseAddress = new(site.Address) };

        var draft = await http.GetByteArrayAsync(new Uri($"/arenden/{Site.CaseId}/rapport/tjansteutlatande.docx", UriKind.Relative), TestContext.Current.CancellationToken);
        await using var everything = await http.GetStreamAsync(new Uri($"/arenden/{Site.CaseId}/rapport/allt.zip", UriKind.Relative), TestContext.Current.CancellationToken);

        using (var document = new ZipArchive(new MemoryStream(draft))) Assert.NotNull(document.GetEntry("word/document.xml"));
        using var copy = new MemoryStream();
        await everything.CopyToAsync(copy, TestContext.Current.CancellationToken);
        using var archive = new ZipArchive(copy);
        Assert.Contains(archive.Entries, e => e.FullName == "tjansteutlatande.docx");
        Assert.Contains(archive.Entries, e => e.FullName.StartsWith("bilagor/Bilaga 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_is_attested_in_the_name_of_who_is_logged_in()
    {
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}/rapport");

        await page.Locator("#titel").FillAsync("Enhetschef");
        await page.GetByText("Jag har läst rapporten").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Attestera rapporten" }).ClickAsync();
        await page.WaitForURLAsync("**klart=attesterat");

        var attested = await site.Get<ReportRecords>().FindAsync<Remiss.Compilation.Attesting.Attestation>(Site.CaseId, LedgerKeys.ReportAttestation, CancellationToken.None);
        Assert.Equal("Enhetschef", attested!.By.Title);
        Assert.Contains(Environment.UserName, attested.By.Name, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByText("Attesterad av")).ToBeVisibleAsync();

        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Hämta den attesterade rapporten" }).ClickAsync());
        Assert.Equal(attested.Document, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(await saved.PathAsync(), CancellationToken.None))));
        await page.Context.CloseAsync();
    }

    private async Task<ReportChoices?> ChoicesAsync() =>
        (await site.Get<ReportRecords>().FindAsync<SavedChoices>(Site.CaseId, LedgerKeys.ReportChoices, CancellationToken.None))?.Choices;
}
