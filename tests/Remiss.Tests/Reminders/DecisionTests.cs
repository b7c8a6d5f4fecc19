using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reminders;

public static class DecisionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task An_approved_extension_moves_the_date_and_takes_the_request_out_of_review()
    {
        var office = await OpenAskingAsync();

        Assert.IsType<DecisionEffect.Changed>(await office.DecideAsync("stockholmshem", new RecipientDecision.GrantExtension(new(2023, 10, 20))));

        var read = (await office.Ledger.ReadAsync(Office.Case.Id, Cancel))!;
        var recipient = read.Recipients.Single(r => r.Organisation == "stockholmshem");
        Assert.Equal(
            (ExtensionState.Granted, new DateOnly(2023, 10, 20), new DateOnly(2023, 10, 3)),
            (recipient.Extension!.State, recipient.Deadline, recipient.DeadlineSince));
        Assert.Equal(DocumentState.Accepted, Assert.Single(read.Documents).State);
        Assert.Equal(
            [("document_accepted", "extension_granted"), ("extension_granted", "2023-10-20")],
            (await office.Ledger.ListAsync<AuditEntry>(Office.Case.Id, Cancel)).Where(a => a.Who == "Handläggare Ett").Select(a => (a.What, a.Why!)).Order());
    }

    [Fact]
    public static async Task A_refused_extension_leaves_the_date_and_lets_the_reminders_go_on()
    {
        var office = await OpenAskingAsync();
        await office.RemindAsync();
        Assert.DoesNotContain(await office.SendsAsync(), s => s.Organisation == "stockholmshem");

        await office.DecideAsync("stockholmshem", new RecipientDecision.RefuseExtension());
        await office.RemindAsync();

        Assert.Contains(await office.SendsAsync(), s => s is { Organisation: "stockholmshem", State: SendState.Accepted });
        Assert.IsType<DecisionEffect.Refused>(await office.DecideAsync("stockholmshem", new RecipientDecision.RefuseExtension()));
    }

    [Fact]
    public static async Task A_pause_holds_the_reminders_until_its_day()
    {
        var office = await Office.OpenAsync("2023-10-03 09:00");
        await office.DecideAsync("stockholmshem", new RecipientDecision.Pause(new(2023, 10, 5)));

        await office.RemindAsync();
        Assert.DoesNotContain(await office.SendsAsync(), s => s.Organisation == "stockholmshem");
        office.Clock.SetUtcNow(Office.At("2023-10-05 09:00"));
        await office.RemindAsync();

        Assert.Equal([(1, SendState.Passed), (2, SendState.Accepted)], (await office.SendsAsync()).Where(s => s.Organisation == "stockholmshem").Select(s => (s.Slot, s.State)).Order());
    }

    [Fact]
    public static async Task A_reminder_ordered_by_hand_goes_once_at_any_hour_to_those_who_are_to_answer()
    {
        var office = await Office.OpenAsync("2023-10-01 20:00");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.DecideAsync("sisab", new RecipientDecision.RemindNow()))));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(office.RemindAsync)));
        await office.DecideAsync("sisab", new RecipientDecision.RemindNow());
        await office.RemindAsync();

        Assert.Equal("svar@sisab.example", Assert.Single(office.Mails).To.Mailboxes.Single().Address);
        Assert.Equal(2, (await office.SendsAsync()).Count(s => s.State is SendState.Accepted));
        office.Clock.SetUtcNow(Office.At("2023-10-02 20:00"));
        await office.DecideAsync("sisab", new RecipientDecision.RemindNow());
        await office.RemindAsync();
        Assert.Equal(2, office.Mails.Count());
    }

    [Fact]
    public static async Task A_reminder_ordered_by_hand_passes_when_the_answer_has_come_meanwhile()
    {
        var office = await Office.OpenAsync("2023-10-01 20:00");
        await office.DecideAsync("sisab", new RecipientDecision.RemindNow());
        await office.SetAsync("sisab", r => r with { Status = RecipientStatus.Responded });

        await office.RemindAsync();

        Assert.Empty(office.Storage.Blobs);
        Assert.All(await office.SendsAsync(), s => Assert.Equal(SendState.Passed, s.State));
    }

    public static TheoryData<RecipientDecision, RecipientStatus> Impossible => new()
    {
        { new RecipientDecision.GrantExtension(new(2023, 10, 6)), RecipientStatus.Awaiting },
        { new RecipientDecision.GrantExtension(new(2023, 10, 20)), RecipientStatus.Responded },
        { new RecipientDecision.RefuseExtension(), RecipientStatus.Awaiting },
        { new RecipientDecision.Pause(new(2023, 10, 3)), RecipientStatus.Awaiting },
        { new RecipientDecision.RequestCompletion("Bilaga saknas", new(2023, 10, 20)), RecipientStatus.Awaiting },
        { new RecipientDecision.RemindNow(), RecipientStatus.Declined },
        { new RecipientDecision.RemindNow(), RecipientStatus.Withdrawn },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public static async Task What_makes_no_sense_is_refused_with_a_reason_and_changes_nothing(RecipientDecision decision, RecipientStatus status)
    {
        var office = await Office.OpenAsync("2023-10-03 09:00");
        await office.SetAsync("stockholmshem", r => r with { Status = status });
        var changes = office.Storage.Changes;

        var effect = Assert.IsType<DecisionEffect.Refused>(await office.DecideAsync("stockholmshem", decision));

        Assert.NotEmpty(effect.Why);
        Assert.Equal(changes, office.Storage.Changes);
    }

    private static async Task<Office> OpenAskingAsync()
    {
        var office = await Office.OpenAsync("2023-10-03 09:00");
        await office.AddAsync(new Document
        {
            Organisation = "stockholmshem",
            Sha256 = "x",
            Path = "ks-2023-740/stockholmshem/Begäran.pdf",
            Size = 1,
            State = DocumentState.Review,
            ArrivedAt = Office.At("2023-10-02 09:00"),
            Classification = new() { Type = DocumentType.Anstand, TypeConfidence = 1, Stance = Stance.Oklart, StanceConfidence = 1, Review = true },
        });
        await office.SetAsync("stockholmshem", r => r with { Extension = new(ExtensionState.Requested, new(2023, 10, 2), new(2023, 10, 20), "x") });
        return office;
    }
}
