using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

/// <param name="Weight">0–1: the wording's strength, lessened by place and by doubt about the subject.</param>
internal sealed record StanceEvidence(
    Sentence Sentence, Polarity Polarity, Strength Strength, Scope Scope, Subject Subject, double Weight, bool Conditional, bool InTheMain, string Rule);

/// <summary>Collects what the sender's own sentences say for and against the proposal.</summary>
internal sealed class StanceReader(DocumentOutline outline, SenderProfile sender, SubjectReader subjects, IReadOnlySet<string> titleStems)
{
    private const int EndSentences = 5;
    private static readonly ulong Proposal = WordClasses.Bit("proposal");

    private readonly ScopeReader scopes = new(outline, titleStems);
    private readonly PartSections parts = new(outline);
    private readonly HashSet<int> notTheSenders = [];

    /// <summary>Sentences with a stance that is another's, only asked about, imagined, quoted or of an earlier round.</summary>
    public IReadOnlySet<int> NotTheSenders => notTheSenders;

    /// <param name="sentences">The sentences to judge, in order: all of them, or those of one § of minutes.</param>
    public List<StanceEvidence> Read(IReadOnlyList<Sentence> sentences)
    {
        var found = new List<StanceEvidence>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (!sentence.Section.IsOwn || sentence.Section.Role == SectionRole.Background && sender.Kind == SenderKind.Coordinator) continue;
            if (IsTitle(sentence)) continue;
            ReadSentence(sentence, Place(sentences, i), i + 1 < sentences.Count && sentences[i + 1].LeadIn == sentence.Index, found);
        }

