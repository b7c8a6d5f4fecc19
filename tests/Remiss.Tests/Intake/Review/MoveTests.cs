using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Review;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Intake.Review;

public sealed class MoveTests
{
    private const string Text = "Bolaget tillstyrker förslaget.";

    private static readonly DocumentPlace Sisab = new(Desk.CaseId, "sisab");

    [Fact]
    public async Task What_lay_unassigned_is_judged_anew_in_its_case_and_both_places_tell_of_it()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, Text);
        desk.Queues[StepQueues.ClassifyName].Clear();

        await desk.DecideAsync(id, new ReviewDecision.Move(Sisab), "Avsändaren framgår av brevhuvudet.");

        var there = new DocumentId(Desk.CaseId, "sisab", id.Sha256);
        var document = await desk.FindAsync(there);
        Assert.Equal((DocumentState.Extracted, false), (document.State, document.IsPinned));
        Assert.Empty(document.Reasons);
        Assert.Equal([there], desk.Queues[StepQueues.ClassifyName]);
        var here = await desk.FindAsync(id);
        Assert.Equal((DocumentState.Moved, Sisab, DocumentState.Review), (here.State, here.MovedTo!.Place, here.MovedTo.State));
        Assert.Equal("sisab", Assert.Single((await desk.ReadAsync()).Arrivals).Organisation);
        Assert.Equal(LedgerKeys.NoOrganisation, Assert.Single(await desk.Ledger.ListAsync<Arrival>(LedgerKeys.Unassigned, TestContext.Current.CancellationToken)).Organisation);
        Assert.Contains("document_moved", await desk.AuditAsync(LedgerKeys.Unassigned));
        Assert.Contains("document_moved_here", await desk.AuditAsync(Desk.CaseId));
        Assert.Equal([LedgerKeys.Unassigned], (await desk.Ledger.UnfinishedAsync(TestContext.Current.CancellationToken)).Select(u => u.Value));
    }

    [Fact]
    public async Task An_answer_in_the_wrong_folder_is_taken_from_the_one_and_counted_for_the_other()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "stockholmshem", Text);
        await desk.DecideAsync(id, new ReviewDecision.Accept());

        await desk.DecideAsync(id, new ReviewDecision.Move(Sisab));

        Assert.Equal((RecipientStatus.Awaiting, null), ((await desk.RecipientAsync("stockholmshem")).Status, (await desk.RecipientAsync("stockholmshem")).Answer));
        Assert.Equal((RecipientStatus.Responded, id.Sha256), ((await desk.RecipientAsync("sisab")).Status, (await desk.RecipientAsync("sisab")).Answer));
        var read = await desk.ReadAsync();
        Assert.Equal("sisab", Assert.Single(read.Documents).Organisation);
        Assert.Equal("stockholmshem", Assert.Single(read.Moved).Organisation);
        Assert.Equal("sisab", Assert.Single(read.Arrivals).Organisation);
    }

    [Fact]
    public async Task There_and_back_again_it_lies_where_it_lay()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "stockholmshem", Text);
        await desk.DecideAsync(id, new ReviewDecision.Accept());
        await desk.DecideAsync(id, new ReviewDecision.Move(Sisab));
        desk.Office.Clock.Advance(TimeSpan.FromMinutes(1));

        await desk.DecideAsync(id with { Organisation = "sisab" }, new ReviewDecision.Move(new(Desk.CaseId, "stockholmshem")));
        await desk.Mover.FinishAsync(id, TestContext.Current.CancellationToken);

        Assert.Equal("stockholmshem", Assert.Single((await desk.ReadAsync()).Documents).Organisation);
        Assert.Equal(id.Sha256, (await desk.RecipientAsync("stockholmshem")).Answer);
        Assert.Null((await desk.RecipientAsync("sisab")).Answer);
    }

    [Fact]
    public async Task A_mail_takes_what_it_carried_with_it()
    {
        var desk = await Desk.OpenAsync();
        var mail = await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, "Se bilagan.", file: "mejl.eml");
        var letter = await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, Text, parent: mail.Sha256, file: "mejl.eml/svar.pdf");
        await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, "Något annat.");

        await desk.DecideAsync(mail, new ReviewDecision.Move(Sisab));

        Assert.Equal(new[] { letter.Sha256, mail.Sha256 }.Order(), (await desk.ReadAsync()).Documents.Select(d => d.Sha256).Order());
        Assert.Equal(2, (await desk.Ledger.ListAsync<Document>(LedgerKeys.Unassigned, TestContext.Current.CancellationToken)).Count(d => d.IsMoved));
    }

    [Fact]
    public async Task What_comes_again_where_it_no_longer_lies_is_noted_where_it_lies()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, Text);
        await desk.DecideAsync(id, new ReviewDecision.Move(Sisab));

        var local = Path.GetTempFileName();
        await File.WriteAllTextAsync(local, Text, TestContext.Current.CancellationToken);
        var origin = new Origin("igen.txt", "v2", desk.Office.Time.GetUtcNow());
        var outcome = await desk.Recorder.RecordAsync(new(local, LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, origin, origin.ReceivedAt), TestContext.Current.CancellationToken);
        File.Delete(local);

        Assert.Equal(ReceiveOutcome.Duplicate, outcome);
        Assert.Equal(2, (await desk.ReadAsync()).Arrivals.Count(a => a.Sha256 == id.Sha256));
    }

    [Fact]
    public async Task A_move_that_dies_at_any_change_is_finished_by_the_sweep_or_was_never_begun()
    {
        var deaths = 0;
        for (var dieAt = 1; ; dieAt++)
        {
            var desk = await Desk.OpenAsync();
            var id = await desk.ReceiveAsync(Desk.CaseId, "stockholmshem", Text);
            await desk.DecideAsync(id, new ReviewDecision.Accept());
            desk.Storage.DieAt = (desk.Storage.Changes * 2) + dieAt;
            var died = await Record.ExceptionAsync(() => desk.DecideAsync(id, new ReviewDecision.Move(Sisab)));
            desk.Storage.DieAt = 0;
            if (died is null) break;

            deaths++;
            Assert.IsType<MemoryStorage.DiedException>(died);
            var report = await desk.Sweep.RunAsync(TestContext.Current.CancellationToken);
            Assert.Empty(report.Failures);
            var read = await desk.ReadAsync();
            var document = Assert.Single(read.Documents);
            Assert.Equal(document.Organisation, Assert.Single(read.Arrivals).Organisation);
            Assert.Equal(id.Sha256, (await desk.RecipientAsync(document.Organisation)).Answer);
            Assert.Null((await desk.RecipientAsync(document.Organisation == "sisab" ? "stockholmshem" : "sisab")).Answer);
            Assert.All(read.Moved, m => Assert.Equal(DocumentState.Moved, m.State));
            Assert.Empty(await desk.Ledger.UnfinishedAsync(TestContext.Current.CancellationToken));
            Assert.IsType<ReviewOutcome.Decided>(await desk.DecideAsync(id, new ReviewDecision.Move(Sisab)));
            Assert.Equal("sisab", Assert.Single((await desk.ReadAsync()).Documents).Organisation);
        }

        Assert.True(deaths >= 10, $"{deaths} deaths");
    }
}
