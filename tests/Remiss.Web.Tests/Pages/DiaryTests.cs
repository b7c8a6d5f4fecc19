using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Remiss.Web.Tests.Pages;

public sealed class DiaryTests(Site site)
{
    [Theory]
    [InlineData("Hämta som CSV", "diarium-ks-2023-740.csv")]
    [InlineData("Hämta som JSON", "diarium-ks-2023-740.json")]
    public async Task The_registrar_takes_the_diary_out(string link, string file)
    {
        var document = await site.DocumentAsync("Begäran om förlängd svarstid.pdf");
        var page = await site.OpenAsync($"/arenden/{Site.CaseId}/diarium");

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());

        Assert.Equal(file, download.SuggestedFilename);
        var content = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var text = Encoding.UTF8.GetString(content);
        Assert.Contains(document.Sha256, text, StringComparison.Ordinal);
        if (file.EndsWith(".csv", StringComparison.Ordinal))
        {
            Assert.Contains("Begäran om förlängd svarstid.pdf", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\n=cmd", text, StringComparison.Ordinal);
            Assert.Contains("\"begäran om anstånd\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"anstand\"", text, StringComparison.Ordinal);
        }
        else
        {
            var row = JsonNode.Parse(content)!.AsArray().Single(r => (string?)r!["sha256"] == document.Sha256)!;
            Assert.Equal("KS 2023/740", (string?)row["ourDnr"]);
        }

        await page.Context.CloseAsync();
    }
}
