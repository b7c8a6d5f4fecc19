using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Learned;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Evals.Training;

/// <summary>
/// Learns what sentences say, then which of them decides, then what answers say as a whole. The later steps see the first only on texts by hands
/// that it was not trained on, so that their confidence holds for new ones.
/// </summary>
internal sealed class ModelTrainer
{
    private const int Folds = 4;
    private const float OfNeutral = 0.3f;
    private const float LeastStance = 0.4f;
    private const int EachOfTemplates = 3;

    private static readonly TrainerOptions OfSayings = new(Rounds: 15, Step: 0.1f, Shrink: 1e-3f, LeftOut: 0.3f);
    private static readonly TrainerOptions OfDecidings = new(Rounds: 10, Step: 0.05f, Shrink: 1e-3f);
    private static readonly TrainerOptions OfStances = new(Rounds: 40, Step: 0.05f, Shrink: 3e-3f);
    private static readonly TrainerOptions OfTypes = new(Rounds: 40, Step: 0.05f, Shrink: 1e-3f);

    private readonly TrainingTexts texts;
    private readonly List<(string Source, Example Example)> ofSentences;
    private readonly List<(LabelledAnswer Answer, List<Example> Examples)> ofAnswers;
    private readonly List<Fold> folds;

    public ModelTrainer(TrainingTexts texts)
    {
        this.texts = texts;
        ofSentences = [.. texts.Sentences.Select(s => (s.Source, OfSentence(s)))];
        var basis = Sayings([.. ofSentences.Select(s => s.Example)]);
        ofAnswers = [.. texts.Answers.Select(a => (a, OfAnswer(a, basis).ToList()))];
        var hands = texts.Answers.Where(a => a.Weight >= 1).Select(a => a.Source).Distinct().ToList();
        folds = [.. Enumerable.Range(0, Folds).Select(fold => FoldOf(fold, hands.Where((_, i) => i % Folds == fold).ToHashSet(StringComparer.Ordinal)))];
    }

    public LearnedModels Train() => Judges(
        [.. folds.SelectMany(f => f.Readings)],
        Sayings([.. ofSentences.Select(s => s.Example), .. ofAnswers.SelectMany(a => a.Examples)]));

    /// <summary>Every hand's answers, judged by models that have seen nothing of that hand.</summary>
    public IEnumerable<JudgedText> JudgeUnseen()
    {
        foreach (var fold in folds)
        {
            var classifier = new DocumentClassifier(Judges([.. folds.Where(f => f != fold).SelectMany(f => f.Readings)], fold.Sayings));
            foreach (var (answer, _) in fold.Readings.Where(r => r.Answer.Weight >= 1))
                yield return new(answer.Text with { Part = answer.Source }, classifier.Classify(answer.Text.ToDocument(), answer.Set.ContextOf(answer.Text)));
        }
    }

    private Fold FoldOf(int fold, HashSet<string> hands)
    {
        var sayings = Sayings([.. ofSentences.Where(s => !hands.Contains(s.Source)).Select(s => s.Example), .. ofAnswers.Where(a => !IsLeft(a.Answer)).SelectMany(a => a.Examples)]);
        return new(sayings, [.. texts.Answers.Where(IsLeft).Select(a => (a, DocumentReading.Of(a.Text.ToDocument(), a.Set.ContextOf(a.Text), sayings, null)))]);

        bool IsLeft(LabelledAnswer answer) => answer.Weight < 1 ? FeatureHash.Of(answer.Text.Family) % Folds == fold : hands.Contains(answer.Source);
    }

    /// <param name="readings">Each by a model of sentences that has not seen the answer.</param>
    private static LearnedModels Judges(IReadOnlyList<(LabelledAnswer Answer, DocumentReading Reading)> readings, SayingModel sayings)
    {
        var deciding = new DecidingModel(Linear([.. readings.Where(r => TakesStance(r.Answer.Text)).SelectMany(r => OfDeciding(r.Answer, r.Reading))], DecidingModel.Labels, DecidingList.Features, OfDecidings));
        var stances = new List<Example>();
        var types = new List<Example>();
        foreach (var (answer, reading) in readings)
        {
            types.Add(new(reading.FeaturesOfType, Only((int)answer.Text.Type, Enum.GetValues<DocumentType>().Length), answer.Weight));
            if (!TakesStance(answer.Text)) continue;
            var weighed = reading with { Said = deciding.Weigh(reading.Said, reading.Evidence) };
            stances.Add(new(weighed.FeaturesOfStance(weighed.RulesOnStance()), Only((int)answer.Text.Stance, Enum.GetValues<Stance>().Length), answer.Weight));
        }

        return new(sayings, deciding, Linear(stances, Enum.GetValues<Stance>().Length, StanceFeatures.Count, OfStances),
            Linear(types, Enum.GetValues<DocumentType>().Length, TypeFeatures.Count, OfTypes));
    }

    /// <summary>Others that seem to say the same as the deciding sentence may say it too, and teach nothing.</summary>
    private static IEnumerable<Example> OfDeciding(LabelledAnswer answer, DocumentReading reading)
    {
        var list = new DecidingList(reading.Said, reading.Evidence);
        for (var i = 0; i < reading.Said.Count; i++)
        {
            var said = reading.Said[i];
            var decides = answer.Text.Stance != Stance.Oklart && Decides(answer.Text, said.Sentence);
            if (!decides && answer.Text.Stance != Stance.Oklart && said.TakesStance > LeastStance) continue;
            var features = new float[DecidingList.Features];
            list.Fill(i, features);
            yield return new([.. features.Select((value, index) => (index, value)).Where(f => f.value != 0)], Only(decides ? 1 : 0, DecidingModel.Labels), answer.Weight);
        }
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

    /// <summary>The answers of some hands, read by a model of sentences that has seen nothing of theirs.</summary>
    private sealed record Fold(SayingModel Sayings, IReadOnlyList<(LabelledAnswer Answer, DocumentReading Reading)> Readings);
}
