using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Cases;

public sealed class CaseHandlerTests
{
    private static readonly RemissCase New = Office.Case with
    {
        Id = "ks-2024-1",
        Dnr = "KS 2024/1",
        Coordinators = [new("Handläggare Ett", "handläggare", "handlaggare@stadshus.example")],
        Files = [new("Remissen", Url: new("https://staden.example/remiss.pdf"))],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_was_exported_can_be_created_again()
    {
        var desk = await Desk.OpenAsync();

        var done = Assert.IsType<CaseOutcome.Done>(await desk.Cases.CreateAsync(CaseFile.Write(New), "ärendet", Desk.Who, Cancel));

        Assert.Equal(CaseFile.Write(New), CaseFile.Write(done.Case));
        Assert.Contains(New.Id, await desk.Ledger.OpenCasesAsync(Cancel));
        Assert.Equal(2, (await desk.Ledger.ReadAsync(New.Id, Cancel))!.Recipients.Count);
        Assert.Equal(["case_registered", "recipient_added", "recipient_added"], await desk.AuditAsync(New.Id));
        Assert.Contains("finns redan", Assert.Single(Assert.IsType<CaseOutcome.Refused>(await desk.Cases.CreateAsync(CaseFile.Write(New), "ärendet", Desk.Who, Cancel)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_is_held_against_the_same_rules_as_a_case_file()
    {
        var desk = await Desk.OpenAsync();
        var faulty = New with { RecipientDeadline = new(2023, 8, 1), Recipients = ["okand"] };

        var refused = Assert.IsType<CaseOutcome.Refused>(await desk.Cases.CreateAsync(CaseFile.Write(faulty), "ärendet", Desk.Who, Cancel));

        Assert.Equal(2, refused.Faults.Count);
        Assert.IsType<CaseOutcome.Refused>(await desk.Cases.CreateAsync("{", "ärendet", Desk.Who, Cancel));
        Assert.Null(await desk.Ledger.ReadAsync(New.Id, Cancel));
    }

    [Fact]
    public async Task A_new_deadline_holds_for_everybody_without_a_date_of_his_own()
    {
        var desk = await Desk.OpenAsync();
        await DecideAsync(desk, new CaseDecision.ChangeRecipientDeadline("sisab", new(2023, 10, 13)));

        await DecideAsync(desk, new CaseDecision.ChangeDeadlines(new(2023, 10, 20), new(2023, 11, 3)));

        Assert.Equal(new DateOnly(2023, 10, 13), (await desk.RecipientAsync("sisab")).Deadline);
        Assert.Equal((new DateOnly(2023, 10, 20), new DateOnly(2023, 10, 3)), ((await desk.RecipientAsync("stockholmshem")).Deadline, (await desk.RecipientAsync("stockholmshem")).DeadlineSince));
        Assert.Equal(new DateOnly(2023, 11, 3), (await desk.ReadAsync()).Case.RemitterDeadline);
        Assert.IsType<CaseOutcome.Refused>(await DecideAsync(desk, new CaseDecision.ChangeDeadlines(new(2023, 11, 20), new(2023, 11, 3))));
    }

    [Fact]
    public async Task A_recipient_that_is_withdrawn_keeps_what_it_sent_and_can_come_back()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Svar.");
        await desk.DecideAsync(id, new Remiss.Intake.Review.ReviewDecision.Accept());

        await DecideAsync(desk, new CaseDecision.WithdrawRecipient("sisab"));
        Assert.Equal(RecipientStatus.Withdrawn, (await desk.RecipientAsync("sisab")).Status);
        Assert.Single((await desk.ReadAsync()).Documents);
        await DecideAsync(desk, new CaseDecision.AddRecipient("sisab"));

        var back = await desk.RecipientAsync("sisab");
        Assert.Equal((RecipientStatus.Responded, id.Sha256, 2), (back.Status, back.Answer, back.Order));
        Assert.IsType<CaseOutcome.Refused>(await DecideAsync(desk, new CaseDecision.AddRecipient("sisab")));
        Assert.IsType<CaseOutcome.Refused>(await DecideAsync(desk, new CaseDecision.AddRecipient("okand")));
        Assert.IsType<CaseOutcome.Refused>(await DecideAsync(desk, new CaseDecision.ChangeCoordinators([])));
    }

    [Fact]
    public async Task A_recipient_that_had_declined_comes_back_as_one_that_has_declined()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Vi avstår.", type: Remiss.Intake.Classification.DocumentType.Avstar, stance: Remiss.Intake.Classification.Stance.Avstar);
        await desk.DecideAsync(id, new Remiss.Intake.Review.ReviewDecision.Accept());

        await DecideAsync(desk, new CaseDecision.WithdrawRecipient("sisab"));
        await DecideAsync(desk, new CaseDecision.AddRecipient("sisab"));

        Assert.Equal((RecipientStatus.Declined, id.Sha256), ((await desk.RecipientAsync("sisab")).Status, (await desk.RecipientAsync("sisab")).Answer));
    }

    [Fact]
    public async Task Nothing_is_sent_about_a_closed_case_and_what_comes_then_is_kept_and_noted()
    {
        var desk = await Desk.OpenAsync();
        await desk.Office.DecideAsync("sisab", new RecipientDecision.RemindNow());
        Assert.IsType<CaseOutcome.Refused>(await desk.Cases.HandleAsync(Desk.CaseId, new CaseDecision.Close(), Desk.Who, null, Cancel));

        await DecideAsync(desk, new CaseDecision.Close());
        await desk.Office.RemindAsync();
        await desk.Office.DispatchAsync();
        await desk.Office.ReportAsync();

        Assert.All(await desk.Office.SendsAsync(), s => Assert.Equal(SendState.Passed, s.State));
        Assert.DoesNotContain(desk.Storage.Blobs.Keys, k => k.EndsWith(".eml", StringComparison.Ordinal));
        Assert.Empty(await desk.Ledger.OpenCasesAsync(Cancel));
        Assert.Equal([Desk.CaseId], await desk.Ledger.AllCasesAsync(Cancel));

        desk.Office.Clock.Advance(TimeSpan.FromHours(1));
        var late = await desk.ReceiveAsync(Desk.CaseId, "sisab", "Yttrande\nBolaget har inget att erinra mot förslaget i KS 2023/740.", DocumentState.Extracted);
        await desk.Classify.HandleAsync(late, Cancel);
        var document = await desk.FindAsync(late);
        Assert.Equal(DocumentState.Review, document.State);
        Assert.Contains("Handlingen kom in efter att ärendet avslutades 3 oktober 2023.", document.Reasons);
    }

    [Fact]
    public async Task A_case_that_is_opened_again_is_reminded_of_again()
    {
        var desk = await Desk.OpenAsync();
        await DecideAsync(desk, new CaseDecision.Close());
        Assert.IsType<CaseOutcome.Refused>(await DecideAsync(desk, new CaseDecision.WithdrawRecipient("sisab")));

        await DecideAsync(desk, new CaseDecision.Reopen());
        await desk.Office.RemindAsync();

        Assert.Equal([Desk.CaseId], await desk.Ledger.OpenCasesAsync(Cancel));
        Assert.Contains(await desk.Office.SendsAsync(), s => s.State is SendState.Accepted);
        Assert.Equal(["case_closed", "case_reopened"], await desk.AuditAsync(Desk.CaseId));
    }

    [Fact]
    public async Task A_closing_that_dies_at_any_change_is_finished_by_the_sweep()
    {
        for (var dieAt = 1; ; dieAt++)
        {
            var desk = await Desk.OpenAsync();
            await desk.Office.DecideAsync("sisab", new RecipientDecision.RemindNow());
            desk.Storage.DieAt = (desk.Storage.Changes * 2) + dieAt;
            var died = await Record.ExceptionAsync(() => DecideAsync(desk, new CaseDecision.Close()));
            desk.Storage.DieAt = 0;
            if (died is null)
            {
                Assert.True(dieAt > 10, $"{dieAt}");
                break;
            }

            await desk.Sweep.RunAsync(Cancel);

            var isClosed = !(await desk.ReadAsync()).IsOpen;
            Assert.Equal(isClosed ? [] : [Desk.CaseId], await desk.Ledger.OpenCasesAsync(Cancel));
            if (isClosed) Assert.All(await desk.Office.SendsAsync(), s => Assert.Equal(SendState.Passed, s.State));
            Assert.Empty(await desk.Ledger.UnfinishedAsync(Cancel));
        }
    }

    [Fact]
    public async Task The_register_is_imported_exported_and_changed_with_its_lines_in_the_log()
    {
        var desk = await Desk.OpenAsync();
        var before = await desk.Ledger.ReadRegisterAsync(Cancel);

        await desk.Register.ImportAsync(RegisterFile.Write(before), "registret", Desk.Who, Cancel);
        Assert.DoesNotContain(await desk.Ledger.ReadRegisterAuditAsync(Cancel), a => a.Who == Desk.Who);
        await desk.Register.ChangeAsync(before["sisab"] with { Domains = ["sisab.example"] }, Desk.Who, Cancel);

        Assert.Equal(["sisab.example"], (await desk.Ledger.ReadRegisterAsync(Cancel))["sisab"].Domains);
        Assert.Equal(3, (await desk.Ledger.ReadRegisterAsync(Cancel)).Organisations.Count);
        Assert.Equal(("organisation_changed", "sisab"), Assert.Single(await desk.Ledger.ReadRegisterAuditAsync(Cancel), a => a.Who == Desk.Who) is var e ? (e.What, e.Subject) : default);
        await Assert.ThrowsAsync<InvalidFileException>(() => desk.Register.ChangeAsync(before["stadshus"] with { Domains = ["sisab.example"] }, Desk.Who, Cancel));
    }

    private static Task<CaseOutcome> DecideAsync(Desk desk, CaseDecision decision) => desk.Cases.HandleAsync(Desk.CaseId, decision, Desk.Who, "Beslut i dag.", Cancel);
}
