using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Remiss.Notifications;
using Remiss.Reports;

namespace Remiss.Tests.Notifications.Graph;

public sealed class GraphNotifierTests(ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_laid_as_a_draft_and_then_sent()
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");

        Assert.Equal(SendState.Accepted, await DeliverAsync(graph, MailRow("svar@sisab.example")));

        var draft = Assert.Single(graph.Server.Drafts).Value;
        Assert.Equal(
            [
                $"POST /v1.0/users/{GraphServer.Mailbox}/messages",
                $"POST /v1.0/users/{GraphServer.Mailbox}/messages/{draft["id"]}/send",
            ],
            graph.Server.Log);
        Assert.Equal("All", draft["internetMessageHeaders"]![0]!["value"]!.GetValue<string>());
        Assert.Equal("X-Auto-Response-Suppress", draft["internetMessageHeaders"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(GraphServer.Mailbox, draft["from"]!["emailAddress"]!["address"]!.GetValue<string>());
        var row = Assert.Single(await graph.Office.SendsAsync());
        Assert.Equal((draft["id"]!.GetValue<string>(), draft["internetMessageId"]!.GetValue<string>()), (row.Draft!.Id, row.Draft.InternetMessageId));
    }

    [Fact]
    public async Task Pictures_travel_inline_and_files_beside()
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        var mail = MailOf("id-1", "svar@sisab.example") with
        {
            Attachments = [new("laget.png", "image/png", new byte[] { 1, 2 }, "laget-1"), new("läget.csv", "text/csv", new byte[] { 3 })],
        };

        var prepared = await graph.Notifier.PrepareAsync(mail, Cancel);

        var attachments = graph.Server.Drafts[prepared.Draft!.Id]["attachments"]!.AsArray();
        Assert.Equal(
            [("laget.png", "laget-1", true, "AQI="), ("läget.csv", "", false, "Aw==")],
            attachments.Select(a => (Text(a!, "name"), Text(a!, "contentId"), a!["isInline"]!.GetValue<bool>(), Text(a!, "contentBytes"))));
        Assert.All(attachments, a => Assert.Equal("#microsoft.graph.fileAttachment", Text(a!, "@odata.type")));
    }

    [Theory]
    [InlineData("svar@sisab.example\r\nBcc: alla@annan.example")]
    [InlineData("svar@sisab.example, alla@annan.example")]
    [InlineData("")]
    public async Task What_is_not_one_address_never_reaches_Graph(string address)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");

        Assert.Equal(SendState.Rejected, (await graph.Notifier.PrepareAsync(MailOf("id", address), Cancel)).State);
        Assert.Equal(0, graph.Server.Requests);
    }

    [Theory]
    [InlineData("Åsa\r\nBcc: alla@annan.example")]
    [InlineData("Åsa\u2028Subject: x")]
    [InlineData("<script>alert(1)</script>{}=cmd\u202Efdp.exe")]
    public async Task R13_Hostile_names_cannot_inject_into_mail_or_card(string name)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Installed.Add("00000000-0000-0000-0000-00000000000b");

        var prepared = await graph.Notifier.PrepareAsync(MailOf("id", "svar@sisab.example") with { ToName = name, Subject = name }, Cancel);
        await graph.Notifier.SendAsync(Teams("id-2", "00000000-0000-0000-0000-00000000000b") with { Topic = name, Preview = name + new string('x', 300) }, Cancel);

        var draft = graph.Server.Drafts[prepared.Draft!.Id];
        var card = Assert.Single(graph.Server.Notifications).Body;
        string[] texts =
        [
            Text(draft, "subject"), Text(draft["toRecipients"]![0]!["emailAddress"]!, "name"),
            Text(card["topic"]!, "value"), Text(card["previewText"]!, "content"), Text(card["templateParameters"]![0]!, "value"),
        ];
        Assert.All(texts, text => Assert.DoesNotContain(text, c => char.IsControl(c) || c is '\u2028' or '\u202E'));
        Assert.Single(draft["toRecipients"]!.AsArray());
        Assert.InRange(texts[3].Length, 1, 150);
        output.WriteLine($"R13: {texts[0]}");
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-00000000000b", SendState.Accepted)]
    [InlineData("without-app", SendState.NotInstalled)]
    [InlineData("guest-of-another-tenant", SendState.NotInstalled)]
    public async Task Teams_reaches_those_who_have_the_app(string user, SendState outcome)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Installed.Add("00000000-0000-0000-0000-00000000000b");

        var result = await graph.Notifier.SendAsync(Teams("id", user), Cancel);

        Assert.Equal(outcome, result.State);
        if (outcome is SendState.Accepted)
        {
            var body = Assert.Single(graph.Server.Notifications).Body;
            Assert.Equal(
                $"https://teams.microsoft.com/l/entity/{GraphOffice.Settings.TeamsAppId}/remisser?webUrl=https%3A%2F%2Fremiss.stadshus.example%2F",
                Text(body["topic"]!, "webUrl"));
            Assert.Equal(GraphOffice.Settings.TeamsAppId, Text(body, "teamsAppId"));
        }
    }

    [Theory]
    [InlineData(400, SendState.Rejected)]
    [InlineData(401, SendState.Owed)]
    [InlineData(403, SendState.Owed)]
    [InlineData(404, SendState.Owed)]
    [InlineData(413, SendState.Rejected)]
    [InlineData(500, SendState.Owed)]
    [InlineData(503, SendState.Owed)]
    [InlineData(504, SendState.Owed)]
    [InlineData(0, SendState.Owed)]
    public async Task A_draft_that_was_not_made_has_not_left(int status, SendState outcome)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Faults = (_, _) => new(status);

        var result = await graph.Notifier.PrepareAsync(MailOf("id", "svar@sisab.example"), Cancel);

        Assert.Equal((outcome, 1), (result.State, graph.Server.Requests));
        Assert.DoesNotContain("@", result.Detail!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, false, SendState.Rejected)]
    [InlineData(401, false, SendState.Owed)]
    [InlineData(403, false, SendState.Owed)]
    [InlineData(500, false, SendState.Sending)]
    [InlineData(503, false, SendState.Sending)]
    [InlineData(504, false, SendState.Sending)]
    [InlineData(0, false, SendState.Sending)]
    [InlineData(500, true, SendState.Accepted)]
    [InlineData(503, true, SendState.Accepted)]
    [InlineData(504, true, SendState.Accepted)]
    [InlineData(0, true, SendState.Accepted)]
    public async Task What_became_of_a_mail_is_seen_in_the_mailbox_and_never_tried_blindly(int status, bool takesIt, SendState outcome)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Faults = (request, _) => IsSend(request) ? new(status, TakesIt: takesIt) : null;

        Assert.Equal(outcome, await DeliverAsync(graph, MailRow("svar@sisab.example")));

        Assert.Single(graph.Server.Log, line => line.EndsWith("/send", StringComparison.Ordinal));
        Assert.Equal(takesIt ? 1 : 0, graph.Server.Sent.Count);
    }

    [Fact]
    public async Task A_mail_that_another_worker_has_sent_meanwhile_is_accepted_not_refused()
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        var mail = MailOf("id", "svar@sisab.example");
        var draft = (await graph.Notifier.PrepareAsync(mail, Cancel)).Draft;

        var first = await graph.Notifier.SendAsync(mail, draft, Cancel);
        var second = await graph.Notifier.SendAsync(mail, draft, Cancel);

        Assert.Equal((SendState.Accepted, SendState.Accepted), (first.State, second.State));
        Assert.Single(graph.Server.Sent);
    }

    [Theory]
    [InlineData(401, SendState.Owed)]
    [InlineData(503, SendState.Owed)]
    [InlineData(400, SendState.Rejected)]
    [InlineData(500, SendState.Unknown)]
    [InlineData(504, SendState.Unknown)]
    [InlineData(0, SendState.Unknown)]
    public async Task A_notification_that_may_have_left_is_unknown(int status, SendState outcome)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Faults = (_, _) => new(status);

        Assert.Equal(outcome, (await graph.Notifier.SendAsync(Teams("id", "00000000-0000-0000-0000-00000000000b"), Cancel)).State);
        Assert.Equal(1, graph.Server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task R6_Half_of_the_calls_fail_and_everyone_is_served_once_at_Graphs_pace(bool withRetryAfter)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        var rows = Enumerable.Range(0, 40).Select(i => MailRow($"svar{i}@sisab.example"))
            .Concat(Enumerable.Range(0, 12).Select(i => MailRow($"entra-{i}") with { Channel = Channel.Teams })).ToList();
        graph.Server.Installed.UnionWith(rows.Select(r => r.Contact));
        graph.Server.Faults = (request, number) => (number * 7 % 20) switch
        {
            < 6 => new(429, withRetryAfter ? TimeSpan.FromSeconds(2) : null, AsDate: number % 2 == 0),
            < 10 => new(503, withRetryAfter ? TimeSpan.FromSeconds(2) : null, TakesIt: number % 4 < 2 && IsSend(request)),
            _ => null,
        };

        var rounds = 0;
        IReadOnlyList<SendState> states = [];
        while (rounds++ < 20 && states.Any(s => s is not SendState.Accepted) | states.Count == 0)
        {
            states = await Task.WhenAll(rows.Select(row => Task.Run(() => DeliverAsync(graph, row))));
            graph.Advance(TimeSpan.FromMinutes(16));
        }

        output.WriteLine($"R6: {rows.Count} served in {rounds} rounds and {graph.Server.Requests} requests, at most {graph.Server.MostMailsAtOnce} mails at once, "
            + $"{graph.Server.Breaches.Count} breaches");
        Assert.All(states, s => Assert.Equal(SendState.Accepted, s));
        Assert.Empty(graph.Server.Breaches);
        Assert.Equal(1, graph.Server.MostMailsAtOnce);
        Assert.Equal(40, graph.Server.Sent.Count);
        Assert.Distinct(graph.Server.Sent.Select(GraphServer.Recipient));
        Assert.Equal(12, graph.Server.Notifications.Select(n => n.User).Distinct().Count());
    }

    [Theory]
    [InlineData(504)]
    [InlineData(0)]
    public async Task R7_Accepted_and_then_lost_leaves_one_copy_each(int status)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Installed.Add("00000000-0000-0000-0000-00000000000b");
        graph.Server.Faults = (request, number) => IsSend(request) || IsTeams(request)
            ? new(status, TakesIt: true)
            : request.Method == "GET" && number < 60 ? new(504) : null;
        var rows = Enumerable.Range(0, 20).Select(i => MailRow($"svar{i}@sisab.example"))
            .Append(MailRow("00000000-0000-0000-0000-00000000000b") with { Channel = Channel.Teams }).ToList();

        IReadOnlyList<SendState> states = [];
        for (var round = 0; round < 4; round++)
        {
            states = await Task.WhenAll(rows.Select(row => Task.Run(() => DeliverAsync(graph, row))));
            graph.Advance(TimeSpan.FromMinutes(16));
        }

        var copies = graph.Server.Sent.GroupBy(GraphServer.Recipient).Max(g => g.Count());
        output.WriteLine($"R7, {(status == 0 ? "cut" : status)}: {graph.Server.Sent.Count} mails to 20, at most {copies} copy each; "
            + $"{states.Count(s => s is SendState.Unknown)} unknown");
        Assert.Equal((20, 1), (graph.Server.Sent.Count, copies));
        Assert.Single(graph.Server.Notifications);
        Assert.Equal([.. Enumerable.Repeat(SendState.Accepted, 20), SendState.Unknown], states);
        var status41 = WeeklyStatus.Of([(await graph.Office.Ledger.ReadAsync(Office.Case.Id, Cancel))!], [], [], Office.Register, graph.Office.Time.GetUtcNow());
        Assert.Contains("kom kanske inte fram", Assert.Single(ReportWords.Todo(Assert.Single(status41.Cases))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R7_A_mail_that_has_vanished_is_shown_and_not_sent_again()
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Faults = (request, _) => IsSend(request) ? new(504, TakesIt: true) : request.Method == "GET" ? new(503) : null;
        await DeliverAsync(graph, MailRow("svar@sisab.example"));
        graph.Server.Faults = (_, _) => null;
        graph.Server.Drafts.Clear();
        graph.Advance(TimeSpan.FromMinutes(16));

        await graph.Office.SendOnce().SettleAllAsync(Office.Case.Id, Cancel);

        Assert.Equal(SendState.Unknown, await DeliverAsync(graph, MailRow("svar@sisab.example")));
        Assert.Single(graph.Server.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Graph_is_left_alone_for_as_long_as_it_asks(bool asDate)
    {
        await using var graph = await GraphOffice.OpenAsync("2023-10-06 09:00");
        graph.Server.Faults = (_, number) => number == 1 ? new(429, TimeSpan.FromHours(1), asDate) : null;

        Assert.Equal(SendState.Owed, await DeliverAsync(graph, MailRow("svar@sisab.example")));
        Assert.Equal(SendState.Owed, await DeliverAsync(graph, MailRow("svar2@sisab.example")));
        Assert.Equal(1, graph.Server.Requests);
        graph.Advance(TimeSpan.FromHours(2));
        Assert.Equal(SendState.Accepted, await DeliverAsync(graph, MailRow("svar@sisab.example")));
        Assert.Empty(graph.Server.Breaches);
    }

    private static bool IsSend(HttpRequest request) => request.Path.Value!.EndsWith("/send", StringComparison.Ordinal);

    private static bool IsTeams(HttpRequest request) => request.Path.Value!.EndsWith("Notification", StringComparison.Ordinal);

    private static Send MailRow(string contact) => new()
    {
        Kind = SendKind.Reminder,
        Organisation = "sisab",
        Deadline = new(2023, 10, 6),
        Slot = 3,
        Channel = Channel.Mail,
        Contact = contact,
        At = default,
    };

    private static Task<SendState> DeliverAsync(GraphOffice graph, Send row) => graph.Office.SendOnce().DeliverAsync(
        Office.Case.Id,
        row,
        id => Task.FromResult<Notification>(row.Channel is Channel.Mail ? MailOf(id, row.Contact) : Teams(id, row.Contact)),
        Cancel);

    private static MailNotification MailOf(string id, string address) => new(Office.Case.Id, id, "Svarande Ett", address, "Ämne", "<p>Hej</p>", "Hej");

    private static TeamsNotification Teams(string id, string user) =>
        new(Office.Case.Id, id, "Svarande Ett", user, "Påminnelse", "Sista dag", new("https://remiss.stadshus.example/"));

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>() ?? "";
}
