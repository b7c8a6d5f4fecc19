using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;

namespace Remiss.Local.Commands.Measuring;

internal static class EvalCommand
{
    private static readonly Argument<string?> File = new("FILE")
    {
        Description = "Märkta texter, en JSON-rad per text; annars programmets egna",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Resultatet som JSON" };
    private static readonly Option<bool> Errors = new("--errors") { Description = "Räknar upp varje text som lästs fel" };

    private static readonly Option<bool> Speed = new("--speed") { Description = "Mäter i stället tiden för långa texter" };

    public static string OwnSet { get; } = Path.Combine(AppContext.BaseDirectory, "eval", "labelled.jsonl");

    public static Command Create()
    {
        var command = new Command("eval", "Mäter klassificeringen mot märkta texter") { File, Json, Errors, Speed };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var set = await LabelledSet.ReadAsync(arguments.GetValue(File) ?? OwnSet, cancellationToken);
            if (arguments.GetValue(Speed))
            {
                ClassifierSpeed.Print(set);
                return 0;
            }

            var scores = PartScore.Of(JudgedText.Judge(set, new DocumentClassifier()));
            if (arguments.GetValue(Json)) Console.Out.WriteLine(JsonSerializer.Serialize(scores, RemissJson.Options));
            else foreach (var score in scores) Print(score, arguments.GetValue(Errors));
            return 0;
        });
        return command;
    }

    private static void Print(PartScore score, bool errors)
    {
        var swedish = CultureInfo.GetCultureInfo("sv-SE");
        string Percent(double share) => share.ToString("P1", swedish);
        string Interval(MacroF1 f1) => string.Create(swedish, $"{f1.Value:F2} (95 %: {f1.Low:F2}–{f1.High:F2})");
        Console.Out.WriteLine($"{score.Part}: {score.Texts} texter ur {score.Families} familjer");
        Console.Out.WriteLine($"  dokumenttyp rätt                {Percent(score.TypeAccuracy)}");
        Console.Out.WriteLine($"  ställningstagande, makro-F1     {Interval(score.Stance)} med sju etiketter, {Interval(score.StanceOfFour)} med fyra");
        Console.Out.WriteLine($"  säker på ett som inte finns     {score.FalselyCertain}");
        Console.Out.WriteLine($"  godtagna utan granskning        {Percent(score.AcceptedShare)}, varav rätt {Percent(score.AcceptedPrecision)}");
        Console.Out.WriteLine($"  fel avsändare, fel ärende       {score.WrongSendersAccepted}, {score.WrongCasesAccepted} (godtagna)");
        Console.Out.WriteLine($"  eget och motpartens diarienr    {Percent(score.OwnNumberAccuracy)}, {Percent(score.CounterpartNumberAccuracy)}");
        Console.Out.WriteLine($"  datum, undertecknare            {Percent(score.DateAccuracy)}, {Percent(score.SignatoryAccuracy)}");
        Console.Out.WriteLine($"  passagen som avgör funnen       {Percent(score.SpanRecall)}");
        foreach (var (wanted, found) in score.Confusion)
            Console.Out.WriteLine($"    {wanted,-26} {string.Join(", ", found.Select(f => $"{f.Key} {f.Value}"))}");
        if (!errors) return;
        foreach (var e in score.Errors)
            Console.Out.WriteLine($"  {e.Id}: {RemissJson.Label(e.Type)}/{RemissJson.Label(e.Stance)} lästes som {RemissJson.Label(e.FoundType)}/{RemissJson.Label(e.FoundStance)} ({Percent(e.Confidence)}){(e.Review ? ", granskas" : "")}");
    }
}
