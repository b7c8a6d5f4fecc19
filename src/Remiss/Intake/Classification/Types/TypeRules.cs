using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Types;

/// <param name="NamesMatter">A number or the title's words tie the text to a matter.</param>
internal sealed record TypeHints(bool IsCompiled, bool NamesMatter);

internal sealed record TypeDecision(DocumentType Type, double Confidence, IReadOnlyList<Evidence> Evidence);

/// <summary>Tells what a document is by who writes to whom; titles weigh little, since answers borrow the request's.</summary>
internal sealed class TypeRules(DocumentOutline outline, SignReader signs, IReadOnlyList<StanceEvidence> stances, ClassificationContext context, TypeHints hints)
{
    private const int ShortMail = 90;
    private const int ShortLetter = 260;
    private const int ShortReceipt = 170;
    private const int ShortNote = 90;

    private readonly int words = outline.OwnWordCount;

    private double Answer => signs[Sign.Answer] + Math.Min(2, signs[Sign.AnswerTitle]) + (HasOwnStance ? 2 : 0);

    private bool HasOwnStance => stances.Any(s => s.Polarity != Polarity.Decline && s.Subject <= Subject.Implied && s.Weight >= 0.6);

    public TypeDecision Decide() =>
        Empty() ?? NotAboutRemisser() ?? AutomaticReply() ?? Minutes() ?? Report() ?? Extension() ?? Decline() ?? Receipt() ?? Carrier() ?? Direction();

    private TypeDecision? Empty() => words == 0 && context.HasAttachments ? new(DocumentType.Ovrigt, 0.95, [Outside("filen innehåller bara andra filer")])
        : words < 3 ? new(DocumentType.Ovrigt, 0.3, [Outside("texten är nästan tom")]) : null;

    private TypeDecision? NotAboutRemisser()
    {
        if (signs[Sign.Legislature] >= 3 && signs[Sign.Answer] < 4) return Decided(DocumentType.Ovrigt, 0.85, Sign.Legislature);
        if (signs.Count(Sign.Trade) >= 3 && !HasOwnStance) return Decided(DocumentType.Ovrigt, 0.9, Sign.Trade);
        if (signs[Sign.Medical] >= 3 && !(hints.NamesMatter && words > ShortLetter) && signs.Count(Sign.Medical) >= 2 && !HasOwnStance
            && signs[Sign.Answer] < 4) return Decided(DocumentType.Ovrigt, 0.85, Sign.Medical);
        if (signs[Sign.Press] >= 3 && signs[Sign.Answer] < 5 && signs.Count(Sign.Press) >= 2) return Decided(DocumentType.Ovrigt, 0.8, Sign.Press);
        if (signs[Sign.Guide] >= 3 && !HasOwnStance && signs[Sign.Answer] < 5) return Decided(DocumentType.Ovrigt, 0.82, Sign.Guide);
        return null;
    }

    private TypeDecision? AutomaticReply()
    {
        var said = context.Mail?.AutoSubmitted == true;
        if (!said && (signs[Sign.AutomaticReply] + signs[Sign.Absence] < 2 || words > ShortReceipt || HasOwnStance)) return null;
        if (signs[Sign.Absence] > 0) return Decided(DocumentType.Ovrigt, 0.92, Sign.Absence);
        if (signs[Sign.Receipt] >= 2) return Decided(DocumentType.Kvittens, 0.85, Sign.Receipt);
        return signs[Sign.AutomaticReply] > 0 ? Decided(DocumentType.Ovrigt, 0.92, Sign.AutomaticReply) : new(DocumentType.Ovrigt, 0.9, [Outside("mejlet säger sig vara skrivet av ett program")]);
    }

    private TypeDecision? Minutes()
    {
        var items = Structure.Minutes.Split(outline).Count;
        var weight = signs[Sign.Minutes] + (items > 0 ? 1.5 : 0) + (items > 2 ? 1 : 0);
        if (weight < 4.5 || items == 0 && signs[Sign.Minutes] < 6) return null;
        return Decided(DocumentType.Protokollsutdrag, weight >= 6 ? 0.96 : 0.85, Sign.Minutes);
    }

