using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Remiss.Local.Load;

/// <summary>A process of <c>remiss up</c>, in a folder whose storage it shares or owns.</summary>
internal sealed class UpProcess : IAsyncDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly Process process;

    private UpProcess(Process process) => this.process = process;

    /// <summary>Done when it answers.</summary>
    /// <exception cref="UserErrorException">It ended before it did.</exception>
    public static async Task<UpProcess> StartAsync(string program, string folder, CancellationToken cancellationToken)
    {
        var port = FreePort();
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        var process = Process.Start(OwnProgram.Command(program, folder, "up", "--port", port.ToString(CultureInfo.InvariantCulture)))!;
        var up = new UpProcess(process);
        process.BeginOutputReadLine();
        while (!await AnswersAsync(http, cancellationToken))
        {
            if (process.HasExited) throw new UserErrorException($"{program} up slutade med kod {process.ExitCode}; se felet ovan.");
            await Task.Delay(BetweenLooks, cancellationToken);
        }

        return up;
    }

    public async ValueTask DisposeAsync()
    {
        using var stop = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/healthz", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
