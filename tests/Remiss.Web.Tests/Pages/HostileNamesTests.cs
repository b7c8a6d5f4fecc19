using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Remiss.Web.Tests.Pages;

/// <summary>R13: names and texts that would do harm if they were not encoded.</summary>
public sealed partial class HostileNamesTests(Site site)
{
    [Theory]
    [InlineData("/granskning")]
    [InlineData($"/arenden/{Site.CaseId}")]
    [InlineData($"/arenden/{Site.CaseId}/mottagare/sga-fastigheter")]
    [InlineData($"/arenden/{Site.CaseId}/handelser")]
    [InlineData($"/arenden/{Site.CaseId}/diarium")]
    public async Task They_are_shown_as_words_and_nothing_runs(string path)
    {
        var page = await site.OpenAsync(path);

        await Assertions.Expect(page.GetByText("<img src=x onerror").First).ToBeAttachedAsync();
        Assert.Equal(0, await page.Locator("main img, main script").CountAsync());
        Assert.DoesNotContain("knäckt", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.DoesNotMatch(Invisible(), await page.ContentAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_text_of_a_document_is_no_markup_and_keeps_its_direction()
    {
        foreach (var name in Site.HostileNames)
        {
            var document = (await site.Get<Remiss.Storage.RemissLedger>().ListAsync<Remiss.Intake.Document>(Site.CaseId, CancellationToken.None))
                .Single(d => d.Path.EndsWith(name, StringComparison.Ordinal));
            var page = await site.OpenAsync(Site.PageOf(document));

            await Assertions.Expect(page.Locator(".text")).ToContainTextAsync("<script>document.title='knäckt'</script>");
            Assert.Equal(0, await page.Locator("main script, main img").CountAsync());
            Assert.DoesNotMatch(Invisible(), await page.ContentAsync());
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_file_name_breaks_no_header()
    {
        using var http = new HttpClient { BaseAddress = new(site.Address) };
        foreach (var document in (await site.Get<Remiss.Storage.RemissLedger>().ListAsync<Remiss.Intake.Document>(Site.CaseId, CancellationToken.None)).Where(d => d.Organisation == "sga-fastigheter"))
        {
            using var answer = await http.GetAsync(new Uri(Site.PageOf(document) + "/original", UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Invisible();
}