    private TypeDecision? Report()
    {
        var roles = outline.Sections.Select(s => s.Role).ToHashSet();
        var shape = (roles.Contains(SectionRole.Summary) ? 1 : 0) + (roles.Contains(SectionRole.Background) ? 1 : 0) + (roles.Contains(SectionRole.Decision) ? 1.5 : 0)
            + (roles.Contains(SectionRole.OwnView) ? 0.5 : 0) + (roles.Contains(SectionRole.Approval) ? 1 : 0);
        if (hints.IsCompiled) return Decided(DocumentType.Tjansteutlatande, shape >= 2 ? 0.95 : 0.8, Sign.CompiledAnswers);
        if (signs[Sign.Report] >= 4) return Decided(DocumentType.Tjansteutlatande, shape >= 1.5 ? 0.95 : 0.82, Sign.Report);
        return null;
    }

    private TypeDecision? Extension()
    {
        if (signs[Sign.MoreTime] < 1.5 || signs[Sign.TimeWasGranted] > 0 || words > ShortLetter || HasOwnStance) return null;
        var asks = signs.Of(Sign.MoreTime).Any(more => signs.Of(Sign.AsksForTime).Any(ask => Math.Abs(ask.Sentence.Index - more.Sentence.Index) <= 1))
            || signs[Sign.MoreTime] >= 4;
        if (!asks) return null;
        return Decided(DocumentType.Anstand, signs[Sign.MoreTime] >= 2 ? 0.94 : 0.75, Sign.MoreTime);
    }

    private TypeDecision? Decline()
    {
        var decline = stances.Where(s => s.Polarity == Polarity.Decline && s.Scope == Scope.Whole && s.Subject != Subject.Other).MaxBy(s => s.Weight);
        if (decline is null || words > ShortLetter || stances.Any(s => s.Polarity is Polarity.Positive or Polarity.Negative
            && s.Weight >= 0.8 && s.Scope != Scope.Aim)) return null;
        if (signs[Sign.Request] >= 4 && signs[Sign.Answer] < 2) return null;
        if (signs[Sign.MoreTime] >= 1.5 && signs[Sign.AsksForTime] > 0
            && outline.Text.Contains('?', StringComparison.Ordinal)) return Decided(DocumentType.Anstand, 0.6, Sign.MoreTime);
        var noObjection = stances.Any(s => s.Polarity == Polarity.NoObjection && s.Scope == Scope.Whole);
        return new(DocumentType.Avstar, noObjection ? 0.6 : Math.Min(0.95, decline.Weight + 0.03), [new Evidence("type", decline.Rule, decline.Sentence.Start, decline.Sentence.Length)]);
    }

    private TypeDecision? Receipt()
    {
        if (signs[Sign.Receipt] < 2 || words > ShortReceipt || HasOwnStance || signs[Sign.Answer] >= 4) return null;
        return Decided(DocumentType.Kvittens, signs[Sign.Receipt] >= 4 ? 0.93 : 0.82, Sign.Receipt);
    }

    private TypeDecision? Carrier()
    {
        if (context.Mail is null || context.IsAttachment || words > ShortMail || stances.Any(s => s.Weight >= 0.6)) return null;
        if (context.HasAttachments && (signs[Sign.Carrier] > 0 || words <= 45)) return signs[Sign.Carrier] > 0
            ? Decided(DocumentType.Ovrigt, 0.94, Sign.Carrier)
            : new(DocumentType.Ovrigt, 0.85, [Outside("mejlet är kort och har bilaga")]);
        return signs[Sign.Carrier] > 0 && signs[Sign.Answer] < 5 ? Decided(DocumentType.Ovrigt, 0.6, Sign.Carrier) : null;
    }

