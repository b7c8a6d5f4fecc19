using Remiss.Local.Host;

namespace Remiss.Local.Tests.Host;

public sealed class RepeatedWorkTests
{
    [Fact]
    public async Task A_time_out_ends_no_more_than_the_time_in_which_it_comes()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var times = 0;
        List<Exception> failures = [];
        async Task WorkAsync(CancellationToken cancellationToken)
        {
            if (++times == 1) throw new TaskCanceledException("Nobody answered.");
            await stop.CancelAsync();
        }

        var end = await Record.ExceptionAsync(() => RepeatedWork.RunAsync(TimeSpan.FromMilliseconds(1), TimeProvider.System, WorkAsync, failures.Add, stop.Token));

        Assert.IsType<OperationCanceledException>(end, exactMatch: false);
        Assert.Equal(2, times);
        Assert.IsType<TaskCanceledException>(Assert.Single(failures));
    }
}
