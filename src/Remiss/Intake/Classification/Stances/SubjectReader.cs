using System.Collections.Frozen;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

internal enum Subject
{
    Sender,

    /// <summary>Nobody is named, and the form of the sentence lets only the sender be meant: "Förslaget tillstyrks".</summary>
    Implied,
    Unknown,
    Other,
}

/// <summary>Tells whose stance a verb states: the nearest subject before it, inside the wording, or right after it.</summary>
internal sealed class SubjectReader(DocumentOutline outline, SenderProfile sender)
{
    private const int ShortRemark = 8;
    private const int ReachOfNames = 6;

    private static readonly FrozenSet<string> Others = FrozenSet.Create(StringComparer.Ordinal,
        "utredningen", "utredaren", "kommittén", "regeringen", "remissinstanserna", "remissinstanser", "instanserna", "instanser", "riksdagen", "departementet",
        "motionären", "motionärerna", "förslagsställaren", "kritiker", "många", "flera", "vissa", "andra", "polisen", "partiet", "oppositionen",
        "dotterbolagen", "bolagen", "nämnderna", "kommunerna", "arbetsgruppen", "expertgruppen", "kommunfullmäktige", "fullmäktige", "lagrådet", "betänkandet",
        "promemorian", "utredarna", "kommunstyrelsen", "stadsledningskontoret", "kommunledningskontoret", "finansdepartementet", "justitiedepartementet", "beredningen", "ledamöter", "ledamöterna", "ledamoten", "majoriteten", "experterna", "företagen", "hyresgästerna",
        "medlemmarna", "hyresgästföreningen", "kommissionen", "ministern", "samtliga", "eu", "ni", "du", "han", "hon", "debatten", "somliga", "motparten", "exploatören", "sökanden");

    private static readonly FrozenSet<string> Prepositions = FrozenSet.Create(StringComparer.Ordinal,
        "av", "från", "till", "hos", "med", "för", "mot", "om", "på", "i", "inom", "enligt", "genom", "över", "mellan", "under", "vid", "åt", "kring", "hur");

    private static readonly FrozenSet<string> Starters = FrozenSet.Create(StringComparer.Ordinal,
        "därför", "därmed", "sammantaget", "sammanfattningsvis", "således", "vidare", "dessutom", "dock", "även", "här", "nu", "inte", "kan", "mot", "utifrån",
        "med", "i", "på", "för", "av", "att", "om", "när", "det", "den", "de", "dessa", "detta", "denna", "vad", "som", "alltså", "slutligen", "avslutningsvis",
        "samtidigt", "däremot", "överlag", "generellt", "förslaget", "förslagen", "remissen", "härmed", "inledningsvis", "övergripande", "utan", "efter", "vår", "våra",
        "ställer", "ser", "har", "är", "delar", "tillstyrker", "avstyrker", "tillstyrkes", "avstyrkes", "tillstyrks", "avstyrks", "välkomnar", "inga", "ingen", "inget",
        "helt", "sålunda", "trots", "eftersom", "då", "så", "enligt", "överenskommelsen", "utöver", "sett", "likväl", "tidigare", "under", "instämmer", "finns",
        "utkastet", "programmet", "planen", "modellen", "strategin", "beslut", "beslutar", "yttrande", "svar", "sist", "totalt", "ja", "nej", "stödjer", "motsätter");

    private static readonly FrozenSet<string> ClauseOpeners = FrozenSet.Create(StringComparer.Ordinal,
        "att", "som", "men", "och", "medan", "när", "då", "vad", "eftersom", "har", "hade", "kan", "ska", "vill", "anser", "bör", "såsom", "än", "vilket");

    private static readonly FrozenSet<string> Proposals = FrozenSet.Create(StringComparer.Ordinal, "promemorian", "betänkandet", "utredningen", "förslaget", "remissen");

    private static readonly FrozenSet<string> Opinions = FrozenSet.Create(StringComparer.Ordinal,
        "uppfattning", "mening", "bedömning", "åsikt", "ståndpunkt", "inställning", "slutsats", "hållning", "sida", "ställningstagande", "del", "synsätt", "perspektiv",
        "utgångspunkt", "helhetsbedömning");

    private static readonly PhraseBook<bool> Decides = new()
    {
        { "beslut* .. att; beslutar|besluta|beslutade|beslöt; föreslår|föreslås|hemställer|rekommenderar .. att", true },
    };

