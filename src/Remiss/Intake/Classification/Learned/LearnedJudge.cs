using System.Globalization;
using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;
using Remiss.Intake.Classification.Types;

namespace Remiss.Intake.Classification.Learned;

/// <summary>Weighs what the rules found together with what was learned. Its confidence is how often such a label is right in texts that neither was made from.</summary>
internal static class LearnedJudge
{
    private const double SureOfType = 0.6;
    private const double SureOfDecline = 0.6;
    private const double SureOfLegislature = 3;
    private const float WorthQuoting = 0.25f;
    private const double WorthCounting = 0.45;
    private const int FewestWords = 3;
    private const int FewSentences = 3;
    private const float MostWhereTheyDiffer = 0.75f;
    private const double SureOfSilence = 0.9;
    private const float LeastSilence = 0.8f;
    private const float SaidBoth = 0.93f;
    private const float SaidBothAgainstTheRest = 0.8f;
    private const double SureOfRemarks = 0.6;
    private const float LeastRemarks = 0.03f;
    private const double SureOfRule = 0.85;
    private const double SureOfAgreement = 0.8;
    private const float LeastOfNoObjection = 0.85f;
    private const float LeastOfFormal = 0.7f;
    private const float LeastOfOneSentence = 0.55f;
    private const float LeastOfBothWays = 0.3f;
    private const float LooksLike = 0.5f;
    private const float Unproven = 0.6f;
    private const double SureOfFormal = 0.84;
    private const double FairlySureOfRule = 0.75;
    private const float LeastBelief = 0.2f;

    public static TypeDecision TypeOf(DocumentReading reading, LearnedModels models)
    {
        var rules = reading.RulesOnType;
        // What the mail program says of itself, a compiled report and an almost empty text need no guessing.
        if (reading.Context.Mail is { AutoSubmitted: true } || reading.Context.HasAttachments || reading.IsCompiled || reading.Outline.OwnWordCount < FewestWords) return rules;
        var chances = models.Types.Judge(reading.FeaturesOfType);
        var best = Enum.GetValues<DocumentType>().OrderByDescending(t => chances[(int)t]).First(t => t == rules.Type || HasGround(reading, t));
        if (best == rules.Type)
        {
            // That it came beside an answer is what makes an appendix, more than its words.
            var isBesideAnAnswer = best == DocumentType.Bilaga && reading.Context.IsAttachment;
            return rules with { Confidence = isBesideAnAnswer ? rules.Confidence : (chances[(int)best] + rules.Confidence) / 2 };
        }

        if (chances[(int)best] < SureOfType || IsLegislature(reading, rules)) return rules with { Confidence = chances[(int)rules.Type] };
        return new(best, chances[(int)best], [new Evidence("type", "form och ordval liknar andra dokument av den typen", 0, 0)]);
    }

    public static StanceDecision StanceOf(DocumentReading reading, DocumentType type, LearnedModels models)
    {
        var rules = reading.RulesOnStance();
        // Others' answers fill a compiled report; that the coordinating body takes no stance of its own is what is expected.
        if (reading.IsCompiled) return rules.Stance == Stance.Oklart ? rules with { Confidence = SaidBoth } : rules;
        var chances = models.Stances.Judge(reading.FeaturesOfStance(rules));
        if (type == DocumentType.Avstar) return Declines(reading, chances[(int)Stance.Avstar]);
        var stance = Enum.GetValues<Stance>().OrderByDescending(s => chances[(int)s]).First(s => HasGround(reading, s, rules));
        var confidence = chances[(int)stance];
        if (stance != rules.Stance && !AreBothApproval(stance, rules.Stance) && GoesBefore(reading, rules, chances, confidence))
        {
            stance = rules.Stance;
            confidence = Math.Max(chances[(int)stance], IsSetPhrase(rules) && BothSay(reading, rules) ? SaidBothAgainstTheRest : Unproven);
        }

        if (stance == Stance.Tillstyrker && rules.Stance == Stance.TillstyrkerMedSynpunkter && SaysMore(reading, rules, chances)
            || stance == Stance.IngenErinran && rules.Stance == Stance.TillstyrkerMedSynpunkter && HasCondition(reading))
        {
            stance = rules.Stance;
            confidence = Math.Max(chances[(int)stance], HasCondition(reading) ? MostWhereTheyDiffer : Unproven);
        }

        if (stance != rules.Stance && AreBothApproval(stance, rules.Stance)) confidence = Math.Min(confidence, MostWhereTheyDiffer);
        if (stance != Stance.Oklart && rules.Stance == Stance.Oklart && SaysThatItTakesNone(reading)) confidence = Math.Min(confidence, MostWhereTheyDiffer);
        if (stance == rules.Stance && Agree(reading, rules, chances, confidence)) confidence = Math.Max(confidence, SaidBoth);
        return new(stance, confidence, Deciding(reading, stance, rules));
    }

