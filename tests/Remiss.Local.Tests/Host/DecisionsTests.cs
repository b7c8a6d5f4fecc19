using Remiss.Audit;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Review;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Tests.Host;

/// <summary>What people decide, on a real emulator: its filters, leases and conditions.</summary>
public sealed class DecisionsTests : IAsyncLifetime
{
    private const string CaseId = "ks-1";
    private const string Who = "Ylva Provlund";

    private readonly TemporaryFolder folder = new();
    private LocalHost host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.StartAsync(Path.Combine(folder.Path, ".remiss"), _ => { }, Cancellation);
        await host.Get<RegisterHandler>().ImportAsync(
            RegisterFile.Write(new(
            [
                new() { Id = "stadshus", Name = "Stockholms Stadshus AB" },
                new() { Id = "sisab", Name = "Skolfastigheter i Stockholm AB" },
                new() { Id = "micasa", Name = "Micasa Fastigheter i Stockholm AB" },
            ])),
            "registret",
            Who,
            Cancellation);
        var created = await host.Get<CaseHandler>().CreateAsync(
            CaseFile.Write(new RemissCase
            {
                Id = CaseId,
                Dnr = "KS 2023/740",
                Title = "Samverkansöverenskommelse",
                Remitter = "Kommunstyrelsen",
                CoordinatingBody = "stadshus",
                RemittedOn = new(2023, 9, 11),
                RecipientDeadline = new(2023, 10, 6),
                RemitterDeadline = new(2023, 10, 27),
                Coordinators = [new(Who, "Handläggare", "ylva@stadshus.example")],
                Recipients = ["sisab", "micasa"],
            }),
            "ärendet",
            Who,
            Cancellation);
        Assert.IsType<CaseOutcome.Done>(created);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task From_no_folder_to_disposal_ledger_originals_and_log_agree()
    {
        await host.Get<BlobContainers>().Inbox.GetBlobClient("svar.txt").UploadAsync(BinaryData.FromString("Bolaget har inget att erinra mot förslaget."), Cancellation);
        await host.Get<StepPump>().DrainAsync(Cancellation);
        var lost = Assert.Single(await host.Get<RemissLedger>().ListAsync<Document>(LedgerKeys.Unassigned, Cancellation));
        var id = new DocumentId(LedgerKeys.Unassigned, lost.Organisation, lost.Sha256);

        var labels = new ReviewDecision.Correct(DocumentType.Remissvar, Stance.IngenErinran, Place: new(CaseId, "sisab"));
        Assert.IsType<ReviewOutcome.Decided>(await host.Get<ReviewHandler>().HandleAsync(id, labels, Who, "Rätt mapp.", Cancellation));
        await host.Get<StepPump>().DrainAsync(Cancellation);

        var read = (await host.Get<RemissLedger>().ReadAsync(CaseId, Cancellation))!;
        Assert.Equal(lost.Sha256, read.Recipients[0].Answer);
        Assert.Empty((await host.Get<CaseVerification>().VerifyAsync(CaseId, Cancellation))!.Faults);
        var report = await host.Get<ReconciliationRun>().RunAsync(Cancellation);
        Assert.False(report.NeedsPerson);
        Assert.Empty(await host.Get<RemissLedger>().UnfinishedAsync(Cancellation));

        await host.Get<CaseHandler>().HandleAsync(CaseId, new Remiss.Cases.CaseDecision.Close(), Who, "Klart.", Cancellation);
        Assert.Empty(await host.Get<RemissLedger>().OpenCasesAsync(Cancellation));
        var disposed = await host.Get<DisposalHandler>().DisposeAsync(CaseId, new("Arkivnämnden", "Gallringsbeslut", "Allt"), Who, Cancellation);

        Assert.NotNull(Assert.IsType<DisposalOutcome.Done>(disposed).Disposal.FinishedAt);
        Assert.False(await host.Get<OriginalStore>().HasAsync(lost.Sha256, Cancellation));
        Assert.Null(await host.Get<TextStore>().FindAsync(lost.Sha256, Cancellation));
        Assert.Empty((await host.Get<CaseVerification>().VerifyAsync(CaseId, Cancellation))!.Faults);
    }

    [Fact]
    public async Task A_lost_message_is_found_by_its_state()
    {
        await host.Get<BlobContainers>().Inbox.GetBlobClient("ks-1/sisab/svar.txt").UploadAsync(BinaryData.FromString("Bolaget har inget att erinra."), Cancellation);
        Assert.Equal(1, (await host.Get<ReconciliationRun>().RunAsync(Cancellation)).Received);
        await host.Get<StepQueues>().Extract.ClearMessagesAsync(Cancellation);
        host.Clock.Set(host.Clock.GetUtcNow().AddHours(1));

        var report = await host.Get<ReconciliationRun>().RunAsync(Cancellation);

        Assert.Equal("sisab", Assert.Single(report.SetOffAgain).Organisation);
        await host.Get<StepPump>().DrainAsync(Cancellation);
        Assert.DoesNotContain((await host.Get<RemissLedger>().ReadAsync(CaseId, Cancellation))!.Documents, d => d.State is DocumentState.Received);
    }
}