        return found;
    }

    public static bool IsOrder(DocumentOutline outline, Sentence sentence) => StanceWordings.Orders.Any(outline.Words, sentence.FirstWord, sentence.AfterWord);

    /// <summary>A title names the request, not the sender's view, unless it is a sentence of its own with a verb for the stance.</summary>
    private bool IsTitle(Sentence sentence) => outline.IsLetterhead(sentence.Line) && sentence.Kind is LineKind.Body or LineKind.TableRow
        && !sentence.Line.EndsAsSentence(outline.Text) && sentence.WordCount > 12;

    private void ReadSentence(Sentence sentence, double place, bool leadsList, List<StanceEvidence> found)
    {
        var words = outline.Words;
        var matches = StanceWordings.All.Find(words, sentence.FirstWord, sentence.AfterWord);
        if (matches.Count == 0) return;
        notTheSenders.Add(sentence.Index);
        if (outline.Text[sentence.End - 1] == '?' || IsOrder(outline, sentence)) return;
        if (StanceWordings.EarlierRound.Any(words, sentence.FirstWord, sentence.AfterWord)
            && !StanceWordings.Reaffirmed.Any(words, sentence.FirstWord, sentence.AfterWord)) return;

        var conditional = StanceWordings.Conditions.Any(words, sentence.FirstWord, sentence.AfterWord);
        var inTheMain = StanceWordings.InTheMain.Any(words, sentence.FirstWord, sentence.AfterWord);
        var kept = WithoutOverlaps(matches).ToList();
        if (IsNeitherNor(sentence, kept) || IsMovedInTheRoom(sentence)) return;
        kept.RemoveAll(m => m.Pattern.StartsWith("inte", StringComparison.Ordinal) && kept.Exists(k => k != m && IsFlippable(k) && m.First - k.After is >= 0 and <= 2));
        foreach (var match in kept)
        {
            if (IsOnlyTheFrame(sentence, match, kept)) continue;
            if (IsQuoted(sentence, words[match.First].Start) || IsHypothetical(sentence, match.First) || IsUnticked(sentence, words[match.First].Start)) continue;
            if (IsAboutAMotionInTheRoom(sentence, match)) continue;
            if (match.Meaning.Polarity == Polarity.Decline && IsOnlyPossible(sentence, match.First)) continue;
            var subject = subjects.Read(sentence, match.First, match.After, match.Meaning.NeedsWhole);
            // "Betänkandet föranleder ingen erinran": the proposal is the subject, the view is the writer's.
            if (subject == Subject.Other && match.Meaning.Polarity is Polarity.Decline or Polarity.NoObjection
                && IsOccasioned(sentence)) subject = Subject.Implied;
            if (subject == Subject.Other && kept.Exists(k => IsFrameOf(sentence, k, match))) subject = Subject.Sender;
            if (subject == Subject.Other) continue;
            notTheSenders.Remove(sentence.Index);
            var (polarity, strength, rule) = Negated(sentence, match);
            var isOfPart = match.Meaning.NeedsWhole && !scopes.NamesWhole(sentence, match.First, match.After);
            if (isOfPart && (polarity != Polarity.Negative || strength <= Strength.Soft)) continue;
            var scope = isOfPart ? Scope.Part : match.Meaning.IsWhole ? Scope.Whole
                : scopes.Read(sentence, match.First, match.After, leadsList, strength <= Strength.Soft, match.Meaning.NeedsWhole);
            if (polarity == Polarity.NoObjection && scope == Scope.Whole && scopes.IsAboutAnotherDeed(sentence, match.After)) scope = Scope.Aim;
            if (polarity == Polarity.Decline) scope = IsPartialDecline(sentence, match) ? Scope.Part : Scope.Whole;
            if (polarity == Polarity.NoObjection && IsRemainder(sentence, match)) scope = Scope.Part;
            if (scope == Scope.Whole && polarity != Polarity.Decline && parts.IsAboutPart(sentence)) scope = Scope.Part;
            var weight = StrengthOf(strength) * place * (subject switch { Subject.Sender => 1, Subject.Implied => 0.9, _ => 0.55 });
            found.Add(new StanceEvidence(sentence, polarity, strength, scope, subject, weight, conditional, inTheMain, rule));
            if (polarity == Polarity.Positive && ExceptsAPart(sentence, match.After))
                found.Add(new StanceEvidence(sentence, Polarity.Negative, Strength.Clear, Scope.Part, subject, weight, conditional, inTheMain, "avsändaren undantar en del"));
        }
    }

    private static double StrengthOf(Strength strength) => strength switch { Strength.Formal => 0.97, Strength.Clear => 0.88, Strength.Soft => 0.66, _ => 0.6 };

    private static double Place(IReadOnlyList<Sentence> sentences, int index)
    {
        var role = sentences[index].Section.Role;
        if (role == SectionRole.Background) return 0.5;
        if (role is SectionRole.Summary or SectionRole.Decision) return 1;
        if (index < EndSentences + 8 || index >= sentences.Count - EndSentences - 4) return 1;
        return role == SectionRole.OwnView ? 0.95 : 0.88;
    }

    /// <summary>Of wordings that lie over each other the longest stands: "inga invändningar" over "invändningar".</summary>
    private static IEnumerable<PhraseMatch<StanceWording>> WithoutOverlaps(List<PhraseMatch<StanceWording>> matches)
    {
        var kept = new List<PhraseMatch<StanceWording>>();
        foreach (var match in matches
            .OrderByDescending(m => m.Meaning.Polarity == Polarity.Decline)
            .ThenByDescending(m => m.Meaning.Strength == Strength.Formal)
            .ThenByDescending(m => m.Meaning.Polarity == Polarity.NoObjection)
            .ThenByDescending(m => m.Meaning.Strength)
            .ThenBy(m => m.After - m.First))
        {
            if (kept.All(k => k.After <= match.First || match.After <= k.First)) kept.Add(match);
        }

        return kept.OrderBy(m => m.First);
    }

    private (Polarity, Strength, string) Negated(Sentence sentence, PhraseMatch<StanceWording> match)
    {
        var wording = match.Meaning;
        if (!IsFlippable(match) || !IsNegated(sentence, match)) return (wording.Polarity, wording.Strength, wording.Rule);
        if (wording.Polarity == Polarity.Negative) return (Polarity.NoObjection, wording.Strength, "avsändaren har inget emot förslaget");
        return (Polarity.Negative, wording.Strength, wording.Strength == Strength.Formal ? "avsändaren kan inte tillstyrka" : "avsändaren ställer sig inte bakom förslaget");
    }

    private static bool IsFlippable(PhraseMatch<StanceWording> match) =>
        match.Meaning.Polarity is Polarity.Positive or Polarity.Negative && !match.Pattern.Contains("inte", StringComparison.Ordinal);

    private bool IsNegated(Sentence sentence, PhraseMatch<StanceWording> match)
    {
        var words = outline.Words;
        var (first, after) = (match.First, match.After);
        for (var i = first + 1; i < after; i++)
        {
            if (IsNegator(i)) return true;
        }

        // Where the proposal itself opens the wording, what stands before it belongs to another statement.
        var reach = match.Pattern.StartsWith("förslag", StringComparison.Ordinal) ? 0 : 4;
        for (var i = first - 1; i >= Math.Max(sentence.FirstWord, first - reach); i--)
        {
            if (words[i + 1].Break is ',' or ';' or ':' || words[i].Plain is "men" or "och" or "utan" or "som") break;
            if (IsNegator(i)) return true;
        }

        if (IsAReasonDenied(sentence, first)) return true;
        for (var i = after; i < Math.Min(sentence.AfterWord, after + 2); i++)
        {
            if (words[i].Break is not ' ') break;
            if (IsNegator(i)) return true;
            if (!sender.IsSenderNoun(words[i]) && words[i].Plain is not ("därför" or "dock" or "däremot" or "således" or "det" or "sig")) break;
        }

        return false;
    }

    /// <summary>"Någon anledning att avstyrka finns inte", "ser inga skäl att motsätta sig".</summary>
    private bool IsAReasonDenied(Sentence sentence, int verb)
    {
        if (verb - 2 < sentence.FirstWord || outline.Words[verb - 1].Plain != "att") return false;
        for (var i = verb - 2; i >= Math.Max(sentence.FirstWord, verb - 4); i--)
        {
            if (outline.Words[i].Plain is not ("anledning" or "skäl" or "grund" or "orsak" or "behov" or "fog")) continue;
            for (var at = sentence.FirstWord; at < sentence.AfterWord; at++)
            {
                if (IsNegator(at)) return true;
            }
        }

        return false;
    }

    private bool IsNegator(int i) =>
        outline.Words[i].Plain is "inte" or "ej" or "icke" or "knappast" or "varken" or "inga" or "ingen" or "inget" or "omöjligen" or "aldrig"
        && !(i + 1 < outline.Words.Length && outline.Words[i + 1].Plain is "bara" or "minst" or "enbart" or "endast" or "annat");

    /// <summary>In a form, what stands after an empty box is not said.</summary>
    private bool IsUnticked(Sentence sentence, int position)
    {
        for (var i = position - 1; i >= sentence.Start; i--)
        {
            switch (outline.Text[i])
            {
                case '☐':
                    return true;
                case '☒' or '☑' or '✓':
                    return false;
                case ']' when i >= sentence.Start + 2 && outline.Text[i - 2] == '[':
                    return char.IsWhiteSpace(outline.Text[i - 1]);
                default:
                    continue;
            }
        }

        return false;
    }

    /// <summary>"Nämnden avslår yrkandet", "bifaller kontorets förslag": what the room or the office has moved, not what was remitted.</summary>
    private bool IsAboutAMotionInTheRoom(Sentence sentence, PhraseMatch<StanceWording> match)
    {
        for (var i = match.First; i < Math.Min(sentence.AfterWord, match.After + 4); i++)
        {
            var plain = outline.Words[i].Plain;
            if (plain.StartsWith("yrkande", StringComparison.Ordinal) || plain.StartsWith("återremissyrkande", StringComparison.Ordinal)) return true;
            if (plain is "förvaltningens" or "kontorets" or "ordförandens" or "arbetsutskottets" or "eget" or "avdelningens" or "presidiets"
                && i + 1 < sentence.AfterWord && outline.Words[i + 1].Plain is "förslag" or "skrivelse" or "tjänsteutlåtande" or "yttrande" or "svar") return true;
        }

        return false;
    }

    /// <summary>"Under behandlingen yrkar ordföranden att nämnden ska tillstyrka": a motion, unless the sender itself moves it.</summary>
    private bool IsMovedInTheRoom(Sentence sentence)
    {
        if (subjects.IsAMembers(sentence)) return true;
        for (var i = sentence.FirstWord; i < sentence.AfterWord; i++)
        {
            if (outline.Words[i].Plain is not ("yrkar" or "yrkade" or "yrkat")) continue;
            return i == sentence.FirstWord || !sender.IsSenderNoun(outline.Words[i - 1]) && !sender.IsName(outline.Words[i - 1]);
        }

        return false;
    }

    /// <summary>"Vare sig godtar eller förkastar" takes neither side.</summary>
    private bool IsNeitherNor(Sentence sentence, List<PhraseMatch<StanceWording>> matches)
    {
        if (!matches.Exists(m => m.Meaning.Polarity == Polarity.Positive) || !matches.Exists(m => m.Meaning.Polarity == Polarity.Negative)) return false;
        for (var i = sentence.FirstWord; i < sentence.AfterWord; i++)
        {
            if (outline.Words[i].Plain is "varken" || outline.Words[i].Plain == "vare" && i + 1 < sentence.AfterWord && outline.Words[i + 1].Plain == "sig") return true;
        }

        return false;
    }

    /// <summary>"Tillstyrker att motionen avslås" rejects; "avstyrker att förslaget genomförs" rejects too: one of the two verbs is only the frame.</summary>
    private bool IsOnlyTheFrame(Sentence sentence, PhraseMatch<StanceWording> match, List<PhraseMatch<StanceWording>> all) => match.Meaning.Polarity switch
    {
        Polarity.Positive => all.Exists(other => IsFrameOf(sentence, match, other))
            || all.Exists(other => other.Meaning.Polarity == Polarity.Negative && other.Meaning.Strength == Strength.Formal && LeadsInto(sentence, other, match)),
        _ => false,
    };

    private bool IsFrameOf(Sentence sentence, PhraseMatch<StanceWording> frame, PhraseMatch<StanceWording> inner) =>
        frame.Meaning.Polarity == Polarity.Positive && inner.Meaning.Polarity == Polarity.Negative && LeadsInto(sentence, frame, inner);

    private bool LeadsInto(Sentence sentence, PhraseMatch<StanceWording> frame, PhraseMatch<StanceWording> inner)
    {
        var isLed = false;
        for (var i = frame.After; i < inner.First; i++)
        {
            var plain = outline.Words[i].Plain;
            if (plain is "men" or "och" or "samt" or "dock" or "däremot" or "medan" or "utan" || outline.Words[i].Break == ';') return false;
            isLed |= plain == "att";
        }

        return isLed && frame.First >= sentence.FirstWord && frame.After <= inner.First;
    }

    /// <summary>"Lagen kan vi sluta upp bakom, men inte förordningen".</summary>
    private bool ExceptsAPart(Sentence sentence, int after)
    {
        for (var i = after; i + 1 < Math.Min(sentence.AfterWord, after + 8); i++)
        {
            if (outline.Words[i].Plain is "men" or "dock" or "däremot" && outline.Words[i + 1].Plain is "inte" or "ej") return sentence.AfterWord - i <= 7;
        }

        return false;
    }

    /// <summary>"Nämnden kan avstå från att svara" tells of a choice.</summary>
    private bool IsOnlyPossible(Sentence sentence, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(sentence.FirstWord, verb - 2); i--)
        {
            if (outline.Words[i].Plain is "kan" or "kunde" or "skulle" or "får") return true;
        }

        return false;
    }

    private bool IsOccasioned(Sentence sentence)
    {
        for (var i = sentence.FirstWord; i < sentence.AfterWord; i++)
        {
            if (outline.Words[i].Folded.StartsWith("foranle", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private bool IsQuoted(Sentence sentence, int position)
    {
        var quotes = 0;
        for (var i = sentence.Start; i < position; i++)
        {
            if (outline.Text[i] is '"' or '”' or '“' or '»' or '«' or '„') quotes++;
        }

        return quotes % 2 == 1;
    }

    /// <summary>"Om nämnden skulle avstyrka", "för att kunna tillstyrka krävs".</summary>
    private bool IsHypothetical(Sentence sentence, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(sentence.FirstWord, verb - 7); i--)
        {
            var word = outline.Words[i];
            if (word.Plain is "om" or "ifall" or "huruvida" or "såvida" && (i == sentence.FirstWord || word.Break == ','
                || outline.Words[i - 1].Plain is "frågan" or "även" or "ta")) return true;
            if (word.Plain == "om" && verb - i == 2 && !(i > sentence.FirstWord && outline.Words[i - 1].Form.IsOneOf(Proposal)) && outline.Words[verb].Plain.EndsWith('r')) return true;
            if (word.Plain is "om" or "huruvida" && i + 1 < verb && (sender.IsSenderNoun(outline.Words[i + 1])
                || outline.Words[i + 1].Plain is "man" or "ni" or "du")) return true;
            if (word.Plain == "för" && i + 1 < verb && outline.Words[i + 1].Plain == "att" && verb - i <= 6) return true;
            // "Vi hade gärna sett att regionen avstyrkte": what is only imagined stands in the past tense.
            if (word.Plain is "hade" or "skulle" && outline.Words[verb].Plain.EndsWith("kte", StringComparison.Ordinal)) return true;
            if (word.Break is ',' or ';' or ':') return false;
        }

        return false;
    }

    /// <summary>"avstår i övrigt från synpunkter", "avstår från att yttra sig över avsnitt 4".</summary>
    private bool IsPartialDecline(Sentence sentence, PhraseMatch<StanceWording> match)
    {
        for (var i = sentence.FirstWord; i < Math.Min(sentence.AfterWord, match.After + 8); i++)
        {
            var plain = outline.Words[i].Plain;
            if (plain == "tid" && i > sentence.FirstWord && outline.Words[i - 1].Plain == "i") return true;
            if (plain is "övrigt" or "ytterligare" or "övriga" or "detaljer" or "detalj" or "utöver" or "därutöver" or "resterande" or "andra") return true;
            if (i >= match.First && plain is "frågor" or "frågorna" or "frågan" or "avsnitt" or "avsnittet" or "kapitel" or "del" or "delar" or "delen" or "delarna")
                return true;
        }

        return false;
    }

    /// <summary>"I övrigt har bolaget inga synpunkter" closes a list of remarks; it is no stance on the whole.</summary>
    private bool IsRemainder(Sentence sentence, PhraseMatch<StanceWording> match)
    {
        for (var i = sentence.FirstWord; i < Math.Min(sentence.AfterWord, match.After + 5); i++)
        {
            var plain = outline.Words[i].Plain;
            if (plain is "övrigt" or "övriga" or "därutöver" or "utöver") return true;
            if (plain is "ytterligare" && i + 1 < outline.Words.Length && outline.Words[i + 1].Plain is not "att") return true;
        }

        return false;
    }
}
