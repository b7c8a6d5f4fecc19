using System.Diagnostics;
using System.Text.Json;
using Remiss.Local.Commands.Measuring;

namespace Remiss.Local.Load;

/// <summary>A process of <c>remiss work</c>, in a folder whose storage it shares.</summary>
internal sealed class LoadWorker : IDisposable
{
    private readonly Process process;

    private LoadWorker(Process process) => this.process = process;

    public static async Task<LoadWorker> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var worker = new LoadWorker(Process.Start(OwnProgram.Command(Environment.ProcessPath!, folder, "work"))!);
        _ = await worker.process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new UserErrorException("En arbetare startade inte; se felet ovan.");
        return worker;
    }

    public async Task<WorkDone> StopAsync(CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        var line = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<WorkDone>(line, RemissJson.Options)!
            : throw new UserErrorException($"En arbetare slutade med kod {process.ExitCode}; se felet ovan.");
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }
}
