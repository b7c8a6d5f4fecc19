using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Remiss.Local.Load;

namespace Remiss.Local.Commands.Measuring;

/// <summary>How long <c>remiss up</c> takes to its first answer: the figures of docs/performance.md.</summary>
internal static class StartSpeedCommand
{
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
        var begun = Stopwatch.GetTimestamp();
        await using var up = await UpProcess.StartAsync(program, folder, cancellationToken);
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }
}
