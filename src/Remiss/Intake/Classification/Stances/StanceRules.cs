using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

/// <param name="Deciding">What was found for the label, strongest first; empty for <see cref="Stance.Oklart"/>.</param>
internal sealed record StanceDecision(Stance Stance, double Confidence, IReadOnlyList<StanceEvidence> Deciding);

/// <summary>Adds up the evidence: what is said of the whole, what of parts, and on which conditions.</summary>
internal static class StanceRules
{
    private const double LeastToCount = 0.45;
    private const double Firm = 0.8;
    private const double FirmPart = 0.7;
    private const double EachThatAgrees = 0.04;
    private const int ManyRemarks = 6;
    private const int EnoughToRemark = 2;
    private const double Surest = 0.97;

    public static StanceDecision Decide(
        DocumentOutline outline, IReadOnlyList<StanceEvidence> evidence, IReadOnlyList<Sentence> sentences, SubjectReader subjects)
    {
        var declines = Best(evidence, Polarity.Decline, Scope.Whole);
        var positive = Best(evidence, Polarity.Positive, Scope.Whole);
        var positivePart = Best(evidence, Polarity.Positive, Scope.Part);
        var negative = Best(evidence, Polarity.Negative, Scope.Whole);
        var negativePart = Best(evidence, Polarity.Negative, Scope.Part);
        var none = Best(evidence, Polarity.NoObjection, Scope.Whole);
        var (pos, neg, no, decl) = (positive?.Weight ?? 0, negative?.Weight ?? 0, none?.Weight ?? 0, declines?.Weight ?? 0);
        var rejectsPart = negativePart is { Weight: >= Firm };

        if (decl >= LeastToCount && pos < Firm && neg < Firm) return new(Stance.Avstar, no > 0 ? decl - 0.1 : decl, [declines!]);

        if (neg >= LeastToCount && pos >= LeastToCount)
        {
            if (pos >= Firm && negative!.Conditional && negative.Sentence.Index != positive!.Sentence.Index) return new(Stance.TillstyrkerMedSynpunkter, pos * 0.85, [positive, negative]);
            if (neg >= Firm && pos >= Firm) return Both(positive!, negative!);
            if (negative!.Strength <= Strength.Soft && pos >= Firm) return new(Stance.TillstyrkerMedSynpunkter, pos * 0.85, [positive!, negative]);
            if (neg >= Firm) return new(Stance.Avstyrker, neg * 0.9, [negative]);
            return new(Stance.DelvisAvstyrker, 0.45, [positive!, negative]);
        }

        if (neg >= LeastToCount)
        {
            if (positivePart is { Weight: >= Firm }) return new(Stance.DelvisAvstyrker, 0.75, [negative!, positivePart]);
            if (no >= Firm) return new(Stance.DelvisAvstyrker, 0.5, [none!, negative!]);
            return new(Stance.Avstyrker, negative!.Strength <= Strength.Soft ? neg * 0.75 : neg, [negative]);
        }

        if (pos >= LeastToCount && (pos >= no || positive!.Strength >= Strength.Clear))
        {
            if (rejectsPart) return new(Stance.DelvisAvstyrker, Math.Min(pos, negativePart!.Weight) * 0.95, [positive!, negativePart!]);
            var remarks = evidence.Any(e => e is { Polarity: Polarity.Positive, Scope: Scope.Whole, Weight: >= LeastToCount } && (e.Conditional || e.InTheMain)) || HasRemarks(outline, sentences, subjects, positive!.Sentence);
            var label = remarks ? Stance.TillstyrkerMedSynpunkter : Stance.Tillstyrker;
            return new(label, pos, [positive!]);
        }

        if (no >= LeastToCount)
        {
            if (rejectsPart) return new(Stance.DelvisAvstyrker, Math.Min(no, negativePart!.Weight) * 0.85, [none!, negativePart!]);
            return none!.Conditional || none.InTheMain && HasRemarks(outline, sentences, subjects, none.Sentence)
                ? new(Stance.TillstyrkerMedSynpunkter, no * 0.85, [none])
                : new(Stance.IngenErinran, Remarks(outline, sentences, subjects, none.Sentence) >= ManyRemarks ? no * 0.7 : no, [none]);
        }

        if (positivePart is { Weight: >= FirmPart } && negativePart is { Weight: >= LeastToCount, Strength: > Strength.Soft })
            return new(Stance.DelvisAvstyrker, 0.8 * Math.Min(1, negativePart.Weight + 0.1), [positivePart, negativePart]);
        if (negativePart is { Weight: >= FirmPart, Strength: > Strength.Soft })
            return new(Stance.DelvisAvstyrker, 0.6, [negativePart]);
        if (positivePart is { Weight: >= Firm, Strength: > Strength.Soft })
            return new(positivePart.Strength == Strength.Formal ? Stance.TillstyrkerMedSynpunkter : Stance.Oklart, 0.55, [positivePart]);
        return new SilenceReader(outline, evidence, subjects).Decide(sentences);
    }

    private static StanceDecision Both(StanceEvidence positive, StanceEvidence negative)
    {
        var together = positive.Sentence.Index == negative.Sentence.Index || positive.InTheMain || negative.InTheMain;
        var areDecisions = positive is { Strength: Strength.Formal, Subject: Subject.Sender } && negative is { Strength: Strength.Formal, Subject: Subject.Sender };
        return new(Stance.DelvisAvstyrker, areDecisions ? 0.85 : together ? 0.75 : 0.5, [positive, negative]);
    }

    private static bool HasRemarks(DocumentOutline outline, IReadOnlyList<Sentence> sentences, SubjectReader subjects, Sentence deciding) =>
        Remarks(outline, sentences, subjects, deciding) >= EnoughToRemark;

    /// <summary>How much of a sentence asks for something or finds fault: 2 where it plainly does, 1 where it only stresses something.</summary>
    private static int Remarks(DocumentOutline outline, IReadOnlyList<Sentence> sentences, SubjectReader subjects, Sentence deciding) => sentences.Sum(s =>
        s.Section.IsOwn && s.Section.Role != SectionRole.Background && s.Kind != LineKind.Heading && !outline.IsLetterhead(s.Line)
        && !outline.IsSignature(s.Line) && RemarkIn(outline, s, s.Index == deciding.Index) is var weight and > 0 && !subjects.RetellsAnother(s) ? weight : 0);

    /// <summary>"Förvaltningen föreslår att nämnden tillstyrker" and "anser att förslaget bör antas" propose the stance itself.</summary>
    private static int RemarkIn(DocumentOutline outline, Sentence sentence, bool decides)
    {
        var most = 0;
        foreach (var match in StanceWordings.Remarks.Find(outline.Words, sentence.FirstWord, sentence.AfterWord))
        {
            if (!decides || match.Pattern is not ("föreslår .. att" or "förordar" or "bör" or "önskar")) most = Math.Max(most, match.Meaning);
        }

        return most;
    }

    /// <summary>The strongest evidence of its kind, made stronger by others that agree with it.</summary>
    private static StanceEvidence? Best(IReadOnlyList<StanceEvidence> evidence, Polarity polarity, Scope scope)
    {
        var alike = evidence.Where(e => e.Polarity == polarity && e.Scope == scope).ToList();
        if (alike.MaxBy(e => e.Weight) is not { } best) return null;
        var agreeing = alike.Where(e => e.Weight >= LeastToCount).DistinctBy(e => e.Sentence.Index).Count() - 1;
        return agreeing <= 0 ? best : best with { Weight = Math.Min(Math.Max(best.Weight, Surest), best.Weight + Math.Min(agreeing, 3) * EachThatAgrees) };
    }
}
