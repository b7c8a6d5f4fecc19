using System.Text;
using Remiss.Audit;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Review;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Audit;

public sealed class CaseVerificationTests
{
    private static readonly RemissCase Case = Office.Case with
    {
        Id = "ks-2024-1",
        Dnr = "KS 2024/1",
        Coordinators = [new("Handläggare Ett", "handläggare", "handlaggare@stadshus.example")],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_that_was_handled_agrees_with_itself()
    {
        var (desk, id) = await HandledAsync();

        var verified = (await desk.Verification.VerifyAsync(Case.Id, Cancel))!;

        Assert.Empty(verified.Faults);
        Assert.Equal((1, 1, 1), (verified.Documents, verified.Arrivals, verified.Originals));
        Assert.Equal(5, verified.Bytes);
        await desk.DecideAsync(id, new ReviewDecision.Move(new(Case.Id, "stockholmshem")));
        Assert.Empty((await desk.Verification.VerifyAsync(Case.Id, Cancel))!.Faults);
        Assert.Null(await desk.Verification.VerifyAsync("ks-9", Cancel));
    }

    [Fact]
    public async Task An_original_that_is_gone_or_altered_is_told()
    {
        var (desk, id) = await HandledAsync();
        desk.Storage.Blobs[id.Sha256] = "Sv4r."u8.ToArray();
        Assert.Contains("har innehållet", Assert.Single((await desk.Verification.VerifyAsync(Case.Id, Cancel))!.Faults), StringComparison.Ordinal);

        desk.Storage.Blobs.Remove(id.Sha256);
        Assert.Contains("saknas", Assert.Single((await desk.Verification.VerifyAsync(Case.Id, Cancel))!.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_changed_without_the_log_is_told()
    {
        var (desk, id) = await HandledAsync();
        var key = LedgerKeys.Document(id.Organisation, id.Sha256);
        var row = (await desk.Ledger.FindAsync<Document>(Case.Id, key, Cancel))!;
        await desk.Ledger.Change(Case.Id).Replace(key, row, row.Value with { Decision = null, State = DocumentState.Unreadable, SupersededBy = "x" }).CommitAsync(Cancel);

        var faults = (await desk.Verification.VerifyAsync(Case.Id, Cancel))!.Faults;

        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, f => f.Contains("ersatt av x", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("document_unreadable", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("svaret som gäller", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_log_is_one_line_of_JSON_for_each_event()
    {
        var (desk, _) = await HandledAsync();
        var entries = await desk.Ledger.ListAsync<AuditEntry>(Case.Id, Cancel);
        using var content = new MemoryStream();

        await AuditExport.WriteAsync(entries, content, Cancel);

        var lines = Encoding.UTF8.GetString(content.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(entries.Count, lines.Length);
        Assert.Contains(lines, l => l.Contains("\"what\":\"document_accepted\"", StringComparison.Ordinal) && l.Contains("\"who\":\"Handläggare Ett\"", StringComparison.Ordinal));
    }

    private static async Task<(Desk Desk, DocumentId Id)> HandledAsync()
    {
        var desk = await Desk.OpenAsync();
        Assert.IsType<CaseOutcome.Done>(await desk.Cases.CreateAsync(CaseFile.Write(Case), "ärendet", Desk.Who, Cancel));
        var id = await desk.ReceiveAsync(Case.Id, "sisab", "Svar.");
        await desk.DecideAsync(id, new ReviewDecision.Accept());
        return (desk, id);
    }
}
