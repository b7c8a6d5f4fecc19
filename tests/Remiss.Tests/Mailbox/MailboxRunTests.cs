using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Remiss.Intake;
using Remiss.Intake.Delta;
using Remiss.Mailbox;
using Remiss.Notifications;
using Remiss.Notifications.Graph;
using Remiss.Storage;
using Remiss.Tests.Notifications;
using Remiss.Tests.Notifications.Graph;
using Remiss.Tests.Share;

namespace Remiss.Tests.Mailbox;

public sealed class MailboxRunTests(ITestOutputHelper output)
{
    private static readonly (string, string) Passed = ("Authentication-Results", "spf=pass smtp.mailfrom=sisab.example; dkim=pass header.d=sisab.example; dmarc=pass action=none header.from=sisab.example; compauth=pass reason=100");
    private static readonly (string, string) Failed = ("Authentication-Results", "spf=fail smtp.mailfrom=annan.example; dkim=none; dmarc=fail action=quarantine header.from=sisab.example; compauth=fail reason=000");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_to_our_mail_arrives_as_it_was_sent_in_the_folder_of_who_was_asked()
    {
        await using var post = await PostOffice.OpenAsync();
        var asked = await post.DispatchAsync("sisab");
        var id = post.Mailbox.Put("svar@sisab.example", "SV: Underremiss", "Vi tillstyrker.", Passed, ("In-Reply-To", asked));

        await post.FetchAsync();
        await post.ReceiveAsync();

        var arrival = Assert.Single(await post.ArrivalsAsync());
        Assert.Equal(("sisab", "svar@sisab.example", $"{GraphServer.Mailbox}/{id}"), (arrival.Organisation, arrival.Sender, arrival.Item));
        Assert.Equal("ks-2023-740/sisab/2023-10-02 10.12 SV- Underremiss.eml", arrival.Path);
        Assert.Contains($"X-Id: {id}", System.Text.Encoding.UTF8.GetString(post.Office.Storage.Blobs[arrival.Sha256]), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await post.DocumentsAsync()).Doubt);
        Assert.Empty(post.Mailbox.Changed);
    }

    [Fact]
    public async Task Our_mails_carry_a_token_that_a_reply_is_known_by()
    {
        await using var post = await PostOffice.OpenAsync();
        await post.DispatchAsync("sisab");
        var subject = post.Server.Sent.Select(m => m["subject"]!.GetValue<string>()).Single(s => s.Contains("sisab", StringComparison.Ordinal));
        Assert.EndsWith("[ks-2023-740/sisab]", subject, StringComparison.Ordinal);
        post.Mailbox.Put("svar@sisab.example", "SV: " + subject.ToUpperInvariant(), "Vi tillstyrker.", Passed);

        await post.FetchAsync();
        await post.ReceiveAsync();

        Assert.Equal("sisab", Assert.Single(await post.ArrivalsAsync()).Organisation);
    }

    [Theory]
    [InlineData("svar@sisab.example", "Yttrande", "Ert dnr KS 2023/740. Bolaget tillstyrker.", "sisab")]
    [InlineData("svar@sisab.example", "KS 2023/740", "Bolaget tillstyrker.", "sisab")]
    [InlineData("svar@sisab.example", "Yttrande", "Bolaget tillstyrker.", "_")]
    [InlineData("svar@sisab.example", "Yttrande", "Ert dnr KS 2022/1.", "_")]
    [InlineData("svar@okand.example", "KS 2023/740", "Bolaget tillstyrker.", "_")]
    public async Task A_mail_of_its_own_is_known_by_its_sender_and_the_number_or_goes_to_a_person(string from, string subject, string text, string organisation)
    {
        await using var post = await PostOffice.OpenAsync();
        var domain = from[(from.IndexOf('@') + 1)..];
        post.Mailbox.Put(from, subject, text, ("Authentication-Results", $"dmarc=pass header.from={domain}"));

        await post.FetchAsync();
        await post.ReceiveAsync();

        Assert.Equal(organisation, Assert.Single(await post.ArrivalsAsync()).Organisation);
    }

    [Fact]
    public async Task A_sender_who_is_not_vouched_for_is_doubted()
    {
        await using var post = await PostOffice.OpenAsync();
        var asked = await post.DispatchAsync("sisab");
        post.Mailbox.Put("svar@sisab.example", "SV: Underremiss", "Vi tillstyrker 1.", Failed, ("In-Reply-To", asked));
        post.Mailbox.Put("svar@sisab.example", "SV: Underremiss", "Vi tillstyrker 2.", Failed, Passed, ("In-Reply-To", asked));
        post.Mailbox.Put("svar@sisab.example", "SV: Underremiss", "Vi tillstyrker 3.", ("In-Reply-To", asked));
        post.Mailbox.Put("nagon@annan.example", "SV: Underremiss", "Vi tillstyrker 4.", ("Authentication-Results", "dmarc=pass header.from=annan.example"), ("In-Reply-To", asked));
        post.Mailbox.Put("svar@sisab.example", "KS 2023/740", "Vi tillstyrker 5.", Failed);

        await post.FetchAsync();
        await post.ReceiveAsync();

        var documents = await post.DocumentsAsync();
        Assert.Equal(5, documents.Count);
        Assert.All(documents, d => Assert.NotNull(d.Doubt));
        Assert.Equal(4, documents.Count(d => d.Organisation == "sisab"));
        Assert.Equal(2, documents.Count(d => d.Doubt!.Contains("klarade inte", StringComparison.Ordinal) && d.Organisation == "sisab"));
        Assert.Contains(documents, d => d.Doubt!.Contains("nagon@annan.example, som inte är en adress hos sisab", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_is_nobodys_answer_whatever_it_carries()
    {
        await using var post = await PostOffice.OpenAsync();
        var asked = await post.DispatchAsync("sisab");
        post.Mailbox.Put(
            "nagon@annan.example", "SV: Underremiss", "Vi tillstyrker.",
            ("Content-Type", "multipart/report; boundary=x"), ("Authentication-Results", "dmarc=pass header.from=annan.example"), ("In-Reply-To", asked));

        await post.FetchAsync();
        await post.ReceiveAsync();

        Assert.Equal(MailPlacement.OnlyReport, Assert.Single(await post.DocumentsAsync()).Doubt);
    }

    [Fact]
    public async Task A_mail_is_fetched_once_whatever_happens_to_it_and_to_the_link()
    {
        await using var post = await PostOffice.OpenAsync();
        var ids = Enumerable.Range(0, 7).Select(i => post.Mailbox.Put("svar@sisab.example", "KS 2023/740", $"Svar {i}", Passed)).ToList();
        await post.FetchAsync();
        post.Mailbox.Touch(ids[0]);
        post.Mailbox.Touch(ids[1], isRemoved: true);
        await post.FetchAsync();
        post.Mailbox.Forget();
        await post.FetchAsync();
        await post.ReceiveAsync();

        Assert.Equal(7, post.Mailbox.Fetched.Count);
        Assert.Equal(7, (await post.ArrivalsAsync()).Count);
        Assert.Equal(7, (await post.DocumentsAsync()).Count);
    }

    [Fact]
    public async Task Our_own_mails_are_left_lying()
    {
        await using var post = await PostOffice.OpenAsync();
        post.Mailbox.Put(GraphServer.Mailbox, "Kopia", "x");

        await post.FetchAsync();

        Assert.Empty(post.Office.Storage.Inbox);
    }

    [Fact]
    public async Task A_mail_is_marked_as_read_only_where_that_is_wanted()
    {
        await using var post = await PostOffice.OpenAsync();
        post.Options.MarksAsRead = true;
        var id = post.Mailbox.Put("svar@sisab.example", "KS 2023/740", "Svar", Passed);

        await post.FetchAsync();

        var change = Assert.Single(post.Mailbox.Changed);
        Assert.StartsWith(id, change, StringComparison.Ordinal);
        Assert.Contains("\"isRead\":true", change, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Killed_anywhere_and_resumed_no_mail_is_lost_and_none_arrives_twice()
    {
        const int Mails = 7;
        var deaths = 0;
        for (var at = 1; ; at++)
        {
            await using var post = await PostOffice.OpenAsync();
            for (var i = 0; i < Mails; i++) post.Mailbox.Put("svar@sisab.example", "KS 2023/740", $"Svar {i}", Passed);
            post.Office.Storage.DieAt = 2 * post.Office.Storage.Changes + at;
            post.Office.Storage.StaysDead = true;
            var lived = true;
            try
            {
                await post.FetchAsync();
            }
            catch (MemoryStorage.DiedException)
            {
                (lived, deaths) = (false, deaths + 1);
            }

            post.Office.Storage.Revive();
            await post.ReceiveAsync();
            await post.FetchAsync();
            await post.ReceiveAsync();
            Assert.Equal(Mails, (await post.ArrivalsAsync()).Count);
            if (lived) break;
        }

        output.WriteLine($"killed at {deaths} places: 0 lost, 0 twice");
        Assert.InRange(deaths, 2 * (2 * Mails + 3), 1000);
    }

    [Fact]
    public async Task A_mail_that_comes_back_is_a_contact_that_was_not_reached_and_is_told_of_once()
    {
        await using var post = await PostOffice.OpenAsync();
        var asked = await post.DispatchAsync("sisab");
        var returned = new ReturnedMails(post.Office.Ledger, post.Office.SendOnce());

        foreach (var doubt in new[] { null, MailPlacement.OnlyReport })
            Assert.Null(await returned.SettleAsync(new(MessageId.Bare(asked), "failed", "5.2.2"), doubt, Cancel));

        var send = Assert.Single(await post.Office.SendsAsync(), s => s.Draft?.InternetMessageId == asked);
        Assert.Equal((SendState.Rejected, "Brevlådan är full (5.2.2)."), (send.State, send.Detail));
        var audit = await post.Office.Ledger.ListAsync<AuditEntry>("ks-2023-740", Cancel);
        Assert.Equal("Brevlådan är full (5.2.2).", Assert.Single(audit, e => e.What == "send_rejected").Why);

        post.Advance(TimeSpan.FromDays(1));
        await post.Office.NoticeAsync();
        await post.Office.ReportAsync();
        Assert.Contains(post.Server.Sent, m => m["subject"]!.GetValue<string>().Contains("1 utskick att kontrollera", StringComparison.Ordinal));
        var weekly = Assert.Single(post.Server.Sent, m => m["subject"]!.GetValue<string>().StartsWith("Remisser vecka", StringComparison.Ordinal));
        Assert.Contains(
            "kom tillbaka: Brevlådan är full (5.2.2). Rätta kontakten",
            WebUtility.HtmlDecode(weekly["body"]!["content"]!.GetValue<string>()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delayed", null, null)]
    [InlineData("failed", "Mejlet klarade inte kontrollen.", "inte styrkt")]
    public async Task A_report_of_delay_or_one_that_may_be_forged_changes_nothing(string action, string? doubt, string? why)
    {
        await using var post = await PostOffice.OpenAsync();
        var asked = await post.DispatchAsync("sisab");

        var reason = await new ReturnedMails(post.Office.Ledger, post.Office.SendOnce()).SettleAsync(new(asked, action, "4.4.1"), doubt, Cancel);

        Assert.Equal(why is null, reason is null);
        Assert.Contains(why ?? "", reason ?? "", StringComparison.Ordinal);
        Assert.Equal(SendState.Accepted, Assert.Single(await post.Office.SendsAsync(), s => s.Draft?.InternetMessageId == asked).State);
    }

    [Fact]
    public async Task A_report_on_a_mail_that_nobody_has_sent_goes_to_a_person()
    {
        await using var post = await PostOffice.OpenAsync();

        var reason = await new ReturnedMails(post.Office.Ledger, post.Office.SendOnce()).SettleAsync(new("okand@annan.example", "failed", null), null, Cancel);

        Assert.Contains("finns inte i något öppet ärende", reason, StringComparison.Ordinal);
    }

    private sealed class PostOffice : IAsyncDisposable
    {
        private PostOffice(Office office, LoopbackMailbox mailbox, GraphServer server)
        {
            (Office, Mailbox, Server) = (office, mailbox, server);
            Office.Notifier = new GraphNotifier(
                new(() => GraphConnection.Open(server.BaseUrl, new AnonymousAuthenticationProvider(), office.Time)),
                Microsoft.Extensions.Options.Options.Create(new GraphOptions { Mailbox = GraphServer.Mailbox }),
                Microsoft.Extensions.Options.Options.Create(new NotificationOptions()),
                new(Microsoft.Extensions.Options.Options.Create(office.Channel)));
        }

        public Office Office { get; }

        public LoopbackMailbox Mailbox { get; }

        public GraphServer Server { get; }

        public MailboxOptions Options { get; } = new();

        public static async Task<PostOffice> OpenAsync()
        {
            var time = new QuickTime(Notifications.Office.At("2023-10-02 10:00"));
            var mailbox = new LoopbackMailbox();
            return new(await Notifications.Office.OpenAsync("2023-10-02 10:00", time), mailbox, await GraphServer.StartAsync(time, mailbox.Map));
        }

        /// <summary>Sends the request.</summary>
        /// <returns>The id of the mail to that organisation.</returns>
        public async Task<string> DispatchAsync(string organisation)
        {
            await Office.DispatchAsync();
            return (await Office.SendsAsync()).First(s => s.Organisation == organisation && s.Draft is not null).Draft!.InternetMessageId;
        }

        public void Advance(TimeSpan by) => ((QuickTime)Office.Time).Advance(by);

        public Task FetchAsync() => new MailboxRun(
            new(() => GraphConnection.Open(Server.BaseUrl, new AnonymousAuthenticationProvider(), Office.Time)),
            Microsoft.Extensions.Options.Options.Create(new GraphOptions { Mailbox = GraphServer.Mailbox }),
            Microsoft.Extensions.Options.Options.Create(Options),
            Office.Ledger,
            new DeltaWalk(Office.Ledger, Office.Time, NullLogger<DeltaWalk>.Instance),
            new InboxWriter(new BlobContainers(Office.Storage.BlobService)),
            Office.Time).RunAsync(Cancel);

        public Task ReceiveAsync() => LibraryOffice.ReceiveAsync(Office);

        public async Task<IReadOnlyList<Arrival>> ArrivalsAsync() =>
            [.. await Office.Ledger.ListAsync<Arrival>("ks-2023-740", Cancel), .. await Office.Ledger.ListAsync<Arrival>(LedgerKeys.Unassigned, Cancel)];

        public async Task<IReadOnlyList<Document>> DocumentsAsync() =>
            [.. await Office.Ledger.ListAsync<Document>("ks-2023-740", Cancel), .. await Office.Ledger.ListAsync<Document>(LedgerKeys.Unassigned, Cancel)];

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
