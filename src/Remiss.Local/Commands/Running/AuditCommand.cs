using System.CommandLine;
using Remiss.Audit;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Commands.Running;

internal static class AuditCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Filen att skriva, en JSON-rad per händelse", Required = true };

    public static Command Create()
    {
        var command = new Command("audit", "Skriver ut ett ärendes logg: vem som gjorde vad, när och varför") { DataFolder.Case, Out };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments.GetValue(DataFolder.Case)!, arguments.GetValue(Out)!, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, string partition, string path, CancellationToken cancellationToken)
    {
        var entries = await host.Get<RemissLedger>().ListAsync<AuditEntry>(partition, cancellationToken);
        if (entries.Count == 0) throw DataFolder.NoCase(partition);
        await using var file = File.Create(path);
        await AuditExport.WriteAsync(entries, file, cancellationToken);
        Console.Out.WriteLine($"{entries.Count} rader: {path}");
        return 0;
    }
}
