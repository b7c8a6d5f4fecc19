using Remiss.Intake.Classification.Passages;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

/// <param name="Deciding">What was found for the label, strongest first; empty for <see cref="Stance.Oklart"/>.</param>
internal sealed record StanceDecision(Stance Stance, double Confidence, IReadOnlyList<StanceEvidence> Deciding);

/// <summary>Adds up the evidence: what is said of the whole, what of parts, and on which conditions.</summary>
internal static class StanceRules
{
    private const double LeastToCount = 0.45;
    private const double Firm = 0.8;
    private const int LongEnoughToTakeNone = 110;

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
            if (neg >= Firm && pos >= Firm) return Both(positive!, negative!);
            if (negative!.Strength == Strength.Soft && pos >= Firm) return new(Stance.TillstyrkerMedSynpunkter, pos * 0.85, [positive!, negative]);
            if (neg >= Firm) return new(Stance.Avstyrker, neg * 0.9, [negative]);
            return new(Stance.DelvisAvstyrker, 0.45, [positive!, negative]);
        }

        if (neg >= LeastToCount)
        {
            if (positivePart is { Weight: >= Firm }) return new(Stance.DelvisAvstyrker, 0.75, [negative!, positivePart]);
            if (no >= Firm) return new(Stance.DelvisAvstyrker, 0.5, [none!, negative!]);
            return new(Stance.Avstyrker, negative!.Strength == Strength.Soft ? neg * 0.75 : neg, [negative]);
        }

        if (pos >= LeastToCount && (pos >= no || positive!.Strength >= Strength.Clear))
        {
            if (rejectsPart) return new(Stance.DelvisAvstyrker, Math.Min(pos, negativePart!.Weight) * 0.95, [positive!, negativePart!]);
            var remarks = positive!.Conditional || positive.InTheMain || HasRemarks(outline, sentences, subjects);
            var label = remarks ? Stance.TillstyrkerMedSynpunkter : Stance.Tillstyrker;
            return new(label, pos, [positive]);
        }

        if (no >= LeastToCount)
        {
            if (rejectsPart) return new(Stance.DelvisAvstyrker, Math.Min(no, negativePart!.Weight) * 0.85, [none!, negativePart!]);
            return none!.Conditional
                ? new(Stance.TillstyrkerMedSynpunkter, no * 0.85, [none])
                : new(Stance.IngenErinran, no, [none]);
        }

        if (positivePart is { Weight: >= Firm, Strength: > Strength.Soft } && negativePart is { Weight: >= LeastToCount })
            return new(Stance.DelvisAvstyrker, 0.8 * Math.Min(1, negativePart.Weight + 0.1), [positivePart, negativePart]);
        if (negativePart is { Weight: >= Firm })
            return new(Stance.DelvisAvstyrker, negativePart.Strength == Strength.Formal ? 0.72 : 0.55, [negativePart]);
        if (positivePart is { Weight: >= Firm, Strength: > Strength.Soft })
            return new(positivePart.Strength == Strength.Formal ? Stance.TillstyrkerMedSynpunkter : Stance.Oklart, 0.55, [positivePart]);
        return new(Stance.Oklart, ConfidenceInNone(outline, evidence, sentences), []);
    }

    private static StanceDecision Both(StanceEvidence positive, StanceEvidence negative)
    {
        var together = positive.Sentence == negative.Sentence || positive.InTheMain || negative.InTheMain;
        var areDecisions = positive is { Strength: Strength.Formal, Subject: Subject.Sender } && negative is { Strength: Strength.Formal, Subject: Subject.Sender };
        return new(Stance.DelvisAvstyrker, areDecisions ? 0.85 : together ? 0.75 : 0.5, [positive, negative]);
    }

    /// <summary>A short answer nearly always takes a stance: where none is found and little else is said, it may have been missed.</summary>
    private static double ConfidenceInNone(DocumentOutline outline, IReadOnlyList<StanceEvidence> evidence, IReadOnlyList<Sentence> sentences)
    {
        var body = sentences.Where(s => s.Section.IsOwn && !outline.IsLetterhead(s.Line) && s.Kind != LineKind.Heading).ToList();
        var points = body.Count(s => PointWordings.All.Any(outline.Words, s.FirstWord, s.AfterWord));
        if (points < 2 && body.Sum(s => s.WordCount) < LongEnoughToTakeNone) return 0.55;
        if (evidence.Count == 0) return 0.9;
        return evidence.Any(e => e.Subject == Subject.Unknown && e.Strength > Strength.Soft && e.Scope == Scope.Whole) ? 0.5 : 0.75;
    }

    private static bool HasRemarks(DocumentOutline outline, IReadOnlyList<Sentence> sentences, SubjectReader subjects) => sentences.Any(s =>
        s.Section.IsOwn && s.Section.Role != SectionRole.Background && s.Kind != LineKind.Heading && !outline.IsLetterhead(s.Line)
            && !outline.IsSignature(s.Line)
        && StanceWordings.Remarks.Any(outline.Words, s.FirstWord, s.AfterWord) && !subjects.RetellsAnother(s));

    private static StanceEvidence? Best(IReadOnlyList<StanceEvidence> evidence, Polarity polarity, Scope scope) =>
        evidence.Where(e => e.Polarity == polarity && e.Scope == scope).MaxBy(e => e.Weight);
}
