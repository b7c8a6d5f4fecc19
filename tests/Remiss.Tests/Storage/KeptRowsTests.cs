using Remiss.Cases;
using Remiss.Intake;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Storage;

/// <summary>What is kept in memory of register and cases, while another process changes them.</summary>
public sealed class KeptRowsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_register_is_read_once_while_nobody_changes_it()
    {
        var ledger = (await Office.OpenAsync("2023-09-20 09:00")).Ledger;

        Assert.Same(await ledger.ReadRegisterAsync(Cancellation), await ledger.ReadRegisterAsync(Cancellation));
    }

    [Fact]
    public async Task The_register_is_read_again_when_another_process_has_changed_it()
    {
        var office = await Office.OpenAsync("2023-09-20 09:00");
        var ledger = office.Ledger;
        await ledger.ReadRegisterAsync(Cancellation);

        await office.Ledger.SaveAsync(new Organisation { Id = "stokab", Name = "AB Stokab" }, Cancellation);

        Assert.NotNull((await ledger.ReadRegisterAsync(Cancellation)).Find("stokab"));
    }

    [Fact]
    public async Task The_row_that_tells_of_changes_is_no_organisation()
    {
        var ledger = (await Office.OpenAsync("2023-09-20 09:00")).Ledger;

        Assert.Equal(Office.Register.Organisations.Select(o => o.Id).Order(StringComparer.Ordinal), (await ledger.ReadRegisterAsync(Cancellation)).Organisations.Select(o => o.Id));
        Assert.Equal(3, (await ledger.ReadRegisterAuditAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task A_case_that_this_process_changes_is_seen_as_changed_at_once()
    {
        var ledger = (await Office.OpenAsync("2023-09-20 09:00")).Ledger;
        await ledger.ReadOpenCasesAsync(Cancellation);
        var row = (await ledger.FindAsync<RemissCase>(Office.Case.Id, "case", Cancellation))!;

        await ledger.Change(Office.Case.Id).Replace("case", row, row.Value with { Title = "Ny rubrik" }).CommitAsync(Cancellation);

        Assert.Equal("Ny rubrik", Assert.Single(await ledger.ReadOpenCasesAsync(Cancellation)).Title);
    }

    [Fact]
    public async Task A_case_that_another_process_opens_is_seen_at_once()
    {
        var office = await Office.OpenAsync("2023-09-20 09:00");
        var ledger = office.Ledger;
        await ledger.ReadOpenCasesAsync(Cancellation);

        await office.OpenAsync(Office.Case with { Id = "ks-2023-741" });

        Assert.Equal(2, (await ledger.ReadOpenCasesAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Facts_that_this_process_changes_are_read_again_at_once()
    {
        var ledger = (await Office.OpenAsync("2023-09-20 09:00")).Ledger;
        var facts = new KnownFacts(ledger);
        await facts.ReadAsync(Cancellation);

        await ledger.SaveAsync(new Organisation { Id = "stokab", Name = "AB Stokab" }, Cancellation);

        Assert.NotNull((await facts.ReadAsync(Cancellation)).Register.Find("stokab"));
    }
}
