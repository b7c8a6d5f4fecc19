using System.Collections.Frozen;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

internal enum Scope
{
    Whole,
    Part,

    /// <summary>Only an ambition, an aim or the need for something is praised.</summary>
    Aim,
}

/// <summary>Reads what a stance is about from the words that follow the verb and those at the head of its clause.</summary>
internal sealed class ScopeReader(DocumentOutline outline, IReadOnlySet<string> titleStems)
{
    private const int WordsRead = 9;

    private static readonly ulong Proposal = WordClasses.Bit("proposal");

    private static readonly FrozenSet<string> Wholes = FrozenSet.Create(StringComparer.Ordinal,
        "förslaget", "förslagen", "förslag", "remissen", "remiss", "överenskommelsen", "samverkansöverenskommelsen", "betänkandet", "promemorian", "utredningen",
        "modellen", "programmet", "planen", "strategin", "helheten", "underremissen", "ärendet", "utkastet", "riktlinjerna", "policyn", "rapporten", "handlingsplanen",
        "lagförslaget", "lagförslagen", "motionen", "översiktsplanen", "detaljplanen", "revideringen", "huvudförslaget", "dokumentet", "det", "detta", "denna", "den",
        "ändringarna", "ändringar", "lagändringarna", "författningsändringarna", "förändringarna", "åtgärderna", "åtgärder", "riktlinjer", "huvudförslagen", "lagstiftningen", "regleringen", "reformen", "regelverket", "strategierna", "planförslaget", "remissförslaget", "översynen",
        "författningsförslagen", "föreskrifterna", "författningsförslaget", "föreskriftsförslaget", "förordningen", "materialet", "skrivelsen", "åtgärdsprogrammet");

    private static readonly PhraseBook<bool> Aims = new()
    {
        { "syfte*; ambition*; målsättning*; målet; målen; intention*; avsikt*; strävan*; tanke|tanken|tankar; grundtanke*; behovet; vikten; initiativ*; ansats*; utgångspunkt*", true },
        { "ambitionen; uppdraget; att .. frågan|frågorna|området|arbete|arbetet .. ses|lyfts|uppmärksammas|utreds|belyses; att regeringen|staden|utredningen .. ser|tar|lyfter", true },
    };

    private static readonly PhraseBook<bool> Parts = new()
    {
        { "i .. den|denna|de|dessa del|delen|delar|delarna; delar av; delen om|som|avseende; avsnitt*; punkt|punkten|punkterna; kapitel; artikel; kap", true },
        { "förslaget|förslagen|förslag|bedömningen|uppfattningen|slutsatsen om|att|avseende|rörande|gällande|kring|vad", true },
        { "när det gäller; vad gäller|avser; beträffande; i fråga om; såvitt avser; i den del; i de delar; den|de|det föreslagna; preciseringar*; formulering*; definition*", true },
        { "förslaget|förslagen till .. ändring*|förordning*|lag|lagen|föreskrift*", true },
        { "vissa|enskilda|några .. delar|förslag|punkter|avsnitt; avgränsning*; ikraftträdande*", true },
    };

    private static readonly PhraseBook<bool> OwnDelimitation = new()
    {
        { "delar som .. berör|rör|avser|påverkar; i de delar som; utifrån; från; inom", true },
    };

    private static readonly PhraseBook<bool> OwnArea = new()
    {
        { "ansvarsområde*; verksamhetsområde*; verksamhet; intressen; utgångspunkter; uppdrag; kompetensområde*; myndighetsområde*; tillsynsområde*", true },
    };

