namespace Remiss.Intake.Classification.Evaluation;

/// <summary>How the classifier did on one part of a labelled set. Shares are 0–1.</summary>
public sealed record PartScore
{
    public required string Part { get; init; }

    public required int Texts { get; init; }

    public required int Families { get; init; }

    public required double TypeAccuracy { get; init; }

    /// <summary>Over answers and declines; other types take no stance.</summary>
    public required MacroF1 Stance { get; init; }

    /// <summary>Positive, negative, declines, none.</summary>
    public required MacroF1 StanceOfFour { get; init; }

    public required int FalselyCertain { get; init; }

    public required double AcceptedShare { get; init; }

    /// <summary>How many of those accepted without a person have both type and stance right.</summary>
    public required double AcceptedPrecision { get; init; }

    public required int WrongSendersAccepted { get; init; }

    public required int WrongCasesAccepted { get; init; }

    public required double OwnNumberAccuracy { get; init; }

    public required double CounterpartNumberAccuracy { get; init; }

    public required double DateAccuracy { get; init; }

    public required double SignatoryAccuracy { get; init; }

    public required double SpanRecall { get; init; }

    /// <summary>Wanted stance → found stance → how many.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Confusion { get; init; }

    public required IReadOnlyList<EvaluationError> Errors { get; init; }

    public static IReadOnlyList<PartScore> Of(IEnumerable<JudgedText> judged) =>
        [.. judged.GroupBy(j => j.Label.Part, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => OfPart(g.Key, [.. g]))];

    private static PartScore OfPart(string part, List<JudgedText> texts)
    {
        var stances = texts.Where(t => t.TakesStance).ToList();
        var accepted = texts.Where(t => t.IsAccepted).ToList();
        return new PartScore
        {
            Part = part,
            Texts = texts.Count,
            Families = texts.Select(t => t.Label.Family).Distinct(StringComparer.Ordinal).Count(),
            TypeAccuracy = Share(texts, t => t.Result.Type == t.Label.Type),
            Stance = MacroF1.Of(stances, RemissJson.Label),
            StanceOfFour = MacroF1.Of(stances, OfFour),
            FalselyCertain = texts.Count(t => t.IsFalselyCertain),
            AcceptedShare = Share(texts, t => t.IsAccepted),
            AcceptedPrecision = Share(accepted, t => t.IsRight),
            WrongSendersAccepted = texts.Count(t => t.HasWrongSender),
            WrongCasesAccepted = texts.Count(t => t.HasWrongCase),
            OwnNumberAccuracy = Share([.. texts.Where(t => t.Label.Own.Count > 0)], t => t.Label.Own.SequenceEqual(t.Result.Dnr.Own)),
            CounterpartNumberAccuracy = Share([.. texts.Where(t => t.Label.Counterpart.Count > 0)], t => t.Label.Counterpart.SequenceEqual(t.Result.Dnr.Counterpart)),
            DateAccuracy = Share([.. texts.Where(t => t.Label.Date is not null)], t => t.Label.Date == t.Result.Date),
            SignatoryAccuracy = Share([.. texts.Where(t => t.Label.Signatory is not null)], t => t.Label.Signatory == t.Result.Signatory?.Name),
            SpanRecall = Share([.. texts.Where(t => t.FindsSpan is not null)], t => t.FindsSpan is true),
            Confusion = stances.GroupBy(t => t.Label.Stance).OrderBy(g => g.Key).ToDictionary(
                g => RemissJson.Label(g.Key),
                g => (IReadOnlyDictionary<string, int>)g.GroupBy(t => t.Result.Stance).OrderBy(f => f.Key).ToDictionary(f => RemissJson.Label(f.Key), f => f.Count())),
            Errors = [.. texts.Where(t => !t.IsRight).Select(EvaluationError.Of)],
        };
    }

    private static string OfFour(Stance stance) => stance switch
    {
        Classification.Stance.Tillstyrker or Classification.Stance.TillstyrkerMedSynpunkter or Classification.Stance.IngenErinran => "positive",
        Classification.Stance.DelvisAvstyrker or Classification.Stance.Avstyrker => "negative",
        Classification.Stance.Avstar => "declines",
        _ => "none",
    };

    private static double Share(List<JudgedText> texts, Func<JudgedText, bool> holds) =>
        texts.Count == 0 ? 1 : Math.Round((double)texts.Count(holds) / texts.Count, 4);
}

/// <summary>A text whose type or stance was not read as labelled.</summary>
public sealed record EvaluationError(string Id, DocumentType Type, DocumentType FoundType, Stance Stance, Stance FoundStance, double Confidence, bool Review)
{
    public static EvaluationError Of(JudgedText text) => new(
        text.Label.Id, text.Label.Type, text.Result.Type, text.Label.Stance, text.Result.Stance, text.Result.StanceConfidence, text.Result.Review);
}
