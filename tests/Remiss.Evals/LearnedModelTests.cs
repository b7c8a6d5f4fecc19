using System.Globalization;
using System.Runtime.CompilerServices;
using Remiss.Evals.Training;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Learned;

namespace Remiss.Evals;

public sealed class LearnedModelTests(TrainedOnce once, ITestOutputHelper output) : IClassFixture<TrainedOnce>
{
    private const int EachOf = 20;
    private const double LeastAgreeing = 0.99;
    private const double LeastScore = 0.74;
    private const double LeastRightOfAccepted = 0.95;

    private static readonly double[] Confidences = [0.92, 0.94, 0.96];

    /// <summary>Set REMISS_EVALS_WRITE=1 to train the model anew after a change to the texts or to what is read in them.</summary>
    [Fact]
    public async Task The_model_is_what_its_texts_give()
    {
        var texts = once.Texts;
        var trained = once.Trainer.Train();
        if (Environment.GetEnvironmentVariable("REMISS_EVALS_WRITE") == "1")
        {
            await using var file = File.Create(SourceFile());
            trained.Write(file);
            return;
        }

        // Other processors round otherwise in the last place, so the files need not be equal.
        var sample = texts.Sentences.Where((_, i) => i % EachOf == 0).ToList();
        var agreeing = sample.Count(s => Best(trained, s.Text) == Best(LearnedModels.Shipped, s.Text));
        Assert.True(agreeing >= LeastAgreeing * sample.Count, $"{agreeing} of {sample.Count} sentences are judged as by the model in the program. Train it anew with REMISS_EVALS_WRITE=1.");
        var answers = texts.Answers.Where((_, i) => i % EachOf == 0).ToList();
        var same = answers.Count(a => StanceOf(trained, a) == StanceOf(LearnedModels.Shipped, a));
        Assert.True(same >= LeastAgreeing * answers.Count, $"{same} of {answers.Count} answers are judged as by the model in the program. Train it anew with REMISS_EVALS_WRITE=1.");
    }

    /// <summary>What to expect of wordings nobody foresaw.</summary>
    [Fact]
    public void Answers_by_hands_that_the_model_has_not_seen_are_mostly_understood_and_rarely_wrong_where_accepted()
    {
        var judged = once.Trainer.JudgeUnseen().ToList();

        foreach (var hand in PartScore.Of(judged)) output.WriteLine(Row(hand.Part, hand));
        var all = Score(judged);
        output.WriteLine(Row("all", all));
        foreach (var least in Confidences) output.WriteLine(Sure(judged, least));
        Assert.True(all.Stance.Value >= LeastScore);
        Assert.True(all.AcceptedPrecision >= LeastRightOfAccepted);
    }

    private static string Sure(List<JudgedText> judged, double least)
    {
        var accepted = judged.Where(j => j.IsAccepted && j.Result.StanceConfidence >= least).ToList();
        return string.Create(CultureInfo.InvariantCulture, $"accepted with a stance of {least:F2} or more: {accepted.Count}, stance right in {accepted.Count(j => j.Result.Stance == j.Label.Stance)}");
    }

    private static PartScore Score(IEnumerable<JudgedText> texts) => PartScore.Of(texts.Select(t => t with { Label = t.Label with { Part = "all" } })).Single();

    private static string Row(string name, PartScore score) => string.Create(CultureInfo.InvariantCulture,
        $"{name,-8} {score.Texts,4} texts  type {score.TypeAccuracy:P1}  stance macro-F1 {score.Stance.Value:F2} ({score.Stance.Low:F2}-{score.Stance.High:F2}), of four {score.StanceOfFour.Value:F2}  accepted {score.AcceptedShare:P1}, right {score.AcceptedPrecision:P1}, claimed where there is none {score.FalselyCertain}  deciding sentence {score.SpanRecall:P1}");

    private static Saying Best(LearnedModels models, string sentence)
    {
        var words = WordReader.Read(sentence);
        var chances = models.Sayings.Judge(words, 0, words.Length, sentence.EndsWith('?'));
        return (Saying)Array.IndexOf(chances, chances.Max());
    }

    private static Stance StanceOf(LearnedModels models, LabelledAnswer answer) =>
        new DocumentClassifier(models).Classify(answer.Text.ToDocument(), answer.Set.ContextOf(answer.Text)).Stance;

    private static string SourceFile([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/Remiss/Intake/Classification/Learned/learned.bin"));
}