    private TypeDecision Direction()
    {
        var request = signs[Sign.Request];
        var answer = Answer;
        if (request >= 2.5 && request > answer * 1.2) return Decided(DocumentType.Remiss, request >= answer + 3 ? 0.93 : 0.72, Sign.Request);
        if (signs[Sign.Attachment] >= 2 && signs[Sign.Answer] < 3 && !HasOwnStance
            || IsMostlyTable()) return Decided(DocumentType.Bilaga, 0.85, Sign.Attachment);
        if (answer >= 2) return DecidedAnswer(answer >= request + 3 ? 0.95 : answer > request ? 0.82 : 0.6);
        if (context.IsAttachment
            && !SaysWhatItThinks()) return new(DocumentType.Bilaga, 0.75, [Outside("filen är bifogad och innehåller inget yttrande")]);
        if (hints.NamesMatter && words > ShortNote && answer > 0 && answer >= request) return DecidedAnswer(0.62);
        if (signs[Sign.Press] + signs[Sign.Guide] + signs[Sign.Medical] + signs[Sign.Legislature] >= 2
            && answer < 2) return new(DocumentType.Ovrigt, 0.6, [Outside("texten är varken svar eller remiss")]);
        if (SaysWhatItThinks()) return DecidedAnswer(answer >= 1.5 ? 0.75 : 0.62);
        if (request >= 1.5) return Decided(DocumentType.Remiss, 0.55, Sign.Request);
        if (words <= ShortNote && outline.Sentences.FirstOrDefault(s => !outline.IsLetterhead(s.Line)
            && StanceWordings.LacksMeans.Any(outline.Words, s.FirstWord, s.AfterWord)) is { } lack) return new(DocumentType.Avstar, 0.55, [new Evidence("type", "texten är kort och säger varför inget svar kommer", lack.Start, lack.Length)]);
        if (hints.NamesMatter && outline.Lines.Any(l => l.IsProse(outline.Text))) return DecidedAnswer(0.6);
        return new(DocumentType.Ovrigt, words < 40 ? 0.6 : 0.5, [Outside("texten saknar tecken på att vara ett svar eller en remiss")]);
    }

    private bool IsMostlyTable()
    {
        var rows = outline.Lines.Where(l => l.Kind == LineKind.TableRow).Sum(l => l.WordCount);
        var numbers = outline.Words.Count(w => w.IsNumber);
        return signs[Sign.Answer] < 2 && !HasOwnStance && (rows * 2 > words || numbers * 3 > outline.Words.Length && words > 15);
    }

    private bool SaysWhatItThinks() => outline.Sentences.Any(s => s.Section.IsOwn && !outline.IsLetterhead(s.Line)
        && Passages.PointWordings.All.Any(outline.Words, s.FirstWord, s.AfterWord));

    private TypeDecision DecidedAnswer(double confidence)
    {
        if (signs.Of(Sign.Answer).MaxBy(s => s.Weight) is { } sign)
            return new(DocumentType.Remissvar, confidence, [new Evidence("type", sign.Rule, sign.Sentence.Start, sign.Sentence.Length)]);
        if (stances.Where(s => s.Subject <= Subject.Implied).MaxBy(s => s.Weight) is { } stance)
            return new(DocumentType.Remissvar, confidence, [new Evidence("type", "avsändaren tar ställning till ett förslag", stance.Sentence.Start, stance.Sentence.Length)]);
        return new(DocumentType.Remissvar, confidence, signs.Count(Sign.AnswerTitle) > 0 ? [EvidenceOf(Sign.AnswerTitle)] : [Outside("avsändaren framför synpunkter")]);
    }

    private TypeDecision Decided(DocumentType type, double confidence, Sign sign) =>
        new(type, confidence, signs.Count(sign) > 0 ? [EvidenceOf(sign)] : [Outside("textens form avgör")]);

    private Evidence EvidenceOf(Sign sign)
    {
        var strongest = signs.Of(sign).MaxBy(s => s.Weight)!;
        return new Evidence("type", strongest.Rule, strongest.Sentence.Start, strongest.Sentence.Length);
    }

    private static Evidence Outside(string rule) => new("type", rule, 0, 0);
}
