using System.Net;
using System.Text.RegularExpressions;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages;
using Remiss.Web.Security;

namespace Remiss.Web.Tests.Security;

/// <summary>R13: text that would do harm, in every field that any page shows.</summary>
public sealed partial class HostileTextTests(Storage storage)
{
    private const string Hostile = "<img src=x onerror=alert(1)>\"'&\u202Egpj\r\nSet-Cookie: a=b";
    private const string Encoded = "&lt;img src=x";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_page_takes_any_of_it_for_markup_or_turns_its_direction()
    {
        await using var web = await WebHost.StartAsync(storage);
        var (remissCase, document) = await FillAsync(web);
        using var client = web.ClientOf(RemissRoles.Coordinator, RemissRoles.Approver);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var about = Addresses.Case(remissCase.Id);
        string[] pages =
        [
            "/arenden", about, about + "/lage", about + "/handelser", about + "/andra", Addresses.Recipient(remissCase.Id, "illvillig"), about + "/rapport",
            about + "/rapport/illvillig", about + "/diarium", Addresses.Review, Addresses.Document(remissCase.Id, document), Addresses.Operations, "/arenden/nytt",
            "/upload/" + await web.TokenAsync(remissCase, "illvillig"),
        ];

        foreach (var page in pages)
        {
            using var answer = await client.GetAsync(page, Token);
            var html = await answer.Content.ReadAsStringAsync(Token);

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {(int)answer.StatusCode}");
            Assert.Contains(Encoded, html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("x onerror=alert(1)>\"", html, StringComparison.Ordinal);
            var read = WebUtility.HtmlDecode(Hidden().Replace(html, ""));
            Assert.False(Turning().IsMatch(read), $"{page} turns the direction after: {(Turning().Match(read) is { Success: true, Index: var at } ? read[Math.Max(0, at - 120)..at] : "")}");
        }
    }

    [Fact]
    public async Task No_file_that_is_downloaded_takes_it_for_a_header_or_a_formula()
    {
        await using var web = await WebHost.StartAsync(storage);
        var (remissCase, _) = await FillAsync(web);
        using var client = web.ClientOf(RemissRoles.Coordinator);

        foreach (var file in (string[])["diarium.csv", "diarium.json", "arende.json", "rapport/tjansteutlatande.docx"])
        {
            using var answer = await client.GetAsync($"{Addresses.Case(remissCase.Id)}/{file}", Token);

            Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition!.DispositionType));
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }

