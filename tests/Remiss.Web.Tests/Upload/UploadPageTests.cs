using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Storage;
using Remiss.Web.Tests.Pages;

namespace Remiss.Web.Tests.Upload;

/// <summary>The companies' page as a person uses it; what lies behind it is tried in <see cref="UploadTests"/>.</summary>
public sealed class UploadPageTests(Site site)
{
    [Fact]
    public async Task Several_files_are_sent_and_each_gets_its_receipt()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id));

        await page.Locator("#avsandare").FillAsync("Åsa Öberg");
        await page.Locator("#filer").SetInputFilesAsync([File("svar.txt", "Vi tillstyrker."), File("bilaga å ä ö.txt", "Tabell.")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka in" }).ClickAsync();

        await Assertions.Expect(page.Locator(".sending .ok")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".sending", new() { HasTextString = "svar.txt" })).ToContainTextAsync(HashOf("Vi tillstyrker."));
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".received li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".received")).ToContainTextAsync("bilaga å ä ö.txt");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_are_dropped_on_the_form_and_the_list_of_what_has_come_in_follows()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id));

        await page.EvaluateAsync(
            """
            () => {
              const files = new DataTransfer();
              files.items.add(new File(['Vi tillstyrker.'], 'draget svar.txt'));
              document.querySelector('.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka in" }).ClickAsync();

        await Assertions.Expect(page.Locator(".sending .ok")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".received")).ToContainTextAsync("draget svar.txt");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_receipt_stands_on_the_page()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id), script: false);

        await page.Locator("#filer").SetInputFilesAsync([File("svar.txt", "Vi avstyrker."), File("tom.txt", "")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka in" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync(HashOf("Vi avstyrker."));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("”tom.txt” har inget innehåll");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_before_a_byte_is_sent()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id));
        var large = Path.Combine(Path.GetTempPath(), $"remiss-{Guid.NewGuid():N}.pdf");
        await using (var file = new FileStream(large, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1, FileOptions.DeleteOnClose))
        {
            file.SetLength((50 * 1024 * 1024) + 1);
            List<string> puts = [];
            page.Request += (_, request) => puts.AddRange(request.Method == "PUT" ? [request.Url] : (string[])[]);

            await page.Locator("#filer").SetInputFilesAsync(large);
            await page.GetByRole(AriaRole.Button, new() { Name = "Skicka in" }).ClickAsync();

            await Assertions.Expect(page.Locator(".sending .fault")).ToContainTextAsync("större än 50 MB");
            Assert.Empty(puts);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_company_asks_for_more_time_and_a_coordinator_refuses()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id), bypassPolicy: true);

        await page.GetByText("Be om mer tid").ClickAsync();
        await page.Locator("#datum").FillAsync("2023-11-09");
        await page.Locator("#skal-anstand").FillAsync("Styrelsen sammanträder den 8 november.");
        await page.Locator("#namn-anstand").FillAsync("Åsa Öberg");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka begäran" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kvittens");
        Assert.Empty(await site.FaultsOnAsync(page));

        await page.GotoAsync($"/arenden/{remissCase.Id}");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("ber om mer tid till 9 november") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Neka anstånd" }).ClickAsync();
        await page.WaitForURLAsync("**klart=*");

        var recipient = await site.RecipientAsync("sisab", remissCase.Id);
        Assert.Equal((ExtensionState.Refused, remissCase.RecipientDeadline), (recipient.Extension!.State, recipient.Deadline));
        Assert.Contains(await site.AuditAsync(remissCase.Id), e => e.What == "extension_refused" && e.Who.Contains(Environment.UserName, StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_request_that_is_refused_keeps_what_was_typed()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id), script: false, bypassPolicy: true);

        await page.GetByText("Be om mer tid").ClickAsync();
        await page.Locator("#datum").FillAsync("2025-11-09");
        await page.Locator("#skal-anstand").FillAsync("Styrelsen \"sammanträder\" <sent>.");
        await page.Locator("#namn-anstand").FillAsync("Åsa Öberg");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skicka begäran" }).ClickAsync();

        await Assertions.Expect(page.Locator("#datum-fel")).ToContainTextAsync("Välj en dag inom ett år.");
        Assert.Equal("2025-11-09", await page.Locator("#datum").InputValueAsync());
        Assert.Equal("Styrelsen \"sammanträder\" <sent>.", await page.Locator("#skal-anstand").InputValueAsync());
        Assert.Equal("", await page.Locator("#skal-avstar").InputValueAsync());
        Assert.Null((await site.RecipientAsync("sisab", remissCase.Id)).Extension);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_company_declines_and_sees_that_it_has()
    {
        var remissCase = await site.OpenCaseAsync();
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id), script: false);

        await page.GetByText("Vi avstår från att svara").ClickAsync();
        await page.Locator("#namn-avstar").FillAsync("Åsa Öberg");
        await page.GetByRole(AriaRole.Button, new() { Name = "Meddela att vi avstår" }).ClickAsync();

        await Assertions.Expect(page.Locator(".lastday")).ToContainTextAsync("Ni har avstått från att yttra er.");
        Assert.Equal(RecipientStatus.Declined, (await site.RecipientAsync("sisab", remissCase.Id)).Status);
        var statement = (await site.Get<RemissLedger>().ListAsync<Document>(remissCase.Id, CancellationToken.None)).Single();
        Assert.Equal((DocumentState.Accepted, DocumentType.Avstar), (statement.State, statement.Classification!.Type));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_coordinator_blocks_a_link_and_hands_on_the_new_one()
    {
        var remissCase = await site.OpenCaseAsync();
        var old = await site.UploadPageAsync(remissCase.Id);
        var page = await site.OpenAsync($"/arenden/{remissCase.Id}/mottagare/sisab");
        Assert.EndsWith(old, await page.Locator("#lank").InputValueAsync(), StringComparison.Ordinal);

        await page.GetByText("Spärra länken och gör en ny").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Spärra och gör en ny" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("En ny länk är gjord");
        var link = await page.Locator("#lank").InputValueAsync();
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Kopiera länken" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Kopierad" })).ToBeVisibleAsync();
        Assert.Equal(link, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));

        await page.GotoAsync(old);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Länken har ersatts av en ny" })).ToBeVisibleAsync();
        await page.GotoAsync(new Uri(link).AbsolutePath);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = remissCase.Title })).ToBeVisibleAsync();
        Assert.Contains(await site.AuditAsync(remissCase.Id), e => e.What == "upload_link_renewed");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_link_that_has_run_out_says_whom_to_ask()
    {
        var remissCase = await site.OpenCaseAsync(c => c with { RemittedOn = new(2023, 3, 1), RecipientDeadline = new(2023, 4, 3) });
        var page = await site.OpenAsync(await site.UploadPageAsync(remissCase.Id));

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Länken har gått ut" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Ylva Provlund")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
