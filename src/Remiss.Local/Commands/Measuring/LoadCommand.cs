using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Remiss.Local.Load;
using Spectre.Console;

namespace Remiss.Local.Commands.Measuring;

internal static class LoadCommand
{
    private static readonly Option<int> Documents = new("--documents") { Description = "Antal filer", DefaultValueFactory = _ => 1_000 };

    private static readonly Option<int> Workers = new("--workers") { Description = "Antal processer som arbetar", DefaultValueFactory = _ => 1 };

    private static readonly Option<bool> Json = new("--json") { Description = "Ett JSON-objekt i stället för en tabell" };

    public static Command Create()
    {
        var command = new Command("load", "Mäter hur fort filer går från inkorg till liggare, på en lagring som bara mätningen använder") { Documents, Workers, Json };
        Documents.Validators.Add(result => { if (result.GetValue(Documents) is < 1 or > 100_000) result.AddError("--documents ska vara 1–100000."); });
        Workers.Validators.Add(result => { if (result.GetValue(Workers) is < 1 or > 16) result.AddError("--workers ska vara 1–16."); });
        command.SetAction((arguments, cancellationToken) =>
            RunAsync(arguments.GetValue(Documents), arguments.GetValue(Workers), arguments.GetValue(Json), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int documents, int workers, bool json, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("AzureWebJobsStorage") is { Length: > 0 })
            throw new UserErrorException("AzureWebJobsStorage är satt. Mätningen fyller lagringen med påhittade filer: ta bort variabeln, så används en egen.");

        var folder = Directory.CreateTempSubdirectory("remiss-load-");
        try
        {
            var figures = await new LoadRun(folder.FullName, documents, workers, Terminal.Progress.Report).RunAsync(cancellationToken);
            if (json) Console.Out.WriteLine(JsonSerializer.Serialize(figures.Summary, RemissJson.Options));
            else AnsiConsole.Write(Table(figures));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Table Table(LoadFigures figures)
    {
        var table = new Table().AddColumn("Mått").AddColumn(new TableColumn("Värde").RightAligned());
        Row("Filer, arbetare", $"{figures.Documents}, {figures.Workers}");
        Row("Inkorgen tom efter", Invariant($"{figures.Seconds:0.0} s"));
        Row("Filer per sekund", Invariant($"{figures.DocumentsPerSecond:0.0}"));
        Row("Uppladdad till liggare i remiss up, p50 · p95 · p99", Invariant($"{figures.P50:0} · {figures.P95:0} · {figures.P99:0} ms"));
        Row("Lagringsanrop per fil", Invariant($"{figures.StorageCallsPerDocument:0.0}"));
        foreach (var (kind, count) in figures.Calls) Row($"  {kind}", Invariant($"{(double)count / figures.Documents:0.00}"));
        Row("Samma anrop för sig", Invariant($"{figures.RawSeconds:0.0} s"));
        Row("Takt mot lagringens egen", Invariant($"{figures.RawStorageRatio:0%}"));
        Row("Arbetarnas processortid, utan läsarnas", Invariant($"{figures.CpuSeconds:0.0} s"));
        Row("Största arbetarens minne", $"{figures.PeakMegabytes} MB");
        return table;

        void Row(string name, string value) => table.AddRow(Markup.Escape(name), Markup.Escape(value));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
