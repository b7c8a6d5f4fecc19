using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Remiss.Notifications;
using Remiss.Notifications.Workflows;
using Remiss.Reports;
using Remiss.Storage;
using Remiss.Tests.Notifications.Graph;

namespace Remiss.Tests.Notifications.Workflows;

public sealed class WeeklyDigestTests
{
    private const string Monday = "2023-10-09 08:00";

    [Fact]
    public async Task The_channel_gets_one_card_a_week_about_all_open_cases()
    {
        await using var flow = await FlowServer.StartAsync();
        await using var graph = await GraphOffice.OpenAsync(Monday);
        graph.Office.Channel.WebhookUrl = flow.Address;
        await graph.Office.OpenAsync(Office.Case with { Id = "ks-2", Dnr = "KS 2023/2", Coordinators = [new("Handläggare Två", "handläggare", "tva@stadshus.example")] });

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(graph.Office.ReportAsync)));
        await graph.Office.ReportAsync();

        var texts = Texts(Assert.Single(flow.Cards)).ToList();
        Assert.Contains("Läget i remisserna, vecka 41", texts);
        Assert.Contains("KS 2023/740: Överenskommelse om samverkan", texts);
        Assert.Contains("KS 2023/2: Överenskommelse om samverkan", texts);
        Assert.Contains("0 av 2 har svarat, försenat: 2", texts);
        Assert.Equal(SendState.Accepted, (await DigestAsync(graph.Office)).State);
    }

    [Theory]
    [InlineData(202, SendState.Accepted, 1)]
    [InlineData(200, SendState.Accepted, 1)]
    [InlineData(400, SendState.Rejected, 1)]
    [InlineData(404, SendState.Rejected, 1)]
    [InlineData(429, SendState.Owed, 2)]
    [InlineData(500, SendState.Unknown, 1)]
    [InlineData(504, SendState.Unknown, 1)]
    public async Task Only_what_certainly_did_not_arrive_is_posted_again(int status, SendState state, int posts)
    {
        await using var flow = await FlowServer.StartAsync();
        await using var graph = await GraphOffice.OpenAsync(Monday);
        graph.Office.Channel.WebhookUrl = flow.Address;
        flow.Answers = status;
        await graph.Office.ReportAsync();
        Assert.Equal(state, (await DigestAsync(graph.Office)).State);

        flow.Answers = null;
        await graph.Office.ReportAsync();

        var arrivedAtFirst = status < 300 ? 1 : 0;
        Assert.Equal(arrivedAtFirst + posts - 1, flow.Cards.Count);
    }

    [Fact]
    public async Task A_cut_connection_is_unknown_and_told_the_coordinator_without_the_address()
    {
        await using var flow = await FlowServer.StartAsync();
        await using var graph = await GraphOffice.OpenAsync(Monday);
        graph.Office.Channel.WebhookUrl = flow.Address;
        flow.Cuts = true;

        await graph.Office.ReportAsync();
        await graph.Office.ReportAsync();

        var digest = await DigestAsync(graph.Office);
        Assert.Equal((SendState.Unknown, 1), (digest.State, flow.Cards.Count));
        var audit = await graph.Office.Ledger.ListAsync<AuditEntry>(LedgerKeys.Weekly, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("sig=", digest.Detail + string.Concat(audit), StringComparison.Ordinal);
        var status = await CoordinatorStatus.ReadAsync(graph.Office.Ledger, graph.Office.Time.GetUtcNow(), TestContext.Current.CancellationToken);
        var told = ReportWords.OwnSend(Assert.Single(status.Of(status.Coordinators.Single()).Unsettled));
        Assert.Equal("Veckans sammanställning till Teams-kanalen 9 oktober kom kanske inte fram, kontrollera innan du skickar igen.", told);
        Assert.Contains("1 utskick att kontrollera", DailyNotice.Of(status.Of(status.Coordinators.Single())).Counts);
    }

    [Fact]
    public async Task A_flow_that_cannot_be_reached_is_tried_again()
    {
        await using var graph = await GraphOffice.OpenAsync(Monday);
        graph.Office.Channel.WebhookUrl = new($"http://127.0.0.1:{ClosedPort()}/");

        await graph.Office.ReportAsync();

        Assert.Equal(SendState.Owed, (await DigestAsync(graph.Office)).State);
    }

    [Fact]
    public async Task Without_a_mailbox_the_card_lies_in_the_outbox()
    {
        var office = await Office.OpenAsync(Monday);
        office.Channel.WebhookUrl = new("https://flow.example/");

        await office.ReportAsync();

        var card = Assert.Single(office.Storage.Blobs, b => b.Key.EndsWith(".json", StringComparison.Ordinal));
        Assert.Contains("Läget i remisserna, vecka 41", Texts(JsonNode.Parse(card.Value)!));
    }

    [Fact]
    public void Foreign_text_stands_in_text_runs_that_know_no_markdown()
    {
        var title = "[Klicka](https://ond.example) **nu** <at>alla</at>\u202Egnp";
        var ledger = new CaseLedger(Office.Case with { Title = title }, [Office.RecipientOf("sisab", 1)], [], [], []);

        var card = WeeklyCard.Of(WeeklyStatus.Of([ledger], [], [], Office.Register, Office.At(Monday)), page: null);

        var run = Assert.Single(Nodes(card), n => n is JsonObject o && ((string?)o["text"])?.Contains("Klicka", StringComparison.Ordinal) is true);
        Assert.Equal("TextRun", (string?)run["type"]);
        Assert.DoesNotContain('\u202E', (string)run["text"]!);
        Assert.DoesNotContain(Nodes(card).OfType<JsonObject>(), o => (string?)o["type"] is "TextBlock" or "FactSet");
    }

    [Fact]
    public void A_card_of_many_cases_is_cut_to_what_Teams_takes_and_says_so()
    {
        var ledgers = Enumerable.Range(1, 300).Select(i => new CaseLedger(
            Office.Case with { Id = $"ks-{i}", Dnr = $"KS 2023/{i}", Title = new string('å', 150) }, [Office.RecipientOf("sisab", 1)], [], [], []));

        var card = WeeklyCard.Of(WeeklyStatus.Of(ledgers, [], [], Office.Register, Office.At(Monday)), new("https://remiss.example/"));

        var size = System.Text.Encoding.UTF8.GetByteCount(WorkflowsWebhook.Message(card));
        Assert.InRange(size, WorkflowsWebhook.LargestMessage * 9 / 10, WorkflowsWebhook.LargestMessage);
        var shown = Texts(card).Count(t => t.StartsWith("KS 2023/", StringComparison.Ordinal));
        Assert.Contains($"och {300 - shown} ärenden till.", Texts(card));
    }

    private static async Task<Send> DigestAsync(Office office) => Assert.Single(
        await office.Ledger.ListAsync<Send>(LedgerKeys.Weekly, TestContext.Current.CancellationToken), s => s.Channel is Channel.Workflow);

    private static IEnumerable<string> Texts(JsonNode card) => Nodes(card).OfType<JsonObject>().Select(o => (string?)o["text"]).OfType<string>();

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject o => o.Where(p => p.Value is not null).SelectMany(p => Nodes(p.Value!)).Prepend(o),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Nodes),
        _ => [],
    };

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
