using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Remiss.Cases;
using Remiss.Local.Runs;
using Remiss.Notifications.Mail;
using Remiss.Reports;

namespace Remiss.Local.Commands.Reporting;

/// <summary>Needs no storage: nothing is read from it.</summary>
internal static class MailPreviewCommand
{
    private const string NoStorage = "UseDevelopmentStorage=true";

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "samples", "ks-2023-740");

    private static readonly Option<string> Out = new("--out") { Description = "Mapp för mejlen", Required = true };

    public static Command Create()
    {
        var command = new Command("mail-preview", "Skriver alla mejl som skickas, som HTML och text, för exempelärendet") { Out };
        command.SetAction((arguments, cancellationToken) => RunAsync(arguments.GetValue(Out)!, cancellationToken));
        return command;
    }

    public static async Task<IReadOnlyList<MailPreview>> PreviewsAsync(CancellationToken cancellationToken)
    {
        var register = await RegisterFile.ReadAsync(Path.Combine(Sample, "register.json"), cancellationToken);
        var remissCase = await CaseFile.ReadAsync(Path.Combine(Sample, "case.json"), register, cancellationToken);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["AzureWebJobsStorage"] = NoStorage;
        builder.AddRemiss();
        using var host = builder.Build();
        var services = host.Services;
        return await new MailPreviews(remissCase, register, services.GetRequiredService<MailRenderer>(), services.GetRequiredService<WeeklyReportRun>()).AllAsync();
    }

    private static async Task<int> RunAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var preview in await PreviewsAsync(cancellationToken))
        {
            await File.WriteAllTextAsync(Path.Combine(folder, preview.Name + ".html"), preview.Html, cancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder, preview.Name + ".txt"), preview.Text, cancellationToken);
            Console.Out.WriteLine($"{preview.Name}: {preview.Subject}");
        }

        return 0;
    }
}