    /// <param name="ofProposal">The wording has the proposal as its grammatical subject: "betänkandet bör arbetas om".</param>
    public Subject Read(Sentence sentence, int first, int after, bool ofProposal = false)
    {
        if (!ofProposal) return Read(sentence, first, after);
        for (var i = first - 1; i >= sentence.FirstWord; i--)
        {
            if (!Proposals.Contains(outline.Words[i].Plain) && KindAt(sentence, i, first) is { } kind) return kind;
        }

        return After(sentence, after) ?? (sentence.LeadIn >= 0 ? FromLeadIn(outline.Sentences[sentence.LeadIn])
            : sentence.Section.Role == SectionRole.Background ? Subject.Unknown : Subject.Implied);
    }

    private Subject Read(Sentence sentence, int first, int after)
    {
        if (sentence.Section.Role is SectionRole.Other or SectionRole.Decision or SectionRole.OwnView or SectionRole.Summary
            && IsInfinitive(first) && Decides.Any(outline.Words, Math.Max(sentence.FirstWord, first - 8), first))
        {
            return FirstNamed(sentence, first) is Subject.Other ? Subject.Other : Subject.Sender;
        }

        for (var i = first; i < after; i++)
        {
            // Inside the wording another body is its subject only right after the verb; further on it is the object or the one who is to act.
            if (KindAt(sentence, i, first) is { } inside && (inside == Subject.Sender || i == first + 1 && !Proposals.Contains(outline.Words[i].Plain))) return inside;
        }

        if (Before(sentence, first) is { } before) return before;
        if (After(sentence, after) is { } behind) return behind;
        if (sentence.LeadIn >= 0) return FromLeadIn(outline.Sentences[sentence.LeadIn]);
        var verb = outline.Words[first].Plain;
        if (IsPassive(first) || verb.EndsWith("nas", StringComparison.Ordinal)) return Subject.Implied;
        if (first - sentence.FirstWord <= 2 || sentence.Section.Role == SectionRole.Decision
            || sentence.Kind == LineKind.Heading) return Subject.Implied;
        for (var i = sentence.FirstWord; i < first; i++)
        {
            if (outline.Words[i].Plain is "finns" or "föreligger") return Subject.Implied;
        }

        return sentence.WordCount <= ShortRemark ? Subject.Implied : Subject.Unknown;
    }

    /// <summary>"Ulf Ek (V) föreslår att nämnden ska avstyrka": a member speaks, not the board.</summary>
    public bool IsAMembers(Sentence sentence)
    {
        for (var i = sentence.FirstWord + 1; i < Math.Min(sentence.AfterWord, sentence.FirstWord + ReachOfNames); i++)
        {
            if (outline.Words[i] is { Break: '(', Capital: true, Plain: "s" or "m" or "v" or "c" or "l" or "kd" or "mp" or "sd" }) return true;
        }

        return false;
    }

    /// <summary>The sentence retells what the proposal, another body or a member says: "Utredningen föreslår att …".</summary>
    public bool RetellsAnother(Sentence sentence)
    {
        if (IsAMembers(sentence)) return true;
        if (sentence.WordCount > 2 && outline.Words[sentence.FirstWord].Plain is "en" or "någon" && outline.Words[sentence.FirstWord + 1].Plain is "del" or "annan" or "invändning" or "kritik" or "farhåga") return true;
        for (var i = sentence.FirstWord; i < Math.Min(sentence.AfterWord, sentence.FirstWord + 3); i++)
        {
            if (sender.IsSenderNoun(outline.Words[i])) return false;
            if (Others.Contains(outline.Words[i].Plain) && KindAt(sentence, i, sentence.AfterWord) == Subject.Other) return true;
        }

        return false;
    }

    /// <summary>"Tillstyrks", "avstyrkes": whoever writes does it, unless somebody else is named with "av".</summary>
    private bool IsPassive(int word) =>
        outline.Words[word].Plain.EndsWith("rks", StringComparison.Ordinal) || outline.Words[word].Plain.EndsWith("kes", StringComparison.Ordinal);

    private bool IsInfinitive(int word) => outline.Words[word].Plain.EndsWith('a');

