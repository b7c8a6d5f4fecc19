using System.CommandLine;
using Remiss.Cases;
using Remiss.Dispatch;
using Remiss.Local.Runs;

namespace Remiss.Local.Commands.Running;

internal static class DemoCommand
{
    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", "ks-2023-740");

    private static readonly Option<string> Out =
        new("--out") { Description = "Mapp för resultatet", DefaultValueFactory = _ => "demo" };

    private static readonly Option<DateOnly> At = new("--at")
    {
        Description = "Dagen då det sammanställs",
        DefaultValueFactory = _ => new DateOnly(2023, 10, 17),
    };

    public static Command Create()
    {
        var command = new Command("demo", "Kör exempelärendet KS 2023/740 från underremiss till utkast") { Out, At };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            async host =>
            {
                var register = await RegisterFile.ReadAsync(Path.Combine(Sample, "register.json"), cancellationToken);
                var file = Path.Combine(Sample, "case.json");
                var remissCase = await host.Get<RequestFiles>().KeepAsync(await CaseFile.ReadAsync(file, register, cancellationToken), file, cancellationToken);
                var at = RunCommand.Moment(arguments.GetValue(At))!.Value;
                if (SwedishTime.Date(at) < remissCase.RemittedOn)
                {
                    throw new UserErrorException($"--at: välj {remissCase.RemittedOn:yyyy-MM-dd} eller senare; då skickades underremissen.");
                }

                var files = await PlannedFile.InSampleAsync(Sample, remissCase.Id, cancellationToken);
                var steps = CaseRun.Plan(files, remissCase.RemittedOn, at);
                return await RunCommand.RunAsync(host, remissCase, register, steps, arguments.GetValue(Out)!, cancellationToken);
            },
            cancellationToken));
        return command;
    }
}
