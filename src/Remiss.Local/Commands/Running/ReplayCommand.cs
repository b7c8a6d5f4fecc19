using System.CommandLine;
using Remiss.Intake;
using Remiss.Local.Host;
using Remiss.Storage;

namespace Remiss.Local.Commands.Running;

internal static class ReplayCommand
{
    public static Command Create()
    {
        var command = new Command("replay", "Kör om det i ett ärende som misslyckats eller stannat halvvägs") { DataFolder.Case };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments.GetValue(DataFolder.Case)!, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, string caseId, CancellationToken cancellationToken)
    {
        if (await host.Get<RemissLedger>().ReadAsync(caseId, cancellationToken) is null) throw DataFolder.NoCase(caseId);

        var replayed = await host.Get<ReplayHandler>().HandleAsync(caseId, Environment.UserName, cancellationToken);
        foreach (var document in replayed) Console.Out.WriteLine($"Körs om: {document.Path}");
        await host.Get<StepPump>().DrainAsync(cancellationToken);
        Console.Out.WriteLine(replayed.Count == 0 ? "Inget att köra om." : $"{replayed.Count} handlingar kördes om.");
        return 0;
    }
}
