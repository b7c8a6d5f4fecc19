using System.CommandLine;
using Remiss.Intake.Review;
using Remiss.Local.Host;

namespace Remiss.Local.Commands.Measuring;

internal static class CorrectionsCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Filen att skriva, i en tom mapp; register och ärenden läggs bredvid", Required = true };

    public static Command Create()
    {
        var command = new Command("corrections", "Skriver ut det som människor har bestämt om handlingar, som märkta texter för remiss eval") { Out };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            host => RunAsync(host, arguments.GetValue(Out)!, cancellationToken), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LocalHost host, string path, CancellationToken cancellationToken)
    {
        var (texts, corrected) = await host.Get<CorrectionsExport>().WriteAsync(path, cancellationToken);
        Console.Out.WriteLine($"{texts} texter, varav {corrected} där programmet hade läst fel: {path}");
        return 0;
    }
}
