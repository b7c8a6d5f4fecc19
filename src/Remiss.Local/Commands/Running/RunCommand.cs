using System.CommandLine;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Dispatch;
using Remiss.Local.Host;
using Remiss.Local.Runs;
using Remiss.Local.Terminal;

namespace Remiss.Local.Commands.Running;

internal static class RunCommand
{
    private static readonly Option<string> Case =
        new("--case") { Description = "Ärendefil (docs/schemas/case.schema.json)", Required = true };

    private static readonly Option<string> RegisterOption =
        new("--register") { Description = "Registerfil (docs/schemas/register.schema.json)", Required = true };

    private static readonly Option<string> Documents = new("--documents") { Description = "Mapp med {organisation}/{fil}", Required = true };
    private static readonly Option<string> Out = new("--out") { Description = "Mapp för resultatet", Required = true };
    private static readonly Option<DateOnly?> At = new("--at") { Description = "Dagen som körningen ska utgå från, som 2023-10-17" };

    public static Command Create()
    {
        var command = new Command("run", "Kör hela flödet för en mapp med handlingar och skriver resultatet")
        {
            Case, RegisterOption, Documents, Out, At,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var register = await RegisterFile.ReadAsync(arguments.GetValue(RegisterOption)!, cancellationToken);
            var file = arguments.GetValue(Case)!;
            var read = await CaseFile.ReadAsync(file, register, cancellationToken);
            var documents = arguments.GetValue(Documents)!;
            if (!Directory.Exists(documents)) throw new UserErrorException($"{documents}: mappen finns inte. Kontrollera --documents.");

            return await DataFolder.WithHostAsync(
                async host =>
                {
                    var remissCase = await host.Get<RequestFiles>().KeepAsync(read, file, cancellationToken);
                    var at = Moment(arguments.GetValue(At)) ?? host.Clock.GetUtcNow();
                    var steps = CaseRun.Plan(PlannedFile.In(documents, remissCase.Id, at), SwedishTime.Date(at), at);
                    return await RunAsync(host, remissCase, register, steps, arguments.GetValue(Out)!, cancellationToken);
                },
                cancellationToken);
        });
        return command;
    }

    /// <summary>A day means its working hours: ten in the morning, Swedish time.</summary>
    public static DateTimeOffset? Moment(DateOnly? day) => day is { } given ? SwedishTime.At(given, new TimeOnly(10, 0)) : null;

    public static async Task<int> RunAsync(
        LocalHost host, RemissCase remissCase, Register register, IReadOnlyList<RunStep> steps, string outFolder, CancellationToken cancellationToken)
    {
        await Progress.ShowAsync(remissCase.Dnr, steps.Count, step => host.Get<CaseRun>().RunAsync(
            remissCase, register, steps, done => step(Tell(done)), cancellationToken));
        var status = await host.Get<RunFolder>().WriteAsync(remissCase, outFolder, cancellationToken);
        StatusTable.Write(status, register);
        Console.Out.WriteLine($"Resultatet ligger i {outFolder}: tjansteutlatande.docx, bilagor och {ReportExport.ArchiveName(remissCase.Id)} med allt, weekly.html, status.json, outbox.");
        return 0;
    }

    private static string Tell(RunStep step)
    {
        var at = SwedishTime.Local(step.At);
        return step.File is { } file
            ? $"{at:yyyy-MM-dd HH:mm}  in: {string.Concat(file.Path.Select(c => char.IsControl(c) ? ' ' : c))}"
            : $"{at:yyyy-MM-dd HH:mm}  påminnelser och veckobrev";
    }
}
