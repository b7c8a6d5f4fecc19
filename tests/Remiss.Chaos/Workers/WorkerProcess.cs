using System.Diagnostics;
using System.Globalization;

namespace Remiss.Chaos.Workers;

/// <summary>One life of a worker.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly Lock door = new();

    private WorkerProcess(Process process) => this.process = process;

    /// <returns>Null when it died before it was ready.</returns>
    public static async Task<WorkerProcess?> StartAsync(WorkerPlace place, int number, TimeSpan ahead)
    {
        var program = Environment.ProcessPath!;
        IEnumerable<string> self = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(WorkerProcess).Assembly.Location] : [];
        var start = new ProcessStartInfo(program,
        [
            .. self, "worker", "--graph", place.Graph.AbsoluteUri, "--number", $"{number}",
            "--ahead", ((long)ahead.TotalSeconds).ToString(CultureInfo.InvariantCulture), "--sweep", $"{place.Sweep}",
        ])
        {
            WorkingDirectory = place.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["AzureWebJobsStorage"] = place.Storages[number];
        start.Environment["TMPDIR"] = place.Folder;
        var worker = new WorkerProcess(Process.Start(start)!);
        if (await worker.process.StandardOutput.ReadLineAsync() == "ready") return worker;
        worker.Dispose();
        return null;
    }

    /// <summary>A line that a dead worker never reads is lost, as an event is.</summary>
    public void Tell(string line)
    {
        try
        {
            lock (door)
            {
                process.StandardInput.WriteLine(line);
                process.StandardInput.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    /// <summary>SIGKILL, to it alone: its child that reads files ends with its pipes.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async Task<bool> StopAsync(TimeSpan patience)
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(patience);
        await process.WaitForExitAsync(limit.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return process.HasExited && process.ExitCode == 0;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}

/// <summary>Where workers live.</summary>
/// <param name="Storages">A connection string for each.</param>
/// <param name="Sweep">Seconds.</param>
internal sealed record WorkerPlace(string Folder, IReadOnlyList<string> Storages, Uri Graph, int Sweep);
