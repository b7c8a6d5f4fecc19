using System.Text;
using MimeKit;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Dispatch;

public static class DispatchRunTests
{
    [Fact]
    public static async Task A_new_case_is_sent_to_those_who_are_to_answer_whatever_the_hour()
    {
        var office = await Office.OpenAsync("2023-09-02 23:00");

        await office.DispatchAsync(new() { BaseUrl = new("https://remiss.example") });

        Assert.Equal(["svar@hem.example", "svar@sisab.example"], office.Mails.Select(To).Order());
        var mail = office.Mails.First(m => To(m) == "svar@hem.example");
        Assert.Equal("Underremiss KS 2023/740: svara senast 6 oktober 2023", mail.Subject);
        Assert.All(
            new[] { "Kommunstyrelsen", "Överenskommelse om samverkan", "fredag 6 oktober 2023", "inbox/ks-2023-740/stockholmshem", "https://remiss.example/upload/ks-2023-740.stockholmshem.0.", "Uppföljning och utvärdering" },
            part => Assert.Contains(part, mail.TextBody!, StringComparison.Ordinal));
        Assert.Contains("href=\"https://remiss.example/upload/ks-2023-740.stockholmshem.0.", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Single(office.Storage.Blobs.Keys, n => n.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public static async Task The_files_of_the_request_and_the_deadline_are_attached()
    {
        var office = await Office.OpenAsync("2023-09-04 09:00");
        office.Storage.Blobs["a1"] = [1, 2, 3];
        await office.OpenAsync(Office.Case with
        {
            Id = "ks-2",
            Dnr = "KS 2/2023\r\nATTENDEE:x",
            Recipients = ["stockholmshem"],
            Files = [new("Remiss.pdf", "Remiss.pdf", Sha256: "a1"), new("Bilaga <1>", Url: new("https://staden.example/bilaga?a=1&b=\"2\""))],
        });

        await office.DispatchAsync();

        var mail = office.Mail(office.Storage.Blobs.Keys.Single(k => k.StartsWith("ks-2/", StringComparison.Ordinal)));
        var parts = mail.Attachments.OfType<MimePart>().ToDictionary(p => p.FileName!, Content);
        Assert.Equal([1, 2, 3], parts["Remiss.pdf"]);
        var calendar = Encoding.UTF8.GetString(parts["svara-senast.ics"]);
        Assert.Contains("\r\nDTSTART;VALUE=DATE:20231006\r\n", calendar, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Sista dag att svara på remiss KS 2/2023 ATTENDEE:x\r\n", calendar, StringComparison.Ordinal);
        Assert.All(calendar.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains("href=\"https://staden.example/bilaga?a=1&amp;b=%222%22\"", mail.HtmlBody, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task Running_again_and_on_many_workers_sends_nothing_more()
    {
        var office = await OpenAnsweredAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.DispatchAsync())));
        var (blobs, changes) = (office.Storage.Blobs.Count, office.Storage.Changes);

        office.Clock.Advance(TimeSpan.FromDays(8));
        await office.DispatchAsync();

        Assert.Equal((blobs, changes), (office.Storage.Blobs.Count, office.Storage.Changes));
    }

    [Fact]
    public static async Task A_worker_that_dies_anywhere_loses_nothing_and_sends_nothing_twice()
    {
        var whole = await OpenAnsweredAsync();
        var setUp = whole.Storage.Changes;
        await whole.DispatchAsync();

        for (var death = 2 * setUp + 1; death <= 2 * whole.Storage.Changes; death++)
        {
            var office = await OpenAnsweredAsync();
            office.Storage.DieAt = death;
            await Assert.ThrowsAsync<AggregateException>(() => office.DispatchAsync());

            await office.DispatchAsync();

            Assert.Equal(whole.Storage.Blobs.Keys.Order(), office.Storage.Blobs.Keys.Order());
            Assert.All(await office.SendsAsync(), s => Assert.Equal(SendState.Accepted, s.State));
        }
    }

    [Theory]
    [InlineData(RecipientStatus.Responded, "2023-09-04 09:00", 0)]
    [InlineData(RecipientStatus.Withdrawn, "2023-09-04 09:00", 0)]
    [InlineData(RecipientStatus.Awaiting, "2023-10-06 23:00", 1)]
    [InlineData(RecipientStatus.Awaiting, "2023-10-07 09:00", 0)]
    public static async Task The_request_goes_out_while_an_answer_can_come_in_time(RecipientStatus status, string now, int mails)
    {
        var office = await Office.OpenAsync(now);
        await office.SetAsync("stockholmshem", r => r with { Status = status });

        await office.DispatchAsync();

        Assert.Equal(mails, office.Mails.Count(m => To(m) == "svar@hem.example"));
    }

    [Fact]
    public static async Task An_answer_that_has_been_read_is_acknowledged_to_the_registered_contacts_only()
    {
        var office = await OpenAnsweredAsync();

        await office.DispatchAsync();

        var receipt = Assert.Single(office.Mails, m => m.Subject!.StartsWith("Kvittens", StringComparison.Ordinal));
        Assert.Equal("svar@hem.example", To(receipt));
        Assert.All(
            new[] { "Fil: Svar.pdf", "tisdag 12 september 2023 kl. 10.15", "Daterad: 11 september 2023", "Ställningstagande: ingen erinran" },
            part => Assert.Contains(part, receipt.TextBody!, StringComparison.Ordinal));
    }

    [Fact]
    public static async Task A_receipt_is_one_although_the_answer_turns_out_to_have_come_a_day_earlier()
    {
        var office = await OpenAnsweredAsync();
        await office.DispatchAsync();
        foreach (var row in await office.Ledger.FindAllAsync<Document>(Office.Case.Id, TestContext.Current.CancellationToken))
        {
            var earlier = row.Value with { ArrivedAt = row.Value.ArrivedAt.AddDays(-1) };
            Assert.True(await office.Ledger.Change(Office.Case.Id).Replace(LedgerKeys.Document(earlier), row, earlier).CommitAsync(TestContext.Current.CancellationToken));
        }

        await office.DispatchAsync();

        Assert.Single(office.Mails, m => m.Subject!.StartsWith("Kvittens", StringComparison.Ordinal));
    }

    [Fact]
    public static async Task What_came_together_gets_one_receipt_and_what_is_in_review_none()
    {
        var office = await Office.OpenAsync("2023-09-12 12:00");
        await office.AddAsync(
            AnswerOf("mail", "Hej.eml", DocumentType.Ovrigt),
            AnswerOf("a", "Svar.pdf") with { Parent = "mail" },
            AnswerOf("b", "Protokoll.pdf", DocumentType.Protokollsutdrag) with { Parent = "mail" },
            AnswerOf("c", "Oklart.pdf") with { State = DocumentState.Review });
        await office.SetAsync("stockholmshem", r => r with { Status = RecipientStatus.Responded, Answer = "a" });

        await office.DispatchAsync();

        var receipt = Assert.Single(office.Mails, m => m.Subject!.StartsWith("Kvittens", StringComparison.Ordinal));
        Assert.Contains("Svar.pdf", receipt.TextBody!, StringComparison.Ordinal);
        Assert.Contains("Protokoll.pdf", receipt.TextBody!, StringComparison.Ordinal);
        Assert.DoesNotContain("Oklart.pdf", receipt.TextBody!, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task The_registrar_gets_a_copy_of_each_answer_when_the_case_says_so()
    {
        var office = await Office.OpenAsync("2023-09-12 12:00");
        await office.Ledger.SaveAsync(Office.Register["stadshus"] with { Contacts = [new("Registrator", "Registrator@stadshus.example", ContactRole.Registrar)] }, TestContext.Current.CancellationToken);
        await office.OpenAsync(Office.Case with { Id = "ks-2", CopyToRegistrar = true, Recipients = ["stockholmshem"] });
        office.Storage.Blobs["a"] = [7, 7];
        Assert.True(await office.Ledger.Change("ks-2").Insert(Remiss.Storage.LedgerKeys.Document(AnswerOf("a", "Svar.pdf")), AnswerOf("a", "Svar.pdf")).CommitAsync(TestContext.Current.CancellationToken));

        await office.DispatchAsync();

        var copy = Assert.Single(office.Mails, m => To(m) == "registrator@stadshus.example");
        Assert.Equal("Remissvar från Stockholmshem i KS 2023/740", copy.Subject);
        Assert.Equal([7, 7], Content(Assert.Single(copy.Attachments.OfType<MimePart>())));
    }

    [Fact]
    public static async Task A_moved_deadline_is_told_once_to_those_who_were_told_another()
    {
        var office = await Office.OpenAsync("2023-09-04 09:00");
        await office.DispatchAsync();
        await office.SetAsync("stockholmshem", r => r with { Deadline = new(2023, 10, 13), DeadlineSince = new(2023, 9, 5) });

        await office.DispatchAsync();
        await office.DispatchAsync();

        Assert.Equal("Ny sista dag för svar på remiss KS 2023/740: 13 oktober 2023", Assert.Single(office.Mails, m => m.Subject!.StartsWith("Ny", StringComparison.Ordinal)).Subject);
        await office.SetAsync("stockholmshem", r => r with { Deadline = new(2023, 10, 6) });
        await office.DispatchAsync();
        Assert.Equal(2, office.Mails.Count(m => m.Subject!.StartsWith("Ny", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(true, "Anstånd beviljat: svara på remiss KS 2023/740 senast 20 oktober 2023")]
    [InlineData(false, "Anstånd avslaget: remiss KS 2023/740")]
    public static async Task A_decision_on_more_time_is_told_once(bool granted, string subject)
    {
        var office = await Office.OpenAsync("2023-10-03 09:00");
        await office.AddAsync(AnswerOf("x", "Begäran.pdf", DocumentType.Anstand) with { State = DocumentState.Review });
        await office.SetAsync("stockholmshem", r => r with { Extension = new(ExtensionState.Requested, new(2023, 10, 2), new(2023, 10, 20), "x") });
        await office.DispatchAsync();

        await office.DecideAsync("stockholmshem", granted ? new RecipientDecision.GrantExtension(new(2023, 10, 20)) : new RecipientDecision.RefuseExtension());
        await office.DispatchAsync();
        await office.DispatchAsync();

        Assert.Single(office.Mails, m => m.Subject == subject && To(m) == "svar@hem.example");
        Assert.Equal(3, office.Mails.Count());
    }

    [Fact]
    public static async Task A_deadline_that_is_moved_after_more_time_was_refused_is_told_as_moved()
    {
        var office = await Office.OpenAsync("2023-10-03 09:00");
        await office.AddAsync(AnswerOf("x", "Begäran.pdf", DocumentType.Anstand) with { State = DocumentState.Review });
        await office.SetAsync("stockholmshem", r => r with { Extension = new(ExtensionState.Requested, new(2023, 10, 2), new(2023, 10, 20), "x") });
        await office.DispatchAsync();
        await office.DecideAsync("stockholmshem", new RecipientDecision.RefuseExtension());
        await office.DispatchAsync();

        await office.SetAsync("stockholmshem", r => r with { Deadline = new(2023, 10, 13), DeadlineSince = new(2023, 10, 3) });
        await office.DispatchAsync();
        await office.DispatchAsync();

        Assert.Single(office.Mails, m => m.Subject!.StartsWith("Anstånd", StringComparison.Ordinal));
        Assert.Equal("Ny sista dag för svar på remiss KS 2023/740: 13 oktober 2023", Assert.Single(office.Mails, m => m.Subject!.StartsWith("Ny", StringComparison.Ordinal)).Subject);
    }

    [Fact]
    public static async Task A_wish_for_more_is_told_in_the_coordinators_words_as_text()
    {
        var office = await OpenAnsweredAsync();
        await office.DecideAsync("stockholmshem", new RecipientDecision.RequestCompletion("Bilaga 2 saknas. <b>Se</b>\r\nBcc: x@y.example", new(2023, 9, 20)));

        await office.DispatchAsync();
        await office.DispatchAsync();

        var mail = Assert.Single(office.Mails, m => m.Subject == "Komplettera svaret på remiss KS 2023/740 senast 20 september 2023");
        Assert.Contains("Bilaga 2 saknas. &lt;b&gt;Se&lt;/b&gt; Bcc: x@y.example", mail.HtmlBody, StringComparison.Ordinal);
    }

    private static async Task<Office> OpenAnsweredAsync()
    {
        var office = await Office.OpenAsync("2023-09-12 12:00");
        await office.AddAsync(AnswerOf("a", "Svar.pdf"));
        await office.SetAsync("stockholmshem", r => r with { Status = RecipientStatus.Responded, Answer = "a" });
        return office;
    }

    private static Document AnswerOf(string sha256, string file, DocumentType type = DocumentType.Remissvar) => new()
    {
        Organisation = "stockholmshem",
        Sha256 = sha256,
        Path = $"ks-2023-740/stockholmshem/{file}",
        Size = 1,
        State = DocumentState.Accepted,
        ArrivedAt = Office.At("2023-09-12 10:15"),
        Classification = new()
        {
            Type = type,
            TypeConfidence = 1,
            Stance = Stance.IngenErinran,
            StanceConfidence = 1,
            Review = false,
            Date = new(2023, 9, 11),
        },
    };

    private static string To(MimeMessage mail) => Assert.Single(mail.To.Mailboxes).Address;

    private static byte[] Content(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return content.ToArray();
    }
}
