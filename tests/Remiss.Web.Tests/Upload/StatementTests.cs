using System.Net;
using System.Text;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Web.Tests.Upload;

public sealed class StatementTests(Storage storage)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task More_time_can_be_asked_for_and_waits_for_the_coordinator()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        var (status, page) = await PostAsync(web, remissCase, "anstand", ("datum", "2026-04-01"), ("skal", "Styrelsen möts i mars.\nVi tillstyrker."), ("namn", "Eva Prov"));

        Assert.Equal(HttpStatusCode.OK, status);
        var recipient = (await web.RecipientAsync(remissCase)).Value;
        Assert.Equal((ExtensionState.Requested, new DateOnly(2026, 4, 1)), (recipient.Extension!.State, recipient.Extension.Until!.Value));
        var document = Assert.Single(await DocumentsAsync(web, remissCase));
        Assert.Equal((DocumentState.Review, DocumentType.Anstand, Stance.Oklart), (document.State, document.Classification!.Type, document.Classification.Stance));
        Assert.Contains(document.Sha256, page, StringComparison.Ordinal);
        Assert.Contains("Ni har bett om mer tid", page, StringComparison.Ordinal);
        var original = Encoding.UTF8.GetString((await web.Get<OriginalStore>().ReadAsync(document.Sha256, Token)).Span);
        Assert.Contains("onsdag 1 april 2026", original, StringComparison.Ordinal);
        Assert.Contains("Skrivet på uppladdningssidan av Eva Prov 2026-03-02 klockan 10:00:00.", original, StringComparison.Ordinal);
        Assert.Single(await web.AuditAsync(remissCase), e => e.What == "document_received" && e.Who == "Eva Prov (uppladdningslänk, SISAB)");

        Assert.IsType<DecisionEffect.Changed>(
            await web.Get<DecisionHandler>().HandleAsync(remissCase.Id, "sisab", new RecipientDecision.GrantExtension(new(2026, 4, 1)), "Handläggare Ett", Token));
        Assert.Equal(DocumentState.Accepted, Assert.Single(await DocumentsAsync(web, remissCase)).State);
    }

    [Fact]
    public async Task A_company_can_decline_once_and_who_wrote_it_is_kept()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        var (status, page) = await PostAsync(web, remissCase, "avstar", ("namn", "Eva Prov"));
        var (again, _) = await PostAsync(web, remissCase, "avstar", ("skal", "en gång till"), ("namn", "Eva Prov"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (status, again));
        Assert.Equal(RecipientStatus.Declined, (await web.RecipientAsync(remissCase)).Value.Status);
        var document = Assert.Single(await DocumentsAsync(web, remissCase));
        Assert.Equal((DocumentState.Accepted, true, "Eva Prov"), (document.State, document.Declines, document.Classification!.Signatory!.Name));
        Assert.Contains("Ni har avstått", page, StringComparison.Ordinal);
        Assert.Equal(
            "uppladdningslänk, uppgivet namn Eva Prov",
            Assert.Single(await web.Get<RemissLedger>().ListAsync<Arrival>(remissCase.Id, Token)).Sender);
    }

    [Theory]
    [InlineData("anstand", "2026-03-23", "Eva Prov", "Välj en dag efter 23 mars 2026.")]
    [InlineData("anstand", "2027-12-01", "Eva Prov", "Välj en dag inom ett år.")]
    [InlineData("anstand", "snart", "Eva Prov", "Välj en dag efter 23 mars 2026.")]
    [InlineData("anstand", "2026-04-01", " ", "Skriv ditt namn")]
    [InlineData("avstar", "", "\u202E\r\n", "Skriv ditt namn")]
    public async Task What_is_wrong_in_a_form_is_said_and_nothing_is_kept(string form, string date, string name, string fault)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();

        var (status, page) = await PostAsync(web, remissCase, form, ("datum", date), ("namn", name));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(fault, page, StringComparison.Ordinal);
        Assert.Empty(await DocumentsAsync(web, remissCase));
    }

    private static async Task<IReadOnlyList<Document>> DocumentsAsync(WebHost web, RemissCase remissCase) =>
        [.. (await web.Get<RemissLedger>().FindDocumentsAsync(remissCase.Id, "sisab", Token)).Select(row => row.Value)];

    private static async Task<(HttpStatusCode Status, string Page)> PostAsync(
        WebHost web, RemissCase remissCase, string form, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        var response = await web.Client.PostAsync($"/upload/{await web.TokenAsync(remissCase)}/{form}", content, Token);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token)));
    }
}
