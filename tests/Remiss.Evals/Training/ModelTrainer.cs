using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Learned;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Evals.Training;

/// <summary>
/// Learns in two steps: what sentences say, then what answers say as a whole. The second step sees the first only on texts that it was not
/// trained on, so that its confidence holds for new ones.
/// </summary>
internal static class ModelTrainer
{
    private const int Folds = 4;
    private const float OfNeutral = 0.3f;
    private const float LeastStance = 0.4f;
    private const int EachOfTemplates = 3;

    private static readonly TrainerOptions OfSayings = new(Rounds: 15, Step: 0.1f, Shrink: 1e-3f, LeftOut: 0.3f);
    private static readonly TrainerOptions OfStances = new(Rounds: 40, Step: 0.05f, Shrink: 3e-3f);
    private static readonly TrainerOptions OfTypes = new(Rounds: 40, Step: 0.05f, Shrink: 1e-3f);

    public static LearnedModels Train(TrainingTexts texts)
    {
        var sentences = texts.Sentences.Select(OfSentence).ToList();
        var basis = Sayings(sentences);
        var ofAnswers = texts.Answers.ToDictionary(a => a, a => OfAnswer(a, basis).ToList());
        var stances = new List<Example>();
        var types = new List<Example>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var left = texts.Answers.Where(a => FoldOf(a) == fold).ToList();
            var sayings = Sayings([.. sentences, .. texts.Answers.Where(a => FoldOf(a) != fold).SelectMany(a => ofAnswers[a])]);
            foreach (var answer in left)
            {
                var reading = DocumentReading.Of(answer.Text.ToDocument(), answer.Set.ContextOf(answer.Text), sayings);
                types.Add(new(reading.FeaturesOfType, Only((int)answer.Text.Type, Enum.GetValues<DocumentType>().Length), answer.Weight));
                if (TakesStance(answer.Text)) stances.Add(new(reading.FeaturesOfStance(reading.RulesOnStance()), Only((int)answer.Text.Stance, Enum.GetValues<Stance>().Length), answer.Weight));
            }
        }

        return new(Sayings([.. sentences, .. texts.Answers.SelectMany(a => ofAnswers[a])]), Linear(stances, Enum.GetValues<Stance>().Length, StanceFeatures.Count, OfStances),
            Linear(types, Enum.GetValues<DocumentType>().Length, TypeFeatures.Count, OfTypes));
    }

    private static SayingModel Sayings(IReadOnlyList<Example> examples)
    {
        var (weights, bias) = new LinearTrainer(SayingModel.Labels, FeatureHash.Buckets, OfSayings).Train(examples);
        return SayingModel.Of(weights, bias);
    }

    private static LinearModel Linear(List<Example> examples, int labels, int features, TrainerOptions options)
    {
        var (weights, bias) = new LinearTrainer(labels, features, options).Train(examples);
        return new(labels, weights, bias);
    }

    private static int FoldOf(LabelledAnswer answer) => (int)(FeatureHash.Of(answer.Text.Family + answer.Source) % Folds);

    private static bool TakesStance(LabelledText text) => ReviewRules.IsAnswer(text.Type) || text.Type == DocumentType.Avstar;

    private static Example OfSentence(LabelledSentence sentence)
    {
        var words = WordReader.Read(sentence.Text);
        return new(SentenceFeatures.Of(words, 0, words.Length, sentence.Text.TrimEnd().EndsWith('?')), Only((int)sentence.Says, SayingModel.Labels), 1);
    }

    /// <summary>The deciding sentence says what the answer says; of the others it is only known that they take no stance, mostly.</summary>
    private static IEnumerable<Example> OfAnswer(LabelledAnswer answer, SayingModel basis)
    {
        var outline = DocumentOutline.Read(answer.Text.ToDocument());
        foreach (var sentence in outline.Sentences.Where(s => SayingReader.CanHoldAView(outline, s)))
        {
            var asks = SayingReader.Asks(outline, sentence);
            var features = SentenceFeatures.Of(outline.Words, sentence.FirstWord, sentence.AfterWord, asks);
            if (TakesStance(answer.Text) && answer.Text.Stance != Stance.Oklart && Decides(answer.Text, sentence))
            {
                yield return new(features, WantedOf(answer.Text.Stance), answer.Weight < 1 ? answer.Weight * EachOfTemplates : 1);
                continue;
            }

            if (answer.Weight < 1 && sentence.Index % EachOfTemplates != 0) continue;
            var chances = basis.Judge(outline.Words, sentence.FirstWord, sentence.AfterWord, asks);
            if (answer.Text.Stance != Stance.Oklart && chances.Take((int)Saying.Remark).Sum() > LeastStance) continue;
            var neutral = chances.Skip((int)Saying.Remark).Sum();
            yield return new(features, [.. chances.Select((c, i) => i < (int)Saying.Remark ? 0 : c / neutral)], OfNeutral);
        }
    }

    private static bool Decides(LabelledText text, Sentence sentence) =>
        text is { SpanStart: { } start, SpanLength: { } length } && sentence.Start < start + length && start < sentence.End;

    private static float[] WantedOf(Stance stance)
    {
        var wanted = new float[SayingModel.Labels];
        foreach (var (saying, share) in stance switch
        {
            Stance.Tillstyrker => [(Saying.For, 0.9f), (Saying.ForWithReservation, 0.1f)],
            Stance.TillstyrkerMedSynpunkter => [(Saying.For, 0.6f), (Saying.ForWithReservation, 0.4f)],
            Stance.IngenErinran => [(Saying.NothingAgainst, 1f)],
            Stance.DelvisAvstyrker => [(Saying.InPart, 0.8f), (Saying.Against, 0.2f)],
            Stance.Avstyrker => [(Saying.Against, 1f)],
            _ => new[] { (Saying.Declines, 1f) },
        })
        {
            wanted[(int)saying] = share;
        }

        return wanted;
    }

    private static float[] Only(int label, int labels)
    {
        var wanted = new float[labels];
        wanted[label] = 1;
        return wanted;
    }
}
