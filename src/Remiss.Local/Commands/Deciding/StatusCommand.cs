using System.CommandLine;
using System.Text.Json;
using Remiss.Local.Host;
using Remiss.Local.Terminal;
using Remiss.Reports;
using Remiss.Storage;

namespace Remiss.Local.Commands.Deciding;

internal static class StatusCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Hela läget som JSON" };

    public static Command Create()
    {
        var command = new Command("status", "Visar var ett ärende står") { DataFolder.Case, Json };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments.GetValue(DataFolder.Case)!, arguments.GetValue(Json), cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, string caseId, bool json, CancellationToken cancellationToken)
    {
        var status = await host.Get<CaseStatusReader>().ReadAsync(caseId, cancellationToken) ?? throw DataFolder.NoCase(caseId);
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(status, RemissJson.Indented));
        else StatusTable.Write(status, await host.Get<RemissLedger>().ReadRegisterAsync(cancellationToken));
        return 0;
    }
}
