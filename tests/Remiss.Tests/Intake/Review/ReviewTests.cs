using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Intake.Review;

public sealed class ReviewTests
{
    private const string Text = "Bolaget tillstyrker förslaget.";

    [Fact]
    public async Task What_is_accepted_as_proposed_counts_as_if_the_program_had_been_sure()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text);

        Assert.Equal(new ReviewOutcome.Decided(id), await desk.DecideAsync(id, new ReviewDecision.Accept(), reason: null));

        var document = await desk.FindAsync(id);
        Assert.Equal((DocumentState.Accepted, true, DecisionKind.Accepted), (document.State, document.IsPinned, document.Decision!.Kind));
        Assert.Equal(0.6, document.Proposal!.TypeConfidence);
        var recipient = await desk.RecipientAsync("sisab");
        Assert.Equal((RecipientStatus.Responded, id.Sha256), (recipient.Status, recipient.Answer));
        Assert.Equal(["document_accepted", "recipient_responded"], await desk.AuditAsync(Desk.CaseId));
    }

    [Fact]
    public async Task A_correction_keeps_the_proposal_beside_and_says_why()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text);

        await desk.DecideAsync(id, new ReviewDecision.Correct(DocumentType.Tjansteutlatande, Stance.Avstyrker, [new(PassageKind.Stance, null, 8, 10)]), "Står på sidan 3.");

        var document = await desk.FindAsync(id);
        Assert.Equal((DocumentType.Tjansteutlatande, Stance.Avstyrker), (document.Classification!.Type, document.Classification.Stance));
        Assert.Equal((DocumentType.Remissvar, Stance.Tillstyrker), (document.Proposal!.Type, document.Proposal.Stance));
        Assert.Equal(new Passage(PassageKind.Stance, null, 8, 10, 1), Assert.Single(document.Classification.Passages));
        var entry = (await desk.Ledger.ListAsync<AuditEntry>(Desk.CaseId, TestContext.Current.CancellationToken)).Single(a => a.What == "document_corrected");
        Assert.Equal("review remissvar tillstyrker → accepted tjansteutlatande avstyrker; Står på sidan 3.", entry.Why);
    }

    [Theory]
    [InlineData(DocumentType.Kvittens, Stance.Tillstyrker, Stance.Oklart)]
    [InlineData(DocumentType.Avstar, Stance.Oklart, Stance.Avstar)]
    [InlineData(DocumentType.Protokollsutdrag, Stance.Avstar, Stance.Avstar)]
    [InlineData(DocumentType.Remissvar, Stance.IngenErinran, Stance.IngenErinran)]
    public void Only_answers_take_a_stance(DocumentType type, Stance given, Stance kept) => Assert.Equal(kept, ReviewDecisionRules.StanceOf(type, given));

    [Theory]
    [InlineData(DocumentState.NeedsOcr)]
    [InlineData(DocumentState.Unreadable)]
    [InlineData(DocumentState.Failed)]
    public async Task What_the_program_could_not_read_a_person_can_and_taken_back_it_waits_as_before(DocumentState state)
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text, state);

        Assert.IsType<ReviewOutcome.Refused>(await desk.DecideAsync(id, new ReviewDecision.Accept()));
        Assert.IsType<ReviewOutcome.Decided>(await desk.DecideAsync(id, new ReviewDecision.Correct(DocumentType.Remissvar, Stance.IngenErinran)));
        Assert.Equal(RecipientStatus.Responded, (await desk.RecipientAsync("sisab")).Status);

        await desk.DecideAsync(id, new ReviewDecision.Reopen());

        var document = await desk.FindAsync(id);
        Assert.Equal((state, false), (document.State, document.IsPinned));
        Assert.Null(document.Classification);
        Assert.Equal((RecipientStatus.Awaiting, null), ((await desk.RecipientAsync("sisab")).Status, (await desk.RecipientAsync("sisab")).Answer));
    }

    [Fact]
    public async Task When_the_newer_answer_is_none_after_all_the_older_counts_again()
    {
        var desk = await Desk.OpenAsync();
        var older = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Ett svar.");
        await desk.DecideAsync(older, new ReviewDecision.Accept());
        desk.Office.Clock.Advance(TimeSpan.FromHours(1));
        var newer = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Ett nyare svar.");
        await desk.DecideAsync(newer, new ReviewDecision.Accept());
        Assert.Equal(newer.Sha256, (await desk.FindAsync(older)).SupersededBy);

        await desk.DecideAsync(newer, new ReviewDecision.NotAnAnswer());

        Assert.Null((await desk.FindAsync(older)).SupersededBy);
        Assert.Equal(older.Sha256, (await desk.RecipientAsync("sisab")).Answer);
        Assert.Contains("answer_counts_again", await desk.AuditAsync(Desk.CaseId));
    }

    [Fact]
    public async Task A_request_for_more_time_that_was_none_asks_for_nothing()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Vi behöver mer tid.", type: DocumentType.Anstand, stance: Stance.Oklart);
        await desk.DecideAsync(id, new ReviewDecision.Correct(DocumentType.Anstand, Stance.Oklart, RequestedDeadline: new(2023, 10, 20)));
        Assert.Equal((ExtensionState.Requested, new DateOnly(2023, 10, 20)), ((await desk.RecipientAsync("sisab")).Extension!.State, (await desk.RecipientAsync("sisab")).Extension!.Until));

        await desk.DecideAsync(id, new ReviewDecision.NotAnAnswer());

        Assert.Null((await desk.RecipientAsync("sisab")).Extension);
    }

    [Fact]
    public async Task A_request_that_was_decided_stays_decided()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Vi behöver mer tid.", type: DocumentType.Anstand, stance: Stance.Oklart);
        await desk.Office.SetAsync("sisab", r => r with { Extension = new(ExtensionState.Requested, new(2023, 10, 2), null, id.Sha256) });
        await desk.Office.DecideAsync("sisab", new RecipientDecision.GrantExtension(new(2023, 10, 20)));
        Assert.True((await desk.FindAsync(id)).IsPinned);

        await desk.DecideAsync(id, new ReviewDecision.NotAnAnswer());

        Assert.Equal(ExtensionState.Granted, (await desk.RecipientAsync("sisab")).Extension!.State);
    }

    [Fact]
    public async Task What_a_person_has_decided_no_message_and_no_replay_changes()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text, DocumentState.Extracted);
        await desk.DecideAsync(id, new ReviewDecision.Correct(DocumentType.Avstar, Stance.Avstar));
        var decided = await desk.FindAsync(id);

        await desk.Classify.HandleAsync(id, TestContext.Current.CancellationToken);
        await new PoisonHandler(desk.Ledger, desk.Office.Time).HandleAsync(StepQueues.ClassifyName, id, TestContext.Current.CancellationToken);
        Assert.Empty(await new ReplayHandler(desk.Ledger, desk.Steps, desk.Scans, desk.Office.Time).HandleAsync(Desk.CaseId, Desk.Who, TestContext.Current.CancellationToken));
        Assert.False(await new ReplayHandler(desk.Ledger, desk.Steps, desk.Scans, desk.Office.Time).HandleAsync(id, Desk.Who, TestContext.Current.CancellationToken));

        Assert.Equal((decided.Decision, decided.State), ((await desk.FindAsync(id)).Decision, (await desk.FindAsync(id)).State));
        Assert.Equal(RecipientStatus.Declined, (await desk.RecipientAsync("sisab")).Status);
    }

    [Fact]
    public async Task Nobody_decides_on_what_he_has_not_seen()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text);
        var seen = (await desk.Ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, id.Sha256), TestContext.Current.CancellationToken))!.ETag;
        await desk.DecideAsync(id, new ReviewDecision.Accept());

        Assert.IsType<ReviewOutcome.ChangedMeanwhile>(await desk.Review.HandleAsync(id, new ReviewDecision.NotAnAnswer(), "Handläggare Två", null, TestContext.Current.CancellationToken, seen));
        Assert.Equal(DecisionKind.Accepted, (await desk.FindAsync(id)).Decision!.Kind);
    }

    [Fact]
    public async Task Decisions_about_two_answers_at_once_end_in_one_that_counts()
    {
        for (var round = 0; round < 20; round++)
        {
            var desk = await Desk.OpenAsync();
            var one = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Ett.");
            var other = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Två.");
            await desk.DecideAsync(one, new ReviewDecision.Accept());

            await Task.WhenAll(
                Task.Run(() => desk.DecideAsync(one, new ReviewDecision.NotAnAnswer())),
                Task.Run(() => desk.DecideAsync(other, new ReviewDecision.Accept())));

            Assert.Equal(other.Sha256, (await desk.RecipientAsync("sisab")).Answer);
            Assert.Null((await desk.FindAsync(other)).SupersededBy);
        }
    }

    public static TheoryData<ReviewDecision, string?> Impossible => new()
    {
        { new ReviewDecision.Correct(DocumentType.Remissvar, Stance.Tillstyrker), "  " },
        { new ReviewDecision.Correct(DocumentType.Remissvar, Stance.Tillstyrker, [new(PassageKind.Stance, null, 0, 1000)]), "skäl" },
        { new ReviewDecision.Correct(DocumentType.Remissvar, Stance.Tillstyrker, [new(PassageKind.Stance, null, int.MaxValue, int.MaxValue)]), "skäl" },
        { new ReviewDecision.Correct(DocumentType.Remissvar, Stance.Tillstyrker, [new(PassageKind.Stance, "okänd", 0, 1)]), "skäl" },
        { new ReviewDecision.Move(new("ks-9", "sisab")), "skäl" },
        { new ReviewDecision.Move(new("ks-2023-740", "okand")), "skäl" },
        { new ReviewDecision.Move(new("ks-2023-740", "sisab")), "skäl" },
        { new ReviewDecision.Reopen(), "skäl" },
        { new ReviewDecision.Accept(), new string('x', 1001) },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing(ReviewDecision decision, string? reason)
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text);
        var changes = desk.Storage.Changes;

        Assert.NotEmpty(Assert.IsType<ReviewOutcome.Refused>(await desk.DecideAsync(id, decision, reason)).Why);

        Assert.Equal(changes, desk.Storage.Changes);
    }

    [Fact]
    public async Task What_has_no_place_gets_one_before_it_counts()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, Text);

        Assert.IsType<ReviewOutcome.Refused>(await desk.DecideAsync(id, new ReviewDecision.Accept()));
        var decided = Assert.IsType<ReviewOutcome.Decided>(await desk.DecideAsync(
            id, new ReviewDecision.Correct(DocumentType.Remissvar, Stance.Tillstyrker, Place: new(Desk.CaseId, "sisab"))));

        Assert.Equal(new DocumentId(Desk.CaseId, "sisab", id.Sha256), decided.Id);
        Assert.Equal(id.Sha256, (await desk.RecipientAsync("sisab")).Answer);
        var document = await desk.FindAsync(decided.Id);
        Assert.Equal((true, LedgerKeys.Unassigned), (document.IsPinned, document.MovedFrom!.Place.Case));
    }
}
