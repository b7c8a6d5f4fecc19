using System.CommandLine;
using System.Text.Json;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands.Reading;

internal static class ExtractCommand
{
    private static readonly Argument<string[]> Paths =
        new("PATH") { Description = "Filer eller mappar", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<bool> Json = new("--json") { Description = "En JSON-rad per fil, med texten" };

    private static readonly Option<bool> Summary = new("--summary") { Description = "Till sist vad det blev av filerna och av läsprocesserna" };

    private static readonly Option<string?> Expect = new("--expect") { Description = "Mapp med kända texter: räknar orden som har lästs fel, per format" };

    public static Command Create()
    {
        var command = new Command("extract", "Läser texten ur filer; en fil ger sin text, flera en rad var") { Paths, Json, Summary, Expect };
        command.SetAction((arguments, cancellationToken) => arguments.GetValue(Expect) is { } expected
            ? MeasureAsync(DocumentFiles.Under(arguments.GetValue(Paths)!), expected, cancellationToken)
            : RunAsync(DocumentFiles.Under(arguments.GetValue(Paths)!), arguments.GetValue(Json), arguments.GetValue(Summary), cancellationToken));
        return command;
    }

    private static async Task<int> MeasureAsync(IReadOnlyList<string> files, string expected, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(expected)) throw new UserErrorException($"{expected}: mappen med de kända texterna finns inte. Kontrollera sökvägen.");
        var quality = new TextQuality(expected);
        await using var reader = new FileReader();
        await foreach (var file in reader.ReadAsync(files, cancellationToken)) quality.Add(file);
        foreach (var line in quality.Lines()) Console.Out.WriteLine(line);
        return 0;
    }

    private static async Task<int> RunAsync(IReadOnlyList<string> files, bool json, bool summarize, CancellationToken cancellationToken)
    {
        var summary = new ExtractSummary();
        await using var reader = new FileReader();
        await foreach (var file in reader.ReadAsync(files, cancellationToken))
        {
            summary.Add(file);
            if (json) Console.Out.WriteLine(JsonSerializer.Serialize(ExtractLine.Of(file), RemissJson.Options));
            else if (!summarize && files.Count == 1 && file.Name == files[0]) Console.Out.WriteLine(Alone(file.Result));
            else Console.Out.WriteLine(OneLine(file));
        }

        if (summarize && json) Console.Out.WriteLine(JsonSerializer.Serialize(summary.Json(reader.Sandbox), RemissJson.Options));
        else if (summarize) Console.Out.WriteLine(string.Join(Environment.NewLine, summary.Lines(reader.Sandbox).Prepend("")));
        return 0;
    }

    private static string Alone(ExtractionResult result) =>
        result.State is ExtractionState.Read ? result.Text.Text : $"{RemissJson.Label(result.State)}: {Reasons(result)}";

    private static string OneLine(ReadFile file) => string.Join("  ",
        RemissJson.Label(file.Result.State).PadRight(10),
        file.Result.Format.PadRight(7),
        $"{file.Result.Text.Pages.Count,3} s.",
        $"{file.Result.Text.Text.Length,7} tecken",
        file.Name.ReplaceLineEndings(" "),
        Reasons(file.Result)).TrimEnd();

    private static string Reasons(ExtractionResult result) => string.Join(' ', result.Reasons.Select(ExtractionReasonTexts.InSwedish));

    private sealed record ExtractLine(
        string File, ExtractionState State, IReadOnlyList<string> Reasons, string Format, int Pages, int Characters, double Seconds, string Text)
    {
        public static ExtractLine Of(ReadFile file) => new(
            file.Name,
            file.Result.State,
            file.Result.Reasons,
            file.Result.Format,
            file.Result.Text.Pages.Count,
            file.Result.Text.Text.Length,
            Math.Round(file.Took.TotalSeconds, 3),
            file.Result.Text.Text);
    }
}