    private Subject? FirstNamed(Sentence sentence, int end)
    {
        for (var i = sentence.FirstWord; i < end; i++)
        {
            if (KindAt(sentence, i, end) is { } kind) return kind;
        }

        return sentence.LeadIn >= 0 ? FromLeadIn(outline.Sentences[sentence.LeadIn]) : null;
    }

    private Subject FromLeadIn(Sentence leadIn)
    {
        for (var i = leadIn.FirstWord; i < leadIn.AfterWord; i++)
        {
            if (KindAt(leadIn, i, leadIn.AfterWord) is { } kind) return kind;
        }

        return leadIn.Section.Role is SectionRole.Decision or SectionRole.OwnView or SectionRole.Summary ? Subject.Implied : Subject.Unknown;
    }

    private Subject? Before(Sentence sentence, int verb)
    {
        var joined = false;
        for (var i = verb - 1; i >= sentence.FirstWord; i--)
        {
            var word = outline.Words[i];
            if (word.Plain is "som" or "vilka" or "vilket" && i >= verb - 3) return IsPassive(verb) ? null : Antecedent(sentence, i);
            joined |= word.Plain == "och" || outline.Words[i + 1].Break == ',';
            if (KindAt(sentence, i, verb) is not { } kind) continue;
            // In "den bild som utredningen ger och tillstyrker" the clause of utredningen has ended.
            if (kind == Subject.Other && joined && i > sentence.FirstWord
                && outline.Words[i - 1].Plain is "som" or "vad" or "vilket" or "än" or "att") continue;
            if (kind == Subject.Other && IsObject(sentence, i)) continue;
            return kind;
        }

        return null;
    }

    /// <summary>In "Verket har granskat promemorian och har inget att erinra" the promemoria is what was examined.</summary>
    private bool IsObject(Sentence sentence, int i)
    {
        if (i == sentence.FirstWord || outline.Words[i].Break is ',' or ';' or ':'
            || ClauseOpeners.Contains(outline.Words[i - 1].Plain)) return false;
        for (var earlier = sentence.FirstWord; earlier < i; earlier++)
        {
            if (KindAt(sentence, earlier, i) == Subject.Sender) return true;
        }

        return false;
    }

    private Subject Antecedent(Sentence sentence, int som)
    {
        for (var i = som - 1; i >= Math.Max(sentence.FirstWord, som - 3); i--)
        {
            if (KindAt(sentence, i, som) is { } kind) return kind;
        }

        return Subject.Other;
    }

    private Subject? After(Sentence sentence, int after)
    {
        for (var i = after; i < Math.Min(sentence.AfterWord, after + 3); i++)
        {
            if (outline.Words[i].Plain == "av" && i + 1 < sentence.AfterWord) return KindAt(sentence, i + 1, i + 1, agent: true);
            if (outline.Words[i].Break is not ' ') return null;
            if (KindAt(sentence, i, i) is { } kind && kind == Subject.Sender) return kind;
            if (i == after && outline.Words[i].Plain.EndsWith("sidan", StringComparison.Ordinal)) return Subject.Other;
            if (i == after && KindAt(sentence, i, i) is Subject.Other
                && outline.Words[i].Plain is not ("betänkandet" or "promemorian" or "utredningen" or "flera" or "vissa" or "några" or "samtliga")) return Subject.Other;
        }

        return null;
    }

    private Subject? KindAt(Sentence sentence, int i, int verb, bool agent = false)
    {
        var word = outline.Words[i];
        if (IsOwnOpinion(i, sentence.AfterWord)) return Subject.Sender;
        if (i > sentence.FirstWord && outline.Words[i - 1].Plain == "enligt")
        {
            if (sender.IsSenderNoun(word) || sender.IsName(word) && word.Capital) return Subject.Sender;
            return Others.Contains(word.Plain) ? Subject.Other : null;
        }

        if (!agent && i > sentence.FirstWord && Prepositions.Contains(outline.Words[i - 1].Plain)) return null;
        // A letterhead also holds the title: "Promemorian Ett nytt stöd".
        if (sender.IsName(word) && word.Capital && !Proposals.Contains(word.Plain)) return IsFollowedByOwned(i, verb) ? null : Subject.Sender;
        if (sender.IsSenderNoun(word)) return IsOneOfSeveral(sentence, i) ? Subject.Other : Subject.Sender;
        if (word.Plain == "de" && i + 1 < sentence.AfterWord && outline.Words[i + 1].Plain == "som") return Subject.Other;
        if (Others.Contains(word.Plain) && !(word.Plain is "flera" or "vissa" or "andra" or "många" or "samtliga" && i + 1 != verb
            && !IsPluralBody(i + 1, verb))) return Subject.Other;
        if (sender.Kind != SenderKind.Unknown && SenderProfile.IsAnotherBody(word) || word.Plain.EndsWith("sidan", StringComparison.Ordinal) && word.Plain.Length > 8) return Subject.Other;
        // An officer's report proposes in the board's name what the board shall decide.
        if (word.Capital && sender.HasNames && sentence.Section.Role != SectionRole.Decision && IsBodyNoun(word)) return Subject.Other;
        return word.Capital && IsUnknownName(sentence, i, verb) ? NameKind(word, i == sentence.FirstWord) : null;
    }