    /// <summary>A request, a receipt, a wish for more time and a decline hold a wording to show for it.</summary>
    private static bool HasGround(DocumentReading reading, DocumentType type) => type switch
    {
        DocumentType.Avstar => reading.Evidence.Any(e => e.Polarity == Polarity.Decline) || reading.Said.Any(s => s[Saying.Declines] >= LooksLike),
        DocumentType.Anstand => reading.Signs.Count(Sign.MoreTime) > 0,
        DocumentType.Kvittens => reading.Signs.Count(Sign.Receipt) > 0,
        DocumentType.Remiss => reading.Signs.Count(Sign.Request) > 0,
        _ => true,
    };

    /// <summary>What Lagrådet and committees of the parliament write has the form of an answer, and is none.</summary>
    private static bool IsLegislature(DocumentReading reading, TypeDecision rules) => rules.Type == DocumentType.Ovrigt && reading.Signs[Sign.Legislature] >= SureOfLegislature;

    /// <summary>Which of the two it is, with remarks or without, is weighed apart.</summary>
    private static bool AreBothApproval(Stance a, Stance b) => a is Stance.Tillstyrker or Stance.TillstyrkerMedSynpunkter && b is Stance.Tillstyrker or Stance.TillstyrkerMedSynpunkter;

    /// <summary>Whether what the rules found stands against the model's other label, of that confidence.</summary>
    private static bool GoesBefore(DocumentReading reading, StanceDecision rules, float[] chances, float confidence) =>
        BothSay(reading, rules) || IsFormal(rules, chances) || IsAlone(reading, rules)
        || confidence < Unproven && rules.Confidence >= FairlySureOfRule && chances[(int)rules.Stance] >= LeastBelief;

    /// <summary>Whether rules and model, which have come to the same, are both sure enough to be believed together.</summary>
    private static bool Agree(DocumentReading reading, StanceDecision rules, float[] chances, float confidence)
    {
        var chance = chances[(int)rules.Stance];
        return rules.Stance switch
        {
            Stance.Oklart => rules.Confidence >= SureOfSilence && confidence >= LeastSilence,
            Stance.DelvisAvstyrker when IsFormalBothWays(rules) => chance >= LeastOfBothWays,
            Stance.IngenErinran when HasNoObjection(reading, rules) => rules.Confidence >= SureOfAgreement && chance >= LeastOfNoObjection,
            _ => rules.Confidence >= SureOfAgreement && IsFormal(rules, chances) && chance >= (BothSay(reading, rules) ? LeastOfOneSentence : LeastOfFormal),
        };
    }

    /// <summary>"Nämnden tar inte ställning", "ser både för- och nackdelar": whatever else is said, it is no sure stance.</summary>
    private static bool SaysThatItTakesNone(DocumentReading reading) => reading.Judged.Any(s =>
        s.Section.IsOwn && StanceWordings.TakesNone.Any(reading.Outline.Words, s.FirstWord, s.AfterWord) && !reading.Subjects.RetellsAnother(s));

    /// <summary>No label without a sentence to show for it.</summary>
    private static bool HasGround(DocumentReading reading, Stance stance, StanceDecision rules) => stance == Stance.Oklart || rules.Stance == stance
        || Sayings(stance).Any(wanted => reading.Said.Any(s => wanted.Sum(w => s[w]) >= WorthQuoting));

    /// <summary>The rules are sure of a sentence, and it alone looks to the model like what they say.</summary>
    private static bool BothSay(DocumentReading reading, StanceDecision rules) =>
        rules.Stance != Stance.Oklart && rules.Confidence >= SureOfRule && rules.Deciding.Count == 1 && Sayings(rules.Stance).First() is var wanted
        && reading.Said.FirstOrDefault(s => s.Sentence.Index == rules.Deciding[0].Sentence.Index) is { } said && wanted.Sum(w => said[w]) >= LooksLike;

    /// <summary>"Tillstyrker", "avstyrker", "ingen erinran".</summary>
    private static bool IsSetPhrase(StanceDecision rules) => rules.Deciding.Count > 0
        && rules.Deciding.All(e => e.Subject <= Subject.Implied && (e.Strength == Strength.Formal || e is { Polarity: Polarity.NoObjection, Scope: Scope.Whole }));

    /// <summary>"Ingen erinran" of the whole, beside which nothing is said for or against it or a part of it.</summary>
    private static bool HasNoObjection(DocumentReading reading, StanceDecision rules) => rules.Stance == Stance.IngenErinran && IsSetPhrase(rules)
        && !reading.Evidence.Any(e => e is { Polarity: Polarity.Positive or Polarity.Negative, Scope: Scope.Whole or Scope.Part, Subject: <= Subject.Implied, Weight: >= WorthCounting });

