using CsCheck;

namespace Remiss.Tests.Intake.Histories;

/// <summary>R2: whatever happens to files and their events, in whatever order, the ledger ends as the model says.</summary>
public sealed class HistoryTests
{
    private const int Histories = 10_000;

    [Fact]
    public Task R2_Ten_thousand_random_histories_end_as_the_model_says() => History.Any.SampleAsync(
        async history =>
        {
            var (expected, ledger) = await RunAsync(history);
            Assert.Equal(expected, ledger);
        },
        iter: Histories,
        print: history => history.ToString());

    [Fact]
    public async Task A_content_whose_first_event_comes_last_has_arrived_when_it_first_lay_in_the_inbox()
    {
        var (expected, ledger) = await RunAsync(new(
            [new Put(0, 1), new Wait(), new Put(1, 2), new Wait(), new Put(2, 1), new Deliver(2, 1), new Deliver(1, 1), new Work(1), new Work(1), new Work(1), new Deliver(0, 1)]));

        Assert.Equal(expected, ledger);
    }

    private static async Task<(string Expected, string Ledger)> RunAsync(History history)
    {
        using var office = await HistoryOffice.OpenAsync();
        foreach (var step in history.Steps) await office.TakeAsync(step);
        return await office.EndAsync();
    }
}
