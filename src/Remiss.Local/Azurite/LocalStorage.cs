using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Remiss.Local.Azurite;

/// <summary>
/// The storage in use: the one that <c>AzureWebJobsStorage</c> names, or an Azurite of the data folder. The first process in a data
/// folder starts Azurite and stops it with itself; others are its guests.
/// </summary>
internal sealed class LocalStorage : IAsyncDisposable
{
    private const string Account = "remiss";

    private readonly string? folder;
    private readonly Process? azurite;
    private readonly FileStream? ownership;

    private LocalStorage(string connectionString, string? folder = null, Process? azurite = null, FileStream? ownership = null, Task? ready = null)
    {
        this.folder = folder;
        ConnectionString = connectionString;
        this.azurite = azurite;
        this.ownership = ownership;
        Ready = ready ?? Task.CompletedTask;
    }

    public string ConnectionString { get; }

    /// <summary>Done when it answers.</summary>
    public Task Ready { get; }

    public static async Task<LocalStorage> OpenAsync(string dataFolder, Action<string> report, CancellationToken cancellationToken)
    {
        var storage = await BeginAsync(dataFolder, report, cancellationToken);
        try
        {
            await storage.Ready;
            return storage;
        }
        catch
        {
            await storage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where it has to be started, it need not answer yet: the caller has other things to do until <see cref="Ready"/>.</summary>
    public static async Task<LocalStorage> BeginAsync(string dataFolder, Action<string> report, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AzureWebJobsStorage") is { Length: > 0 } configured) return new(configured);

        var folder = Directory.CreateDirectory(dataFolder).FullName;
        var state = Path.Combine(folder, "azurite.json");
        while (true)
        {
            if (FileTurn.TryTake(Path.Combine(folder, "azurite.lock")) is { } ownership)
            {
                return await BeginOwnAsync(folder, state, ownership, report, cancellationToken);
            }

            if (await ReadAsync(state, cancellationToken) is { } endpoints && await AnswersAsync(endpoints.Table, cancellationToken))
            {
                return new(endpoints.ConnectionString, folder);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    /// <summary>Done by one process of the data folder at a time. A storage that was named may be shared with other machines: there every process does it.</summary>
    /// <returns>What the work gives, or 0 while another process does it.</returns>
    public async Task<int> InTurnAsync(string name, Func<Task<int>> work)
    {
        if (folder is null) return await work();
        await using var turn = FileTurn.TryTake(Path.Combine(folder, name + ".lock"));
        return turn is null ? 0 : await work();
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
        {
            azurite.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            await azurite.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            if (!azurite.HasExited) azurite.Kill(entireProcessTree: true);
            azurite.Dispose();
        }

        if (ownership is not null) await ownership.DisposeAsync();
    }

    private static async Task<LocalStorage> BeginOwnAsync(
        string folder, string state, FileStream ownership, Action<string> report, CancellationToken cancellationToken)
    {
        try
        {
            File.Delete(state);
            var installed = await AzuriteInstall.EnsureAsync(report, cancellationToken);
            var ports = FreePorts(3);
            var endpoints = new Endpoints(ports[0], ports[1], ports[2], await KeyAsync(folder, cancellationToken));
            var azurite = Start(installed, Path.Combine(folder, "azurite"), endpoints);
            return new(endpoints.ConnectionString, folder, azurite, ownership, ReadyAsync(azurite, endpoints, state, cancellationToken));
        }
        catch
        {
            await ownership.DisposeAsync();
            throw;
        }
    }

    private static Process Start(string installed, string data, Endpoints endpoints)
    {
        var start = new ProcessStartInfo("node",
        [
            Path.Combine(installed, "host.js"), "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", data,
            "--blobPort", $"{endpoints.Blob}", "--queuePort", $"{endpoints.Queue}", "--tablePort", $"{endpoints.Table}",
        ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AZURITE_ACCOUNTS"] = $"{Account}:{endpoints.Key}";
        var process = AzuriteInstall.StartNode(start);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task ReadyAsync(Process azurite, Endpoints endpoints, string state, CancellationToken cancellationToken)
    {
        await UntilReadyAsync(azurite, endpoints, cancellationToken);
        await WritePrivateAsync(state, JsonSerializer.Serialize(endpoints, RemissJson.Indented), cancellationToken);
    }

    private static async Task UntilReadyAsync(Process azurite, Endpoints endpoints, CancellationToken cancellationToken)
    {
        foreach (var port in (int[])[endpoints.Blob, endpoints.Queue, endpoints.Table])
        {
            while (!await AnswersAsync(port, cancellationToken))
            {
                if (azurite.HasExited) throw new StorageUnavailableException($"Azurite slutade med kod {azurite.ExitCode} vid start.");
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
        }
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static List<int> FreePorts(int count)
    {
        List<TcpListener> listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        listeners.ForEach(listener => listener.Start());
        List<int> ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }

    /// <summary>The account key of this data folder, made at its first start.</summary>
    private static async Task<string> KeyAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "account-key");
        if (!File.Exists(path))
        {
            await WritePrivateAsync(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), cancellationToken);
        }

        return await File.ReadAllTextAsync(path, cancellationToken);
    }

    private static async Task WritePrivateAsync(string path, string content, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(path, options);
        await writer.WriteAsync(content.AsMemory(), cancellationToken);
    }

    private static async Task<Endpoints?> ReadAsync(string state, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<Endpoints>(await File.ReadAllTextAsync(state, cancellationToken), RemissJson.Options);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    private sealed record Endpoints(int Blob, int Queue, int Table, string Key)
    {
        [JsonIgnore]
        public string ConnectionString =>
            $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={Url(Blob)};QueueEndpoint={Url(Queue)};TableEndpoint={Url(Table)};";

        private static string Url(int port) => $"http://127.0.0.1:{port}/{Account}";
    }
}
