using System.CommandLine;
using Remiss.Compilation;
using Remiss.Local.Host;

namespace Remiss.Local.Commands;

internal static class CompileCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Mapp för utkastet och bilagorna", Required = true };

    public static Command Create()
    {
        var command = new Command("compile", "Sammanställer utkastet till tjänsteutlåtande med bilagor") { DataFolder.Case, Out };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments.GetValue(DataFolder.Case)!, arguments.GetValue(Out)!, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, string caseId, string folder, CancellationToken cancellationToken)
    {
        var compile = host.Get<CompileHandler>();
        var report = await compile.CompileAsync(caseId, coordinator: null, cancellationToken) ?? throw DataFolder.NoCase(caseId);
        Directory.CreateDirectory(folder);
        foreach (var written in await compile.ExportAsync(report, folder, cancellationToken)) Console.Out.WriteLine(Path.Combine(folder, written));
        return 0;
    }
}