    /// <summary>The formal verbs, unless the model finds them hard to believe; for and against in one text are not. Remarks beside an approval are weighed apart.</summary>
    private static bool IsFormal(StanceDecision rules, float[] chances) => IsFormalBothWays(rules)
        || IsInSoManyWords(rules) && rules.Confidence >= SureOfFormal && rules.Stance != Stance.TillstyrkerMedSynpunkter && chances[(int)rules.Stance] >= LeastBelief;

    /// <summary>Approves one thing and rejects another.</summary>
    private static bool IsFormalBothWays(StanceDecision rules) => rules is { Stance: Stance.DelvisAvstyrker, Deciding.Count: > 1 } && IsInSoManyWords(rules);

    private static bool IsInSoManyWords(StanceDecision rules) => rules.Deciding.Count > 0
        && rules.Deciding.All(e => e is { Strength: Strength.Formal, Subject: <= Subject.Implied });

    /// <summary>Hardly more than the sentence that the rules understand.</summary>
    private static bool IsAlone(DocumentReading reading, StanceDecision rules) => rules.Confidence >= SureOfRule && reading.Said.Count <= FewSentences;

    /// <summary>A condition in the approval itself, or remarks that the rules count and the model is in two minds about.</summary>
    private static bool SaysMore(DocumentReading reading, StanceDecision rules, float[] chances) =>
        HasCondition(reading) || rules.Confidence >= SureOfRemarks && chances[(int)Stance.TillstyrkerMedSynpunkter] >= LeastRemarks;

    private static bool HasCondition(DocumentReading reading) => reading.Evidence.Any(e =>
        e is { Polarity: Polarity.Positive or Polarity.NoObjection, Scope: Scope.Whole, Weight: >= WorthCounting } && (e.Conditional || e.InTheMain));

    /// <summary>Whether an answer that only declines is a decline and not an answer.</summary>
    public static bool OnlyDeclines(StanceDecision stance) => stance.Stance == Stance.Avstar && stance.Confidence >= SureOfDecline;

    private static StanceDecision Declines(DocumentReading reading, float chance)
    {
        var found = reading.Evidence.Where(e => e.Polarity == Polarity.Decline).MaxBy(e => e.Weight);
        var deciding = found is not null ? [found] : Deciding(reading, Stance.Avstar, new(Stance.Oklart, 0, []));
        return new(Stance.Avstar, Math.Max(chance, found is { Scope: Scope.Whole } ? found.Weight : 0), deciding);
    }

    private static IReadOnlyList<StanceEvidence> Deciding(DocumentReading reading, Stance stance, StanceDecision rules)
    {
        if (stance == Stance.Oklart) return [];
        var learned = Sayings(stance)
            .Select(wanted => reading.Said.MaxBy(s => wanted.Sum(w => s[w])) is { } best && wanted.Sum(w => best[w]) is var chance && chance >= WorthQuoting
                ? Evidence(best.Sentence, wanted[0], chance) : null)
            .OfType<StanceEvidence>()
            .ToList();
        if (rules.Stance != stance) return learned;
        return [.. rules.Deciding, .. learned.Where(l => rules.Deciding.All(r => r.Sentence.Index != l.Sentence.Index) && l.Weight > rules.Deciding.Select(r => r.Weight).DefaultIfEmpty().Max())];
    }

    private static Saying[][] Sayings(Stance stance) => stance switch
    {
        Stance.Tillstyrker or Stance.TillstyrkerMedSynpunkter => [[Saying.For, Saying.ForWithReservation]],
        Stance.IngenErinran => [[Saying.NothingAgainst]],
        Stance.Avstyrker => [[Saying.Against, Saying.InPart]],
        Stance.DelvisAvstyrker => [[Saying.InPart, Saying.Against], [Saying.For, Saying.ForWithReservation]],
        _ => [[Saying.Declines]],
    };

    private static StanceEvidence Evidence(Sentence sentence, Saying saying, float chance)
    {
        var (polarity, says) = saying switch
        {
            Saying.For or Saying.ForWithReservation => (Polarity.Positive, "stödjer förslaget"),
            Saying.NothingAgainst => (Polarity.NoObjection, "inte har något emot förslaget"),
            Saying.Against => (Polarity.Negative, "är emot förslaget"),
            Saying.InPart => (Polarity.Negative, "säger nej till en del"),
            _ => (Polarity.Decline, "avstår från att svara"),
        };
        var rule = string.Create(CultureInfo.InvariantCulture, $"ordvalet liknar det hos andra som {says} (likhet {Math.Round(chance * 100)} %)");
        return new(sentence, polarity, Strength.Clear, Scope.Whole, Subject.Implied, chance, false, false, rule);
    }
}
