using System.CommandLine;
using System.Text.Json;
using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands.Reading;

internal static class ClassifyCommand
{
    private static readonly Argument<string[]> Paths =
        new("PATH") { Description = "Filer eller mappar", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> Case = new("--case") { Description = "Ärendefil (docs/schemas/case.schema.json)" };
    private static readonly Option<string?> RegisterOption = new("--register") { Description = "Registerfil (docs/schemas/register.schema.json)" };
    private static readonly Option<bool> Json = new("--json") { Description = "En JSON-rad per fil" };

    private static readonly Option<bool> Explain = new("--explain") { Description = "Säger varför, med de ställen i texten som avgjorde" };

    public static Command Create()
    {
        var command = new Command("classify", "Säger vad filer är och vad de tar ställning till") { Paths, Case, RegisterOption, Json, Explain };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var register = arguments.GetValue(RegisterOption) is { } registerFile
                ? await RegisterFile.ReadAsync(registerFile, cancellationToken)
                : null;
            var remissCase = arguments.GetValue(Case) is { } caseFile ? await CaseFile.ReadAsync(caseFile, register, cancellationToken) : null;
            var files = DocumentFiles.Under(arguments.GetValue(Paths)!);
            return await RunAsync(files, remissCase, register ?? Register.Empty, Form(arguments), cancellationToken);
        });
        return command;
    }

    private static Func<ClassifyLine, ReadFile, string> Form(ParseResult arguments) => (arguments.GetValue(Json), arguments.GetValue(Explain)) switch
    {
        (true, _) => (line, _) => JsonSerializer.Serialize(line, RemissJson.Options),
        (_, true) => (line, file) => Explanation.Of(line, file.Result.Text),
        _ => (line, _) => InWords(line),
    };

    private static async Task<int> RunAsync(
        IReadOnlyList<string> files, RemissCase? remissCase, Register register, Func<ClassifyLine, ReadFile, string> form, CancellationToken cancellationToken)
    {
        var classifier = new DocumentClassifier();
        await using var reader = new FileReader();
        await foreach (var file in reader.ReadAsync(files, cancellationToken))
        {
            var result = file.Result.State is ExtractionState.Read
                ? classifier.Classify(file.Result.Text, ContextOf(file, remissCase, register))
                : null;
            var line = ClassifyLine.Of(file, result);
            Console.Out.WriteLine(form(line, file));
        }

        return 0;
    }

    private static ClassificationContext ContextOf(ReadFile file, RemissCase? remissCase, Register register) => new()
    {
        Register = register,
        OpenCases = remissCase is null ? [] : [remissCase],
        FileName = Path.GetFileName(file.Name),
        Mail = file.Result.Mail ?? file.CarriedBy,
        IsAttachment = file.Depth > 0,
        HasAttachments = file.Result.Attachments.Count > 0,
        Remarks = file.Result.Reasons,
    };

    private static string InWords(ClassifyLine line) => string.Join("  ",
        line.File,
        line.Type is { } type ? RemissJson.Label(type) : RemissJson.Label(line.State),
        line.Stance is { } stance ? $"{RemissJson.Label(stance)} ({line.StanceConfidence:P0})" : "",
        line.Review ? "granska: " + string.Join(" ", line.Reasons) : "").TrimEnd();
}