    /// <summary>"Den medicinska fakultetsnämnden": one of several bodies, told apart by an adjective that the sender's name does not have.</summary>
    private bool IsOneOfSeveral(Sentence sentence, int i)
    {
        if (i == sentence.FirstWord || sender.Kind != SenderKind.Unknown || !SenderProfile.IsAnotherBody(outline.Words[i])) return false;
        var before = outline.Words[i - 1];
        return before.Plain.Length > 5 && before.Plain.EndsWith("ska", StringComparison.Ordinal) && !sender.IsName(before)
            && (before.Capital || i - 1 > sentence.FirstWord && outline.Words[i - 2].Plain == "den");
    }

    /// <summary>"Bolagets uppfattning är", "från nämndens sida", "enligt vår mening".</summary>
    private bool IsOwnOpinion(int i, int end)
    {
        var word = outline.Words[i];
        if (!(word.Plain is "vår" or "vårt" or "våra" || sender.IsGenitive(word))) return false;
        for (var j = i + 1; j < Math.Min(end, i + 4); j++)
        {
            if (Opinions.Contains(outline.Words[j].Plain)) return true;
        }

        return false;
    }

    private bool IsPluralBody(int i, int end) => i < end && (outline.Words[i].Plain.EndsWith("instanser", StringComparison.Ordinal)
        || outline.Words[i].Plain is "kommuner" or "myndigheter" or "nämnder" or "bolag" or "organisationer" or "av");

    /// <summary>"Svenska Bostäder styrelse" is not the name as a subject.</summary>
    private bool IsFollowedByOwned(int i, int verb) => i + 1 < verb && outline.Words[i + 1].Capital && outline.Words[i + 1].Break == ' '
        && !sender.IsName(outline.Words[i + 1])
        && outline.Words[i + 1].Plain is not ("ab" or "vi");

    private bool IsUnknownName(Sentence sentence, int i, int verb)
    {
        var word = outline.Words[i];
        if (word.Length < 2 || Starters.Contains(word.Plain)) return false;
        if (IsGenitive(word) && i + 1 < verb) return false;
        var distance = verb - i;
        return i > sentence.FirstWord ? distance is >= 0 and <= 3 : distance is > 0 and <= 3 && (distance == 1
            || IsAuxiliary(outline.Words[i + 1]) || outline.Words[i + 1].Capital);
    }

    private static bool IsGenitive(in Word word) => word.Plain.EndsWith('s') && word.Length > 4;

    private static bool IsAuxiliary(in Word word) => word.Plain is "har" or "kan" or "vill" or "anser" or "är" or "ser" or "ställer" or "ska" or "bör" or "därför" or "också";

    /// <summary>A name that the letterhead does not know is another body, unless the text has no letterhead to tell by.</summary>
    private Subject NameKind(in Word word, bool opens) => sender.IsName(word) ? Subject.Sender
        : sender.HasNames ? Subject.Other
        : opens && IsDefiniteNoun(word) ? Subject.Unknown : Subject.Sender;

    private static bool IsDefiniteNoun(in Word word) => word.Plain.EndsWith("en", StringComparison.Ordinal) || word.Plain.EndsWith("na", StringComparison.Ordinal);

    private static bool IsBodyNoun(in Word word) => word.Plain.Length > 9 && BodyEndings.Any(word.Plain.EndsWith);

    private static readonly string[] BodyEndings = ["nämnden", "förvaltningen", "styrelsen", "myndigheten", "utskottet", "förbundet", "föreningen", "departementet"];
}
