using System.CommandLine;
using Remiss.Compilation.Docx;

namespace Remiss.Local.Commands.Reporting;

internal static class TemplateCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "Worddokument att skriva, som mall.docx" };

    public static Command Create()
    {
        var command = new Command("template", "Skriver standardmallen, att göra en egen mall av") { File };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var path = arguments.GetValue(File)!;
            if (System.IO.File.Exists(path)) throw new UserErrorException($"{path}: filen finns redan. Välj ett annat namn.");
            await System.IO.File.WriteAllBytesAsync(path, ReportTemplate.Default.Content.ToArray(), cancellationToken);
            return 0;
        });
        return command;
    }
}
