using System.Diagnostics;
using System.Globalization;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>The worker of a folder, started as the host starts it. It has the settings of whoever measures; without a storage, the emulator's.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process process;

    public WorkerProcess(string folder, string host)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(folder, "RemissFunctions.dll"),
                "--functions-uri", host,
                "--functions-worker-id", Guid.NewGuid().ToString(),
                "--functions-request-id", Guid.NewGuid().ToString(),
                "--functions-grpc-max-message-length", int.MaxValue.ToString(CultureInfo.InvariantCulture),
            },
            Environment =
            {
                ["FUNCTIONS_WORKER_RUNTIME"] = "dotnet-isolated",
                ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder,
                ["FUNCTIONS_WORKER_DIRECTORY"] = folder,
            },
        };
        start.Environment.TryAdd("AzureWebJobsStorage", "UseDevelopmentStorage=true");
        process = Process.Start(start)!;
        Ended = ReadToEndAsync();
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Its last words. It should not end by itself.</summary>
    public Task<string> Ended { get; }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<string> ReadToEndAsync()
    {
        var complained = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadToEndAsync() + await complained;
    }
}