        var csv = await client.GetStringAsync($"{Addresses.Case(remissCase.Id)}/diarium.csv", Token);
        Assert.All(csv.Split("\r\n").Skip(1).SelectMany(line => line.Split(';')), cell => Assert.DoesNotMatch("^\"[=+@-]", cell));
        Assert.Contains("\"'=1+1\"", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/arenden/..%2F..%2Fetc")]
    [InlineData("/arenden/a%5Cb/diarium.csv")]
    [InlineData("/arenden/a%23b/rapport")]
    [InlineData("/arenden/a%3Fb/arende.json")]
    [InlineData("/arenden/a'%20or%20'1'%20eq%20'1")]
    [InlineData("/arenden/a%0D%0ASet-Cookie:%20a=b/handelser")]
    [InlineData("/arenden/ks-2026-1/mottagare/..%2F..")]
    [InlineData("/arenden/ks-2026-1/rapport/..%2Fx")]
    [InlineData("/handling/..%2Fx/a%2Fb/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/handling/_unassigned/_/..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2Fx/original")]
    public async Task An_id_that_is_none_leads_nowhere(string address)
    {
        await using var web = await WebHost.StartAsync(storage);
        using var client = web.ClientOf(RemissRoles.Coordinator);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var answer = await client.GetAsync(address, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private static async Task<(RemissCase Case, Document Document)> FillAsync(WebHost web)
    {
        await web.Get<CaseRegistration>().RegisterAsync(
            await web.OpenCaseAsync(),
            new Register([new() { Id = "illvillig", Name = Hostile, ShortName = "Illvillig " + Hostile, Contacts = [new(Hostile, "svar@illvillig.example", ContactRole.Answerer)] }]),
            Token);
        var remissCase = await web.OpenCaseAsync(c => c with
        {
            Title = "Ärendet " + Hostile,
            Remitter = "Remittent " + Hostile,
            Coordinators = [new(Hostile, Hostile, "handlaggare@stadshus.example")],
            Topics = [new("punkt", Hostile)],
            Recipients = ["illvillig", "sisab"],
            RecipientDeadline = new(2026, 3, 3),
        });
        var now = WebHost.Opening;
        var document = new Document
        {
            Organisation = "illvillig",
            Sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(remissCase.Id))),
            Path = $"{remissCase.Id}/illvillig/{Hostile}.pdf",
            Size = 1,
            ArrivedAt = now,
            Format = "pdf",
            State = DocumentState.Accepted,
            Reasons = [Hostile],
            LastError = Hostile,
            Secrecy = null,
            Decision = new(DecisionKind.Corrected, Hostile, now, Hostile, DocumentState.Review),
            Classification = new()
            {
                Type = DocumentType.Remissvar,
                TypeConfidence = .6,
                Stance = Stance.Tillstyrker,
                StanceConfidence = .6,
                Review = true,
                Reasons = [Hostile],
                Organisation = new("illvillig", Hostile, .5),
                Dnr = new(["=1+1"], [Hostile]),
                Signatory = new(Hostile, Hostile),
                Passages = [new(PassageKind.Stance, null, 0, Hostile.Length, 1)],
                Evidence = [new("stance", Hostile, 0, 10)],
            },
        };
        var waiting = document with { Sha256 = new('b', 64), State = DocumentState.Failed, Decision = null, Path = $"{remissCase.Id}/illvillig/väntar {Hostile}.pdf" };
        var text = Hostile + "\n" + Hostile;
        await web.Get<TextStore>().SaveAsync(document.Sha256, new(new(text, [new(0, text.Length)], [new(0, Hostile.Length, Intake.Extraction.ParagraphKind.Body)]), null, []), Token);
        var send = new Send
        {
            Kind = SendKind.Reminder,
            Organisation = "illvillig",
            Deadline = remissCase.RecipientDeadline,
            Slot = 1,
            Channel = Channel.Mail,
            Contact = "svar@illvillig.example",
            State = SendState.Unknown,
            At = now,
            Subject = Hostile,
            Detail = Hostile,
        };
        var recipient = await web.RecipientAsync(remissCase, "illvillig");
        var change = web.Get<RemissLedger>().Change(remissCase.Id)
            .Replace(LedgerKeys.Recipient("illvillig"), recipient, recipient.Value with
            {
                Status = RecipientStatus.Responded,
                Answer = document.Sha256,
                Completion = new(Hostile, new(2026, 3, 30), document.Sha256),
            })
            .Insert(LedgerKeys.Send(send), send);
        foreach (var one in (Document[])[document, waiting])
        {
            var arrival = new Arrival
            {
                Path = one.Path,
                Version = one.Sha256,
                Organisation = one.Organisation,
                Sha256 = one.Sha256,
                Size = 1,
                ArrivedAt = now,
                StoredAt = now,
                Sender = Hostile,
                Way = Hostile,
            };
            change.Insert(LedgerKeys.Document(one), one).Insert(LedgerKeys.Arrival(arrival), arrival)
                .Audit(new(now, Hostile, "document_received", one.Path, Hostile))
                .Audit(new(now, Hostile, Hostile, LedgerKeys.Document(one), Hostile));
        }

        Assert.True(await change.CommitAsync(Token));
        return (remissCase, document);
    }

    /// <summary>Fields that nobody sees: a passage is sent back in one as it stands in the answer.</summary>
    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();

    /// <summary>What turns the reading direction.</summary>
    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turning();
}