    public Scope Read(Sentence sentence, int first, int after, bool leadsList, bool isSoft, bool ofProposal)
    {
        if (leadsList) return Scope.Part;
        var words = outline.Words;
        // "Instämmer i att", "välkomnar att": agreement with a statement, not with the proposal.
        if (isSoft && !ofProposal && after < sentence.AfterWord && words[after - 1].Plain != "att" && FollowedByAtt(after, sentence.AfterWord)) return Scope.Part;
        var end = ClauseEnd(sentence, after);
        var head = ClauseStart(sentence, first);
        if (AimIsTheObject(after, Math.Min(end, after + 6)) || AimIsTheObject(first, after)) return Scope.Aim;
        foreach (var part in Parts.Find(words, after, Math.Min(end, after + WordsRead)))
        {
            if (IsOwnDelimitation(part, Math.Min(end, part.After + 5))) continue;
            if (!NamesTheCase(part.After, Math.Min(end, part.After + 10))) return Scope.Part;
        }

        foreach (var part in Parts.Find(words, head, first))
        {
            if (IsOwnDelimitation(part, first)) continue;
            if (!NamesTheCase(part.After, first)) return Scope.Part;
        }

        return IsAboutSomethingNamed(after, end) ? Scope.Part : Scope.Whole;
    }

    /// <summary>The clause around the wording names the proposal, by a general word or by the title's own.</summary>
    public bool NamesWhole(Sentence sentence, int first, int after)
    {
        var end = Math.Min(ClauseEnd(sentence, after), after + WordsRead);
        for (var i = ClauseStart(sentence, first); i < end; i++)
        {
            var word = outline.Words[i];
            if (Wholes.Contains(word.Plain) && word.Plain is not ("det" or "detta" or "den" or "denna") || IsOfTitle(word)
                || word.Plain.EndsWith("förslaget", StringComparison.Ordinal) || word.Plain.EndsWith("förslagen", StringComparison.Ordinal)
                || word.Plain is "föreslås" or "föreslagna" or "föreslagits" or "helheten" or "underlaget" or "reformen") return true;
        }

        for (var i = first; i < after; i++)
        {
            if (outline.Words[i].Form.IsOneOf(Proposal)) return true;
        }

        return sentence.LeadIn < 0 && sentence.WordCount <= 8 && outline.Words[sentence.FirstWord].Plain is "det" or "detta" or "den" or "de";
    }

    /// <summary>"Vi är inte emot att staden växer": what there is nothing against is not the proposal.</summary>
    public bool IsAboutAnotherDeed(Sentence sentence, int after)
    {
        if (after >= sentence.AfterWord || outline.Words[after].Plain != "att" || outline.Words[after - 1].Plain is not ("emot" or "mot")) return false;
        for (var i = after; i < Math.Min(ClauseEnd(sentence, after), after + WordsRead + 3); i++)
        {
            if (outline.Words[i].Form.IsOneOf(Proposal) || IsOfTitle(outline.Words[i])) return false;
        }

        return true;
    }

    public static bool NamesProposal(DocumentOutline outline, Sentence sentence)
    {
        for (var i = sentence.FirstWord; i < sentence.AfterWord; i++)
        {
            if (outline.Words[i].Plain.Length > 5 && Wholes.Contains(outline.Words[i].Plain)) return true;
        }

        return false;
    }

    /// <summary>"I de delar som berör bolaget", "såvitt avser verkets ansvarsområde": the sender answers for what concerns it.</summary>
    private bool IsOwnDelimitation(PhraseMatch<bool> part, int end) =>
        OwnArea.Any(outline.Words, part.First, end)
        || OwnDelimitation.Any(outline.Words, part.First, end) && part.Pattern.Contains("del", StringComparison.Ordinal);

    private bool FollowedByAtt(int after, int end) =>
        outline.Words[after].Plain == "att" || outline.Words[after].Plain is "därför" or "även" or "också" or "särskilt" or "dock" or "bland" && after + 1 < end
            && outline.Words[after + 1].Plain == "att" || outline.Words[after].Plain is "i" or "med" or "på" && after + 1 < end
            && outline.Words[after + 1].Plain == "att";

