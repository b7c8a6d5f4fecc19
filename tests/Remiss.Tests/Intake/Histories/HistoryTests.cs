using System.Globalization;
using CsCheck;

namespace Remiss.Tests.Intake.Histories;

/// <summary>R2, R4: whatever happens to files and their events, in whatever order, and whoever dies of it, the ledger ends as the model says.</summary>
public sealed class HistoryTests(ITestOutputHelper output)
{
    /// <summary>Set it to 10000 for the whole of it; docs/operations.md tells what that gave.</summary>
    private const string HowMany = "REMISS_HISTORIES";

    private int deaths;

    [Fact]
    public async Task R2_Random_histories_end_as_the_model_says()
    {
        var histories = int.TryParse(Environment.GetEnvironmentVariable(HowMany), CultureInfo.InvariantCulture, out var wanted) ? wanted : 300;
        await History.Any.SampleAsync(
            async history =>
            {
                var (expected, ledger) = await RunAsync(history);
                Assert.Equal(expected, ledger);
            },
            iter: histories,
            print: history => history.ToString());
        output.WriteLine($"R2, R4: {histories} histories with {deaths} deaths in the middle of a step: 0 breaches");
        Assert.True(deaths > histories / 10, $"Only {deaths} deaths in {histories} histories.");
    }

    [Fact]
    public async Task A_content_whose_first_event_comes_last_has_arrived_when_it_first_lay_in_the_inbox()
    {
        var (expected, ledger) = await RunAsync(new(
            [new Put(0, 1), new Wait(), new Put(1, 2), new Wait(), new Put(2, 1), new Deliver(2, 1), new Deliver(1, 1), new Work(1), new Work(1), new Work(1), new Deliver(0, 1)]));

        Assert.Equal(expected, ledger);
    }

    private async Task<(string Expected, string Ledger)> RunAsync(History history)
    {
        using var office = await HistoryOffice.OpenAsync();
        foreach (var step in history.Steps) await office.TakeAsync(step);
        Interlocked.Add(ref deaths, office.Deaths);
        return await office.EndAsync();
    }
}
