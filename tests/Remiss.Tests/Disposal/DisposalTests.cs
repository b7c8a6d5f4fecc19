using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Intake.Review;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Disposal;

public sealed class DisposalTests
{
    private const string Text = "Bolaget tillstyrker förslaget.";

    private static readonly DisposalOrder Order = new("Arkivnämnden", "Gallringsbeslut 2029:14", "Allt i ärendet");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_content_goes_and_the_record_stays()
    {
        var (desk, id) = await ClosedAsync();

        var done = Assert.IsType<DisposalOutcome.Done>(await desk.Disposal.DisposeAsync(Desk.CaseId, Order, Desk.Who, Cancel));

        Assert.NotNull(done.Disposal.FinishedAt);
        Assert.Empty(desk.Storage.Blobs);
        var read = await desk.ReadAsync();
        var document = Assert.Single(read.Documents);
        Assert.Equal((id.Sha256, DocumentState.Accepted, DecisionKind.Accepted), (document.Sha256, document.State, document.Decision!.Kind));
        Assert.Empty(document.Classification!.Passages);
        Assert.Empty(document.Proposal!.Passages);
        Assert.NotNull(document.DisposedAt);
        Assert.Single(read.Arrivals);
        Assert.NotEmpty(read.Sends);
        Assert.Contains("Arkivnämnden; Gallringsbeslut 2029:14; Allt i ärendet", (await desk.Ledger.ListAsync<AuditEntry>(Desk.CaseId, Cancel)).Select(a => a.Why));
        Assert.DoesNotContain((await desk.Verification.VerifyAsync(Desk.CaseId, Cancel))!.Faults, f => f.Contains("original", StringComparison.Ordinal));
        Assert.IsType<ReviewOutcome.Refused>(await desk.DecideAsync(id, new ReviewDecision.NotAnAnswer()));
        Assert.IsType<CaseOutcome.Refused>(await desk.Cases.HandleAsync(Desk.CaseId, new CaseDecision.Reopen(), Desk.Who, "Ångrar mig.", Cancel));
    }

    [Fact]
    public async Task What_another_case_has_too_stays()
    {
        var (desk, id) = await ClosedAsync();
        await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, Text);

        await desk.Disposal.DisposeAsync(Desk.CaseId, Order, Desk.Who, Cancel);

        Assert.Equal([id.Sha256, id.Sha256 + ".json"], desk.Storage.Blobs.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(desk.Storage.Leases);
    }

    [Fact]
    public async Task Only_a_closed_case_is_disposed_of_and_only_with_who_why_and_what()
    {
        var desk = await Desk.OpenAsync();

        Assert.IsType<DisposalOutcome.Refused>(await desk.Disposal.DisposeAsync(Desk.CaseId, Order, Desk.Who, Cancel));
        Assert.IsType<DisposalOutcome.Refused>(await desk.Disposal.DisposeAsync(Desk.CaseId, Order with { Basis = " " }, Desk.Who, Cancel));
        Assert.IsType<DisposalOutcome.NoCase>(await desk.Disposal.DisposeAsync("ks-9", Order, Desk.Who, Cancel));
    }

    [Fact]
    public async Task What_comes_in_again_after_the_disposal_is_a_new_document_with_its_original()
    {
        var (desk, id) = await ClosedAsync();
        await desk.Disposal.DisposeAsync(Desk.CaseId, Order, Desk.Who, Cancel);

        Assert.Equal(ReceiveOutcome.Stored, await ReceiveAgainAsync(desk));

        Assert.Equal((DocumentState.Received, null), ((await desk.FindAsync(id)).State, (await desk.FindAsync(id)).DisposedAt));
        Assert.Contains(id.Sha256, desk.Storage.Blobs.Keys);
    }

    [Fact]
    public async Task What_comes_in_while_its_content_is_being_disposed_of_waits_for_another_try()
    {
        var (desk, id) = await ClosedAsync();
        desk.Storage.Leases[id.Sha256] = "somebody";

        await Assert.ThrowsAsync<IOException>(() => ReceiveAgainAsync(desk));
        desk.Storage.Leases.Clear();
        desk.Storage.Blobs.Remove(id.Sha256);

        Assert.Equal(ReceiveOutcome.AlreadyReceived, await ReceiveAgainAsync(desk));
        Assert.Contains(id.Sha256, desk.Storage.Blobs.Keys);
    }

    [Fact]
    public async Task A_disposal_that_dies_at_any_change_is_finished_by_the_sweep()
    {
        for (var dieAt = 1; ; dieAt++)
        {
            var (desk, _) = await ClosedAsync();
            desk.Storage.DieAt = (desk.Storage.Changes * 2) + dieAt;
            var died = await Record.ExceptionAsync(() => desk.Disposal.DisposeAsync(Desk.CaseId, Order, Desk.Who, Cancel));
            desk.Storage.DieAt = 0;
            if (died is null)
            {
                Assert.True(dieAt > 10, $"{dieAt}");
                break;
            }

            Assert.Empty((await desk.Sweep.RunAsync(Cancel)).Failures);

            var read = await desk.ReadAsync();
            if (read.Disposal is null)
            {
                Assert.NotEmpty(desk.Storage.Blobs);
                continue;
            }

            Assert.NotNull(read.Disposal.FinishedAt);
            Assert.Empty(desk.Storage.Blobs);
            Assert.All(read.Documents, d => Assert.NotNull(d.DisposedAt));
            Assert.Single(await desk.Ledger.ListAsync<AuditEntry>(Desk.CaseId, Cancel), a => a.What == "case_disposed");
        }
    }

    private static async Task<(Desk Desk, DocumentId Id)> ClosedAsync()
    {
        var desk = await Desk.OpenAsync();
        var id = await desk.ReceiveAsync(Desk.CaseId, "sisab", Text);
        await desk.DecideAsync(id, new ReviewDecision.Accept());
        await desk.Office.DispatchAsync();
        Assert.Contains(desk.Storage.Blobs.Keys, k => k.EndsWith(".eml", StringComparison.Ordinal));
        desk.Storage.Blobs[$"{Desk.CaseId}/tjansteutlatande.docx"] = [1];
        await desk.Cases.HandleAsync(Desk.CaseId, new CaseDecision.Close(), Desk.Who, "Klart.", TestContext.Current.CancellationToken);
        return (desk, id);
    }

    private static async Task<ReceiveOutcome> ReceiveAgainAsync(Desk desk)
    {
        var local = Path.GetTempFileName();
        await File.WriteAllTextAsync(local, Text, Cancel);
        var origin = new Origin($"{Desk.CaseId}/sisab/igen.txt", "v2", desk.Office.Time.GetUtcNow());
        try
        {
            return await desk.Recorder.RecordAsync(new(local, Desk.CaseId, "sisab", origin, origin.ReceivedAt), Cancel);
        }
        finally
        {
            File.Delete(local);
        }
    }
}
