using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Local.Runs;
using Remiss.Local.Terminal;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Local.Commands.Measuring;

/// <summary>How status, weekly report and sweep grow with what they have to look at: the figures of docs/performance.md.</summary>
internal static class GrowthCommand
{
    private const int Recipients = 20;
    private const int RowsOfRecipient = 5;
    private const int RowsOfDocument = 5;
    private const int UploadsAtOnce = 16;
    private const int Rounds = 3;

    private static readonly Option<int[]> Rows = new("--rows")
    {
        Description = "Rader i liggaren",
        DefaultValueFactory = _ => [1_000, 10_000, 100_000],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Blobs = new("--blobs") { Description = "Tomma filer i inkorgen, som en avstämning ser men inte får ta än", DefaultValueFactory = _ => 0 };

    public static Command Create()
    {
        var command = new Command("growth", "Mäter hur läget, veckobrevet och avstämningen växer med liggaren") { Rows, Blobs };
        command.Hidden = true;
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(Rows)!, arguments.GetValue(Blobs), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int[] sizes, int blobs, CancellationToken cancellationToken)
    {
        Console.Out.WriteLine("Rader      Lägg upp   Läget  per 1000   Veckobrev  per 1000   Avstämning  per 1000   (ms)   Minne (MB)");
        foreach (var rows in sizes)
            await InStorageAsync(host => MeasureAsync(host, rows, cancellationToken), cancellationToken);
        if (blobs > 0) await InStorageAsync(host => SweepAsync(host, blobs, cancellationToken), cancellationToken);
        return 0;
    }

    private static async Task InStorageAsync(Func<LocalHost, Task> measure, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("remiss-growth-");
        try
        {
            await using var host = await LocalHost.StartAsync(folder.FullName, Progress.Report, cancellationToken);
            await measure(host);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(LocalHost host, int rows, CancellationToken cancellationToken)
    {
        var large = host.Create<LargeCase>();
        var weekly = host.Get<WeeklyReportRun>();
        var begun = Stopwatch.GetTimestamp();
        var remissCase = await large.CreateAsync(Recipients, (rows - (Recipients * RowsOfRecipient)) / RowsOfDocument, cancellationToken);
        var made = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var status = await FastestAsync(() => host.Get<CaseStatusReader>().ReadAsync(remissCase.Id, cancellationToken));
        var report = await FastestAsync(async () => await weekly.RenderAsync(await weekly.StatusAsync(remissCase.Coordinators[0], cancellationToken)));
        var sweep = await FastestAsync(() => host.Get<ReconciliationRun>().RunAsync(cancellationToken));
        var memory = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows,6} {made,12:F0} {status,7:F0} {Each(status),9:F1} {report,11:F0} {Each(report),9:F1} {sweep,12:F0} {Each(sweep),9:F1} {memory,18}"));

        double Each(double milliseconds) => milliseconds * 1000 / rows;
    }

    private static async Task SweepAsync(LocalHost host, int blobs, CancellationToken cancellationToken)
    {
        var inbox = host.Get<BlobContainers>().Inbox;
        var limit = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = UploadsAtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(0, blobs), limit, async (i, ct) =>
            await inbox.GetBlobClient($"ks-2026-1/bolag-{i % 200}/Svar {i}.pdf").UploadAsync(BinaryData.Empty, overwrite: true, ct));
        var begun = Stopwatch.GetTimestamp();
        await host.Get<Reconciliation>().SweepAsync(cancellationToken);
        var taken = Stopwatch.GetElapsedTime(begun);
        using var self = Process.GetCurrentProcess();
        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Avstämning över {blobs} filer i inkorgen: {taken.TotalSeconds:F1} s, {taken.TotalMilliseconds * 1000 / blobs:F0} ms per 1000, arbetsminne {self.WorkingSet64 >> 20} MB"));
    }

    /// <summary>Whatever else the machine does only ever makes a round slower.</summary>
    private static async Task<double> FastestAsync(Func<Task> work)
    {
        var fastest = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            await work();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return fastest;
    }
}
