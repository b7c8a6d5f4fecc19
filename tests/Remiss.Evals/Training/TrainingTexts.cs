using System.Text.Json;
using Remiss.Intake.Classification.Evaluation;
using Remiss.Intake.Classification.Learned;

namespace Remiss.Evals.Training;

/// <param name="Source">Who wrote it: a file of sentences and the file of answers of the same name are by one hand.</param>
internal sealed record LabelledSentence(string Source, string Text, Saying Says);

/// <param name="Weight">How much a text counts; those of one template count little each.</param>
internal sealed record LabelledAnswer(string Source, LabelledText Text, LabelledSet Set, float Weight);

/// <summary>All that may be learned from. What is kept for the test is not among it.</summary>
internal sealed record TrainingTexts(IReadOnlyList<LabelledSentence> Sentences, IReadOnlyList<LabelledAnswer> Answers)
{
    private const float OfTemplate = 0.1f;

    private static readonly string[] Sayings = ["for", "for_med", "inget_emot", "mot", "delvis", "avstar", "synpunkt", "ros", "annans", "inget"];

    public static async Task<TrainingTexts> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var sentences = new List<LabelledSentence>();
        foreach (var file in Files(folder, "sentences"))
        {
            foreach (var line in await File.ReadAllLinesAsync(file, cancellationToken))
            {
                var row = JsonDocument.Parse(line).RootElement;
                sentences.Add(new(Path.GetFileNameWithoutExtension(file), row.GetProperty("text").GetString()!, (Saying)Array.IndexOf(Sayings, row.GetProperty("says").GetString())));
            }
        }

        var answers = new List<LabelledAnswer>();
        foreach (var file in Files(folder, "answers").Append(Path.Combine(folder, "probe.jsonl")))
        {
            var read = await LabelledSet.ReadAsync(file, cancellationToken);
            // The probe has neither register nor cases, as the answers of the other hands.
            var set = new LabelledSet(read.Texts, Cases.Register.Empty, []);
            answers.AddRange(set.Texts.Select(t => new LabelledAnswer(Path.GetFileNameWithoutExtension(file), t, set, 1)));
        }

        var own = await LabelledSet.ReadAsync(Path.Combine(folder, "labelled.jsonl"), cancellationToken);
        answers.AddRange(own.Texts.Where(t => t.Part == "development").Select(t => new LabelledAnswer("families", t, own, OfTemplate)));
        return new(sentences, answers);
    }

    private static IEnumerable<string> Files(string folder, string kind) => Directory.GetFiles(Path.Combine(folder, kind), "*.jsonl").Order(StringComparer.Ordinal);
}
