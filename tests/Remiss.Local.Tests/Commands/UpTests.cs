using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Remiss.Local.Tests.Commands;

public sealed class UpTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient http = new();

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task It_answers_takes_in_what_is_dropped_in_the_share_and_stops_cleanly()
    {
        await RemissProcess.RunAsync(folder.Path, "run", "--case", Samples.Case, "--register", Samples.Register, "--documents", Empty("in"), "--out", "ut");
        var share = Empty("share");
        var port = FreePort();
        using var up = RemissProcess.Start(folder.Path, "up", "--port", $"{port}", "--share", share);
        try
        {
            await UntilAsync(async () => (await http.GetAsync(Url(port, "/healthz"), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(Url(port, "/api/cases/ks-9"), TestContext.Current.CancellationToken)).StatusCode);

            folder.File("share/ks-2023-740/stokab/svar.txt.part", "AB Stokab avstår från att yttra sig i ärendet KS 2023/740.");
            File.Move(Path.Combine(share, "ks-2023-740", "stokab", "svar.txt.part"), Path.Combine(share, "ks-2023-740", "stokab", "svar.txt"));
            var clock = Stopwatch.StartNew();
            await UntilAsync(async () => (await DocumentsAsync(port)).Contains("stokab/svar.txt"));
            var inLedger = clock.Elapsed;
            var status = await RemissProcess.RunAsync(folder.Path, "status", "ks-2023-740");
            output.WriteLine($"dropped in the share, in the ledger after {inLedger.TotalSeconds:0.0} s, told by remiss status after {clock.Elapsed.TotalSeconds:0.0} s");
            Assert.Contains("svar.txt", status.Output, StringComparison.Ordinal);
        }
        finally
        {
            using var kill = Process.Start("kill", ["-TERM", $"{up.Id}"]);
            await up.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, up.ExitCode);
    }

    private static Uri Url(int port, string path) => new($"http://127.0.0.1:{port}{path}");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                if (await holds()) return;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private string Empty(string name) => Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;

    private async Task<IReadOnlyList<string>> DocumentsAsync(int port)
    {
        using var status = JsonDocument.Parse(await http.GetStringAsync(Url(port, "/api/cases/ks-2023-740"), TestContext.Current.CancellationToken));
        return [.. status.RootElement.GetProperty("documents").EnumerateArray().Select(d => d.GetProperty("file").GetString()!)];
    }
}
