using System.Globalization;

namespace Remiss.Benchmarks.WorkerStart;

/// <summary>How long the Functions worker takes to its first answers; folders are taken in turns, so that their ratio can be told in one run.</summary>
internal static class WorkerStartCommand
{
    private const int UsualRounds = 10;

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(1);

    /// <returns>1 when a worker has other functions than the sources.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (folders, rounds) = Read(arguments);
        if (folders.FirstOrDefault(folder => !File.Exists(Path.Combine(folder, "RemissFunctions.dll"))) is { } empty)
        {
            Console.Error.WriteLine($"There is no RemissFunctions.dll in {empty}. Name folders that dotnet publish src/RemissFunctions -c Azure -o FOLDER has made.");
            return 2;
        }

        await using var host = await WorkerHost.StartAsync();
        var starts = folders.ToDictionary(folder => folder, _ => new List<Start>(), StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var folder in folders)
            {
                using var limit = new CancellationTokenSource(LongestStart);
                starts[folder].Add(await Start.MeasureAsync(host, folder, limit.Token));
            }
        }

        Console.WriteLine($"{"ms",-9}{string.Concat(Start.Steps.Select(step => $"{step,13}"))}");
        foreach (var folder in folders)
        {
            Print("median", starts[folder], times => times[times.Count / 2], folder);
            Print("fastest", starts[folder], times => times[0], folder);
        }

        return folders.Select(folder => Compare(folder, starts[folder][0].Functions)).Max();
    }

    private static (string[] Folders, int Rounds) Read(string[] arguments)
    {
        var option = Array.IndexOf(arguments, "--rounds");
        return option < 0
            ? (Folders(arguments), UsualRounds)
            : (Folders([.. arguments[..option], .. arguments[(option + 2)..]]), int.Parse(arguments[option + 1], CultureInfo.InvariantCulture));

        static string[] Folders(string[] names) => [.. names.Select(Path.GetFullPath)];
    }

    private static void Print(string what, List<Start> starts, Func<List<double>, double> choose, string folder)
    {
        var chosen = Start.Steps.Select((_, step) => choose([.. starts.Select(start => start.Times[step]).Order()]));
        Console.WriteLine($"{what,-9}{string.Concat(chosen.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time,13:0}")))}   {folder}");
    }

    private static int Compare(string folder, IReadOnlyList<Trigger> reported)
    {
        Trigger[] written = [.. Trigger.InSources()];
        foreach (var trigger in written.Except(reported)) Console.WriteLine($"{folder} does not report {trigger}");
        foreach (var trigger in reported.Except(written)) Console.WriteLine($"{folder} reports {trigger}, which is not in the sources");
        if (!reported.ToHashSet().SetEquals(written)) return 1;
        Console.WriteLine($"{reported.Count} functions, all loaded, with the triggers that the sources have: {folder}");
        return 0;
    }
}