    /// <summary>The first object is an aim and not the proposal: "förslagets syfte", "ambitionen att".</summary>
    private bool AimIsTheObject(int from, int end)
    {
        foreach (var aim in Aims.Find(outline.Words, from, end))
        {
            for (var i = from; i < aim.First; i++)
            {
                if (Wholes.Contains(outline.Words[i].Plain) && outline.Words[i].Plain is not ("den" or "det" or "detta" or "denna")) return false;
            }

            return true;
        }

        return false;
    }

    /// <summary>An object after the verb that is neither the proposal nor the case's own words: "inga synpunkter på preciseringarna".</summary>
    private bool IsAboutSomethingNamed(int after, int end)
    {
        var words = outline.Words;
        for (var i = after; i < Math.Min(end, after + 5); i++)
        {
            var word = words[i];
            if (word.Break is ',' or ':' or ';' || word.Plain is "från") return false;
            if (Wholes.Contains(word.Plain)) return word.Plain is "den" or "det" && i + 1 < end && !IsWhole(i + 1, end)
                && words[i + 1].Plain.Length > 6 && IsNounLike(words[i + 1]);
            if (IsOfTitle(word)) return false;
            if (i == after && word.Plain.EndsWith("or", StringComparison.Ordinal) && words[i - 1].Plain is "emot" or "mot" or "på") return true;
            if (word.Plain.Length > 6 && IsNounLike(word) && !IsGenitive(word)) return !IsWhole(i, end);
        }

        return false;
    }

    private bool IsWhole(int from, int end)
    {
        for (var i = from; i < Math.Min(end, from + 4); i++)
        {
            if (Wholes.Contains(outline.Words[i].Plain) || IsOfTitle(outline.Words[i])
                || outline.Words[i].Plain.EndsWith("förslaget", StringComparison.Ordinal)
                || outline.Words[i].Plain.EndsWith("förslagen", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsNounLike(in Word word) => word.Plain.EndsWith("en", StringComparison.Ordinal)
        || word.Plain.EndsWith("et", StringComparison.Ordinal)
        || word.Plain.EndsWith("na", StringComparison.Ordinal) || word.Plain.EndsWith("ar", StringComparison.Ordinal) && !word.Capital;

    private static bool IsGenitive(in Word word) => word.Plain.EndsWith('s');

    /// <summary>"Överenskommelsen" is the case's "samverkansöverenskommelse".</summary>
    private bool IsOfTitle(in Word word)
    {
        if (word.Plain.Length < 4) return false;
        var stem = word.Form.Stem;
        if (titleStems.Contains(stem)) return true;
        if (stem.Length < 6) return false;
        foreach (var title in titleStems)
        {
            if (title.EndsWith(stem, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private bool NamesTheCase(int from, int end)
    {
        if (from < end && Wholes.Contains(outline.Words[from].Plain) && outline.Words[from].Plain.Length > 5) return true;
        var named = 0;
        for (var i = from; i < end; i++)
        {
            if (IsOfTitle(outline.Words[i])) named++;
        }

        return named >= Math.Min(end - from > 2 ? 2 : 1, titleStems.Count) && named > 0;
    }

    private int ClauseEnd(Sentence sentence, int from)
    {
        for (var i = from; i < sentence.AfterWord; i++)
        {
            if (outline.Words[i].Break is ';' || outline.Words[i].Plain is "men" or "medan" || outline.Words[i].Break == ',' && i > from
                && outline.Words[i].Plain is "och" or "samt" or "dock" or "vilket") return i;
        }

        return sentence.AfterWord;
    }

    private int ClauseStart(Sentence sentence, int verb)
    {
        for (var i = verb - 1; i > sentence.FirstWord; i--)
        {
            if (outline.Words[i].Plain is "men" or "medan" || outline.Words[i].Break is ';' || outline.Words[i].Plain == "och"
                && verb - i < 4) return i;
        }

        return sentence.FirstWord;
    }
}
