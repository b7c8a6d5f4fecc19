using System.CommandLine;
using System.Text.Json;
using Remiss.Local.Host;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Local.Commands.Deciding;

internal static class DiaryCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Filen att skriva; .json ger JSON, annars CSV", Required = true };

    public static Command Create()
    {
        var command = new Command("diary", "Skriver ut allt som kommit in i ett ärende, för registrator") { DataFolder.Case, Out };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments.GetValue(DataFolder.Case)!, arguments.GetValue(Out)!, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, string caseId, string path, CancellationToken cancellationToken)
    {
        var ledger = host.Get<RemissLedger>();
        var read = await ledger.ReadAsync(caseId, cancellationToken) ?? throw DataFolder.NoCase(caseId);
        var rows = Diary.Of(read, await ledger.ReadRegisterAsync(cancellationToken));
        var isJson = Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);
        await File.WriteAllBytesAsync(path, isJson ? JsonSerializer.SerializeToUtf8Bytes(rows, RemissJson.Indented) : Diary.Csv(rows), cancellationToken);
        Console.Out.WriteLine($"{rows.Count} ankomster: {path}");
        return 0;
    }
}
