using Azure.Data.Tables;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Review;
using Remiss.Storage;
using Remiss.Tests.Notifications;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Tests.Web;

public sealed class CaseSnapshotsTests
{
    private static readonly DateOnly Later = new(2023, 10, 20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_not_changed_is_the_same_snapshot()
    {
        var (_, snapshots) = await OpenAsync();

        Assert.Same(await snapshots.ReadAsync(Office.Case.Id, Cancellation), await snapshots.ReadAsync(Office.Case.Id, Cancellation));
    }

    [Fact]
    public async Task A_change_is_seen_by_reading_the_changed_row_alone()
    {
        var (office, snapshots) = await OpenAsync();
        await snapshots.ReadAsync(Office.Case.Id, Cancellation);
        await ChangeAsync(office, "sisab", isAudited: false);

        await ChangeAsync(office, "stockholmshem", isAudited: true);

        var recipients = (await snapshots.ReadAsync(Office.Case.Id, Cancellation))!.Ledger.Recipients;
        Assert.Equal([Office.Case.RecipientDeadline, Later], recipients.Select(r => r.Deadline));
    }

    [Fact]
    public async Task A_line_that_names_no_rows_has_the_whole_case_read_again()
    {
        var (office, snapshots) = await OpenAsync();
        await snapshots.ReadAsync(Office.Case.Id, Cancellation);
        await ChangeAsync(office, "sisab", isAudited: false);
        var (ledger, now) = (office.Storage.Tables.GetTableClient("ledger"), office.Time.GetUtcNow());

        await ledger.UpsertEntityAsync(
            new TableEntity(Office.Case.Id, $"audit|{now.UtcTicks:D19}|old") { ["at"] = now.ToString("O"), ["who"] = "system", ["what"] = "recipient_changed", ["subject"] = "recipient|sisab" },
            TableUpdateMode.Replace,
            Cancellation);

        var recipients = (await snapshots.ReadAsync(Office.Case.Id, Cancellation))!.Ledger.Recipients;
        Assert.Equal(Later, recipients[0].Deadline);
    }

    [Fact]
    public async Task Every_line_is_in_the_log_once_and_in_order()
    {
        var (office, snapshots) = await OpenAsync();
        for (var i = 0; i < 4; i++)
        {
            office.Clock.Advance(TimeSpan.FromMinutes(4));
            await ChangeAsync(office, i % 2 == 0 ? "sisab" : "stockholmshem", isAudited: true);
            await snapshots.ReadAsync(Office.Case.Id, Cancellation);
        }

        var audit = (await snapshots.ReadAsync(Office.Case.Id, Cancellation))!.Audit;

        Assert.Equal(await office.Ledger.ListAsync<AuditEntry>(Office.Case.Id, Cancellation), audit);
        Assert.Equal(4, audit.Count);
    }

    [Fact]
    public async Task What_a_move_brings_is_seen_however_late_the_move_is_finished()
    {
        var desk = await Desk.OpenAsync();
        var snapshots = new CaseSnapshots(desk.Ledger);
        var id = await desk.ReceiveAsync(LedgerKeys.Unassigned, LedgerKeys.NoOrganisation, "Bolaget tillstyrker förslaget.");
        var move = new DocumentMove(new(Desk.CaseId, "sisab"), Desk.Who, desk.Office.Time.GetUtcNow(), "Avsändaren framgår.", DocumentState.Review);
        await desk.SetAsync(id, d => d with { State = DocumentState.Moving, MovedTo = move });
        desk.Office.Clock.Advance(TimeSpan.FromMinutes(20));
        await ChangeAsync(desk.Office, "sisab", isAudited: true);
        await snapshots.ReadAsync(Desk.CaseId, Cancellation);

        await desk.Mover.FinishAsync(id, Cancellation);

        Assert.Single((await snapshots.ReadAsync(Desk.CaseId, Cancellation))!.Ledger.Documents);
    }

    private static async Task<(Office Office, CaseSnapshots Snapshots)> OpenAsync()
    {
        var office = await Office.OpenAsync("2023-09-20 09:00");
        return (office, new CaseSnapshots(office.Ledger));
    }

    private static async Task ChangeAsync(Office office, string organisation, bool isAudited)
    {
        var key = LedgerKeys.Recipient(organisation);
        var row = (await office.Ledger.FindAsync<Recipient>(Office.Case.Id, key, Cancellation))!;
        var change = office.Ledger.Change(Office.Case.Id).Replace(key, row, row.Value with { Deadline = Later });
        if (isAudited) change.Audit(new(office.Time.GetUtcNow(), AuditEntry.System, "recipient_changed", key));
        Assert.True(await change.CommitAsync(Cancellation));
    }
}
