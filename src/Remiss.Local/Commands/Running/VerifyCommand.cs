using System.CommandLine;
using Remiss.Audit;
using Remiss.Local.Host;

namespace Remiss.Local.Commands.Running;

internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Prövar att ett ärendes liggare, original och logg stämmer med varandra") { DataFolder.Case };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments.GetValue(DataFolder.Case)!, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, string caseId, CancellationToken cancellationToken)
    {
        var verified = await host.Get<CaseVerification>().VerifyAsync(caseId, cancellationToken) ?? throw DataFolder.NoCase(caseId);
        foreach (var fault in verified.Faults) Console.Out.WriteLine(string.Concat(fault.Select(c => char.IsControl(c) ? ' ' : c)));
        Console.Out.WriteLine(
            $"{verified.Documents} handlingar, {verified.Arrivals} ankomster, {verified.Sends} utskick, {verified.AuditEntries} rader i loggen; "
            + $"{verified.Originals} original ({verified.Bytes / 1024} kB) kontrollräknade. {(verified.Faults.Count == 0 ? "Allt stämmer." : $"{verified.Faults.Count} fel.")}");
        return verified.Faults.Count == 0 ? 0 : 1;
    }
}
