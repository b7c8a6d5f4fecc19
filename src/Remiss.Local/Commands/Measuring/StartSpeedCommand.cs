using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Remiss.Local.Commands.Measuring;

/// <summary>How long <c>remiss up</c> takes to its first answer: the figures of docs/performance.md.</summary>
internal static class StartSpeedCommand
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private static readonly Option<string[]> Programs = new("--program")
    {
        Description = "Program som startas i tur och ordning; det här när inget anges",
        DefaultValueFactory = _ => [Environment.ProcessPath!],
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<int> Rounds = new("--rounds") { Description = "Starter av varje", DefaultValueFactory = _ => 5 };

    public static Command Create()
    {
        var command = new Command("start-speed", "Mäter tiden från start av remiss up till första svaret") { Programs, Rounds };
        command.Hidden = true;
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(Programs)!, arguments.GetValue(Rounds), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string[] programs, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("remiss-start-");
        var times = programs.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (index, program) in programs.Index()) times[index].Add(await TimeAsync(program, folder.FullName, cancellationToken));
        }

        folder.Delete(recursive: true);
        foreach (var (program, taken) in programs.Zip(times))
        {
            var sorted = taken.Order().ToList();
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {sorted[sorted.Count / 2],6:F0} ms   fastest {sorted[0],6:F0} ms   {program}"));
        }

        return 0;
    }

    private static async Task<double> TimeAsync(string program, string folder, CancellationToken cancellationToken)
    {
        var port = FreePort();
        var isHosted = Path.GetFileNameWithoutExtension(program) == "dotnet";
        string[] arguments = isHosted ? [typeof(StartSpeedCommand).Assembly.Location, "up"] : ["up"];
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
        var begun = Stopwatch.GetTimestamp();
        using var up = Process.Start(new ProcessStartInfo(program, [.. arguments, "--port", $"{port}"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        while (!await AnswersAsync(http, cancellationToken))
        {
            if (up.HasExited) throw new UserErrorException($"{program} slutade med kod {up.ExitCode}: {await up.StandardError.ReadToEndAsync(cancellationToken)}");
            await Task.Delay(BetweenLooks, cancellationToken);
        }

        var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        using var stop = Process.Start("kill", ["-INT", $"{up.Id}"]);
        await up.WaitForExitAsync(cancellationToken);
        return taken;
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
