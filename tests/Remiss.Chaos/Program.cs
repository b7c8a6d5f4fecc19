using System.CommandLine;
using Remiss.Chaos;
using Remiss.Chaos.Histories;
using Remiss.Chaos.Workers;

var seed = new Option<int>("--seed") { Description = "The same seed gives the same plan", DefaultValueFactory = _ => Random.Shared.Next(1, 1_000_000) };
var seconds = new Option<int>("--seconds") { Description = "How long files keep coming", DefaultValueFactory = _ => 60 };
var workers = new Option<int>("--workers") { Description = "Worker processes", DefaultValueFactory = _ => 3 };
var kills = new Option<int>("--kills") { Description = "kill -9 so many times, as far as the time allows", DefaultValueFactory = _ => 20 };
var files = new Option<int>("--files") { Description = "Stop after so many files; 0: as many as the time allows", DefaultValueFactory = _ => 0 };
var deliveries = new Option<int>("--deliveries") { Description = "Events for one upload, at most", DefaultValueFactory = _ => 4 };
var lost = new Option<double>("--lost") { Description = "Share of uploads without any event", DefaultValueFactory = _ => 0.05 };
var faults = new Option<double>("--faults") { Description = "Share of storage calls that go wrong", DefaultValueFactory = _ => 0.05 };
var graphFaults = new Option<double?>("--graph-faults") { Description = "Share of Graph calls that go wrong; it is asked far more seldom, so three times as many unless said" };
var pace = new Option<int>("--pace") { Description = "Milliseconds between two files, at most", DefaultValueFactory = _ => 1_000 };
var plain = new Option<bool>("--plain") { Description = "Only new files; the clock stands by itself" };
var sweep = new Option<int>("--sweep") { Description = "Seconds between two sweeps of a worker", DefaultValueFactory = _ => 10 };
var histories = new Option<int>("--histories") { Description = "So many random histories in one process instead", DefaultValueFactory = _ => 0 };
var graph = new Option<string>("--graph") { Required = true };
var number = new Option<int>("--number") { Required = true };
var ahead = new Option<long>("--ahead") { Required = true };

var work = new Command("worker", "One of the processes that are killed") { Hidden = true, Options = { graph, number, ahead, sweep } };
work.SetAction((given, cancellationToken) => ChaosWorker.RunAsync(
    new Uri(given.GetRequiredValue(graph)), given.GetValue(number), TimeSpan.FromSeconds(given.GetValue(ahead)), TimeSpan.FromSeconds(given.GetValue(sweep)), cancellationToken));

var root = new RootCommand("Drives worker processes on an Azurite of its own through deaths and faults, and judges what is left")
{
    seed, seconds, workers, kills, files, deliveries, lost, faults, graphFaults, pace, plain, sweep, histories, work,
};
root.SetAction((given, cancellationToken) => given.GetValue(histories) is > 0 and var count
    ? new HistoriesRun(given.GetValue(seed), count, Console.Error.WriteLine).RunAsync(cancellationToken)
    : new ChaosRun(
    new ChaosOptions
    {
        Seed = given.GetValue(seed),
        Seconds = given.GetValue(seconds),
        Workers = given.GetValue(workers),
        Kills = given.GetValue(kills),
        Files = given.GetValue(files),
        Deliveries = given.GetValue(deliveries),
        Lost = given.GetValue(lost),
        Faults = given.GetValue(faults),
        GraphFaults = given.GetValue(graphFaults) ?? Math.Min(0.5, 3 * given.GetValue(faults)),
        Pace = given.GetValue(pace),
        Plain = given.GetValue(plain),
        Sweep = given.GetValue(sweep),
    },
    Console.Error.WriteLine).RunAsync(cancellationToken));
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
