using System.CommandLine;
using Remiss.Cases;
using Remiss.Compilation;
using Remiss.Compilation.Choices;
using Remiss.Local.Host;

namespace Remiss.Local.Commands.Reporting;

internal static class CompileCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "Mapp för utkastet och bilagorna", Required = true };
    private static readonly Option<string?> Choices = new("--choices") { Description = "Val och egna texter att spara först (docs/schemas/choices.schema.json), som val.json" };
    private static readonly Option<string?> Template = new("--template") { Description = "Wordmall (docs/report.md)" };

    public static Command Create()
    {
        var command = new Command("compile", "Sammanställer utkastet till tjänsteutlåtande med bilagor") { DataFolder.Case, Out, Choices, Template };
        command.SetAction((arguments, cancellationToken) => DataFolder.WithHostAsync(
            async host =>
            {
                var caseId = arguments.GetValue(DataFolder.Case)!;
                if (arguments.GetValue(Choices) is { } choices) await SaveAsync(host, caseId, choices, cancellationToken);
                return await RunAsync(host, caseId, arguments.GetValue(Out)!, arguments.GetValue(Template), cancellationToken);
            },
            cancellationToken));
        return command;
    }

    private static async Task SaveAsync(LocalHost host, string caseId, string path, CancellationToken cancellationToken)
    {
        var choices = await ChoicesFile.ReadAsync(path, cancellationToken);
        var outcome = await host.Get<ChoicesHandler>().SetAsync(caseId, choices, Environment.UserName, cancellationToken);
        if (outcome is ChoicesOutcome.NoCase) throw DataFolder.NoCase(caseId);
        if (outcome is ChoicesOutcome.Refused refused) throw new InvalidFileException(path, refused.Faults);
    }

    private static async Task<int> RunAsync(LocalHost host, string caseId, string folder, string? templatePath, CancellationToken cancellationToken)
    {
        var template = templatePath is null ? null : await TemplateFile.ReadAsync(templatePath, cancellationToken);
        var report = await host.Get<CompileHandler>().CompileAsync(caseId, coordinator: null, cancellationToken, template)
            ?? throw DataFolder.NoCase(caseId);
        Directory.CreateDirectory(folder);
        foreach (var written in await host.Get<ReportExport>().WriteAsync(report, folder, cancellationToken))
            Console.Out.WriteLine(Path.Combine(folder, written));
        foreach (var changed in report.Model.ChangedSources) Console.Error.WriteLine(changed.Sentence);
        return 0;
    }
}
