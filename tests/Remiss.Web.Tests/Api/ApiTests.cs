using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Storage;
using Remiss.Web.Security;

namespace Remiss.Web.Tests.Api;

public sealed class ApiTests(Storage storage)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_of_the_api_names_every_address_of_it()
    {
        await using var web = await WebHost.StartAsync(storage);
        using var document = JsonDocument.Parse(await web.ClientOf(RemissRoles.Reader).GetStringAsync("/api/openapi.json", Token));
        var told = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}"))
            .Order().ToList();

        var mapped = web.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && !e.RoutePattern.RawText.Contains("openapi", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {e.RoutePattern.RawText}"))
            .Order().ToList();
        Assert.InRange(mapped.Count, 15, 200);
        Assert.Equal(mapped, told);
    }

    [Fact]
    public async Task The_document_of_the_api_tells_what_every_address_answers_and_refuses()
    {
        await using var web = await WebHost.StartAsync(storage);
        using var document = JsonDocument.Parse(await web.ClientOf(RemissRoles.Reader).GetStringAsync("/api/openapi.json", Token));

        foreach (var (address, method, answers) in from path in document.RootElement.GetProperty("paths").EnumerateObject()
                                                   from method in path.Value.EnumerateObject()
                                                   select (path.Name, method, method.Value.GetProperty("responses")))
        {
            string[] expected =
            [
                "401", "403", .. address.Contains('{', StringComparison.Ordinal) ? ["404"] : (string[])[], .. method.Value.TryGetProperty("requestBody", out _) ? ["400", "413", "415", "422"] : (string[])[],
            ];
            Assert.True(answers.EnumerateObject().Any(a => a.Name is "200" or "204"), $"{method.Name} {address} tells of no success.");
            foreach (var status in expected)
            {
                Assert.True(answers.TryGetProperty(status, out var refusal), $"{method.Name} {address} does not tell of {status}.");
                Assert.True(refusal.GetProperty("content").TryGetProperty("application/problem+json", out _));
            }
        }
    }

    [Theory]
    [InlineData("recipients/sisab/decision", "{\"kind\":\"grant\"}", "until")]
    [InlineData("recipients/sisab/decision", "{\"kind\":\"pause\",\"until\":\"2026-03-01\"}", "until")]
    [InlineData("decision", "{\"kind\":\"add_recipient\"}", "organisation")]
    [InlineData("report/attestation", "{\"title\":\"\"}", "title")]
    public async Task A_refusal_names_the_field_that_it_is_about(string part, string body, string field)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var client = web.ClientOf(RemissRoles.Coordinator, RemissRoles.Approver);
        client.DefaultRequestHeaders.Add("X-Remiss-Client", "tests");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var response = await client.PostAsync($"/api/cases/{remissCase.Id}/{part}", content, Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(field, problem.RootElement.GetProperty("field").GetString());
    }

    [Fact]
    public async Task A_case_its_recipients_and_its_register_can_be_read()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var reader = web.ClientOf(RemissRoles.Reader);

        Assert.Contains(remissCase.Id, await reader.GetStringAsync("/api/cases", Token), StringComparison.Ordinal);
        Assert.Contains("\"status\":\"awaiting\"", await reader.GetStringAsync($"/api/cases/{remissCase.Id}", Token), StringComparison.Ordinal);
        Assert.Contains("stockholmshem", await reader.GetStringAsync($"/api/cases/{remissCase.Id}/recipients", Token), StringComparison.Ordinal);
        Assert.Contains(remissCase.Title, await reader.GetStringAsync($"/api/cases/{remissCase.Id}/file", Token), StringComparison.Ordinal);
        Assert.Contains("AB Stockholmshem", await reader.GetStringAsync("/api/register/stockholmshem", Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/cases/ks-none", "GET /api/cases")]
    [InlineData("/api/cases/a%2Fb/recipients", "GET /api/cases")]
    [InlineData("/api/cases/ks-none/documents/sisab/00", "GET /api/cases")]
    [InlineData("/api/register/none", "GET /api/register")]
    [InlineData("/api/none", "startsidan")]
    public async Task What_is_not_there_is_told_with_the_next_step(string address, string next)
    {
        await using var web = await WebHost.StartAsync(storage);

        var response = await web.ClientOf(RemissRoles.Reader).GetAsync(address, Token);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains(next, await DetailAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_needs_the_role_and_a_header_that_no_form_can_send()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var address = $"/api/cases/{remissCase.Id}/recipients/sisab/decision";
        var body = new { kind = "renew_link" };

        var reader = await Calling(web, RemissRoles.Reader).PostAsJsonAsync(address, body, Token);
        var form = await web.ClientOf(RemissRoles.Coordinator).PostAsJsonAsync(address, body, Token);
        var coordinator = await Calling(web, RemissRoles.Coordinator).PostAsJsonAsync(address, body, Token);

        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK), (reader.StatusCode, form.StatusCode, coordinator.StatusCode));
        Assert.Contains("X-Remiss-Client", await DetailAsync(form), StringComparison.Ordinal);
        Assert.Equal(1, (await web.RecipientAsync(remissCase)).Value.LinkGeneration);
        Assert.Single(await web.AuditAsync(remissCase), e => e is { What: "upload_link_renewed", Who: "Handläggare Ett (ett@stadshus.example)" });
        Assert.Equal(2, web.Events.Lines.Count);
    }

    [Theory]
    [InlineData("{\"kind\":\"grant\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"kind\":\"grant\",\"until\":\"2026-03-01\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"kind\":\"delete\"}", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    public async Task A_wrong_call_is_told_in_swedish_and_changes_nothing(string body, HttpStatusCode status)
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        var response = await Calling(web, RemissRoles.Coordinator).PostAsync($"/api/cases/{remissCase.Id}/recipients/sisab/decision", content, Token);

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Matches("Ange|Välj|Kontrollera", await DetailAsync(response));
        Assert.Equal(new Recipient { Organisation = "sisab", Order = 1, Deadline = new(2026, 3, 23), DeadlineSince = new(2026, 2, 16) }, (await web.RecipientAsync(remissCase)).Value);
    }

    [Fact]
    public async Task A_form_body_is_not_taken_for_json()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var form = new FormUrlEncodedContent([new("kind", "renew_link")]);

        var response = await Calling(web, RemissRoles.Coordinator).PostAsync($"/api/cases/{remissCase.Id}/recipients/sisab/decision", form, Token);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task An_original_is_sent_as_an_attachment_whatever_it_is()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var html = "<html><script>alert(1)</script></html>"u8.ToArray();
        await Upload.Uploads.PutAsync(web, await web.TokenAsync(remissCase), "svar å.html", html);
        await web.Get<Reconciliation>().SweepAsync(Token);
        var document = Assert.Single(await web.Get<RemissLedger>().ListAsync<Document>(remissCase.Id, Token));

        var response = await web.ClientOf(RemissRoles.Reader).GetAsync($"/api/cases/{remissCase.Id}/documents/sisab/{document.Sha256}/original", Token);

        Assert.Equal(html, await response.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", "svar å.html"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_document_is_decided_on_as_it_was_seen()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var document = new Document
        {
            Organisation = "sisab",
            Sha256 = new('a', 64),
            Path = $"{remissCase.Id}/sisab/svar.pdf",
            Size = 1,
            ArrivedAt = WebHost.Opening,
            State = DocumentState.Review,
            Classification = new() { Type = DocumentType.Remissvar, TypeConfidence = .6, Stance = Stance.Tillstyrker, StanceConfidence = .5, Review = true },
        };
        Assert.True(await web.Get<RemissLedger>().Change(remissCase.Id).Insert(LedgerKeys.Document(document), document).CommitAsync(Token));
        var address = $"/api/cases/{remissCase.Id}/documents/sisab/{document.Sha256}";
        using var coordinator = Calling(web, RemissRoles.Coordinator);
        var seen = (await coordinator.GetAsync(address, Token)).Headers.ETag!;

        var decided = await DecideAsync(coordinator, address, seen.ToString());
        var late = await DecideAsync(coordinator, address, seen.ToString());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed), (decided.StatusCode, late.StatusCode));
        Assert.Equal(RecipientStatus.Responded, (await web.RecipientAsync(remissCase)).Value.Status);
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(coordinator, address, "*", "reopen")).StatusCode);
    }

    [Fact]
    public async Task A_case_is_put_by_its_file_changed_and_closed_by_decisions()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var coordinator = Calling(web, RemissRoles.Coordinator);
        var id = remissCase.Id + "-1";
        using var file = new StringContent(CaseFile.Write(remissCase with { Id = id, Dnr = remissCase.Dnr + "-1" }), Encoding.UTF8, "application/json");

        var put = await coordinator.PutAsync($"/api/cases/{id}", file, Token);
        var moved = await coordinator.PostAsJsonAsync(
            $"/api/cases/{id}/decision", new { kind = "change_recipient_deadline", organisation = "sisab", recipientDeadline = "2026-03-30" }, Token);
        var closedWithoutReason = await coordinator.PostAsJsonAsync($"/api/cases/{id}/decision", new { kind = "close" }, Token);
        var closed = await coordinator.PostAsJsonAsync($"/api/cases/{id}/decision", new { kind = "close", reason = "Svaret är lämnat." }, Token);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity, HttpStatusCode.OK),
            (put.StatusCode, moved.StatusCode, closedWithoutReason.StatusCode, closed.StatusCode));
        Assert.Contains("Skriv ett skäl", await DetailAsync(closedWithoutReason), StringComparison.Ordinal);
        Assert.Contains("\"case_closed\"", await coordinator.GetStringAsync($"/api/cases/{id}/audit", Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"ks-other\"}", "i adressen")]
    [InlineData("{\"id\":\"ks-new\"}", "fältet saknas")]
    public async Task A_case_file_with_faults_is_not_taken(string file, string fault)
    {
        await using var web = await WebHost.StartAsync(storage);
        using var content = new StringContent(file, Encoding.UTF8, "application/json");

        var response = await Calling(web, RemissRoles.Coordinator).PutAsync("/api/cases/ks-new", content, Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(fault, await DetailAsync(response), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_move_that_cannot_be_made_is_refused_with_names_and_its_field()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var other = await web.OpenCaseAsync(c => c with { Recipients = ["sisab"] });
        await Upload.Uploads.PutAsync(web, await web.TokenAsync(remissCase), "svar.txt", "Vi tillstyrker."u8.ToArray());
        await web.Get<Reconciliation>().SweepAsync(Token);
        var document = Assert.Single(await web.Get<RemissLedger>().ListAsync<Document>(remissCase.Id, Token));

        var response = await Calling(web, RemissRoles.Coordinator).PostAsJsonAsync(
            $"/api/cases/{remissCase.Id}/documents/sisab/{document.Sha256}/decision",
            new { kind = "move", @case = other.Id, organisation = "stockholmshem", reason = "Fel ärende." }, Token);

        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("organisation", problem.RootElement.GetProperty("field").GetString());
        Assert.Equal($"Stockholmshem är inte remissinstans i ärendet {other.Dnr}. Lägg till den i ärendet först.", problem.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_register_takes_an_organisation_but_not_a_name_that_is_anothers()
    {
        await using var web = await WebHost.StartAsync(storage);
        await web.OpenCaseAsync();
        using var coordinator = Calling(web, RemissRoles.Coordinator);
        var organisation = new { id = "micasa", name = "Micasa Fastigheter i Stockholm AB", contacts = Array.Empty<object>() };

        Assert.Equal(HttpStatusCode.OK, (await coordinator.PutAsJsonAsync("/api/register/micasa", organisation, Token)).StatusCode);
        var twice = await coordinator.PutAsJsonAsync("/api/register/sga", organisation with { id = "sga" }, Token);
        var elsewhere = await coordinator.PutAsJsonAsync("/api/register/sga", organisation, Token);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (twice.StatusCode, elsewhere.StatusCode));
        Assert.Contains("mer än en organisation", await DetailAsync(twice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_diary_tells_what_came_in()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        await Upload.Uploads.PutAsync(web, await web.TokenAsync(remissCase), "=cmd.txt", "SISAB tillstyrker."u8.ToArray());
        await web.Get<Reconciliation>().SweepAsync(Token);
        using var reader = web.ClientOf(RemissRoles.Reader);

        Assert.Contains("\"sender\":\"uppladdningslänk\"", await reader.GetStringAsync($"/api/cases/{remissCase.Id}/diary", Token), StringComparison.Ordinal);
        var csv = await reader.GetAsync($"/api/cases/{remissCase.Id}/diary.csv", Token);
        Assert.Equal("attachment", csv.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("\n=cmd", await csv.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_an_approver_attests_and_in_his_own_name()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        var address = $"/api/cases/{remissCase.Id}/report/attestation";
        var body = new { title = "Vice VD" };

        Assert.Equal(HttpStatusCode.Forbidden, (await Calling(web, RemissRoles.Coordinator).PostAsJsonAsync(address, body, Token)).StatusCode);
        var attested = await Calling(web, RemissRoles.Approver).PostAsJsonAsync(address, body, Token);

        Assert.Equal(HttpStatusCode.OK, attested.StatusCode);
        Assert.Contains("\"name\":\"Handläggare Ett\",\"title\":\"Vice VD\"", await attested.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_can_be_made_and_fetched()
    {
        await using var web = await WebHost.StartAsync(storage);
        var remissCase = await web.OpenCaseAsync();
        using var coordinator = Calling(web, RemissRoles.Coordinator);
        var address = $"/api/cases/{remissCase.Id}/report";

        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync(address, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.PostAsync(address, null, Token)).StatusCode);
        Assert.Equal("PK"u8.ToArray(), (await coordinator.GetByteArrayAsync(address, Token))[..2]);
    }

    [Fact]
    public async Task The_pages_of_a_report_tell_what_is_wrong_with_its_template()
    {
        await using var web = await WebHost.StartAsync(storage, settings: ("Compilation:Template", "saknas.dotx"));
        var remissCase = await web.OpenCaseAsync();
        using var reader = web.ClientOf(RemissRoles.Reader);

        using var answer = await reader.GetAsync($"/arenden/{remissCase.Id}/rapport/tjansteutlatande.docx", Token);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Mallen finns inte eller kan inte läsas.", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static HttpClient Calling(WebHost web, string role)
    {
        var client = web.ClientOf(role);
        client.DefaultRequestHeaders.Add("X-Remiss-Client", "tests");
        return client;
    }

    private static async Task<HttpResponseMessage> DecideAsync(HttpClient client, string address, string seen, string kind = "accept")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "/decision") { Content = JsonContent.Create(new { kind, reason = "Läst" }) };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        return await client.SendAsync(request, Token);
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response)
    {
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
