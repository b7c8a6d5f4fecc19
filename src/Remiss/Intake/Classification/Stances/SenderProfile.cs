using System.Collections.Frozen;
using Remiss.Cases;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Organisations;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.Stances;

internal enum SenderKind
{
    Unknown,
    Company,
    Board,
    Coordinator,
}

/// <summary>The words by which the text may call its own sender.</summary>
internal sealed class SenderProfile
{
    private static readonly FrozenSet<string> Always = FrozenSet.Create(StringComparer.Ordinal,
        "vi", "jag", "undertecknad", "undertecknade", "styrelsen", "koncernledningen", "förvaltningen", "kontoret", "presidiet", "förvaltningsledningen");

    private static readonly FrozenSet<string> Bodies = FrozenSet.Create(StringComparer.Ordinal,
        "myndigheten", "förbundet", "föreningen", "verket", "länsstyrelsen", "kommunen", "regionen", "staden", "universitetet", "högskolan", "domstolen",
        "stiftelsen", "organisationen", "sällskapet", "institutet", "rådet", "samfundet", "akademin", "kyrkan", "fakulteten", "fakultetsnämnden", "hovrätten",
        "kammarrätten", "tingsrätten", "förvaltningsrätten", "centralen", "utskottet", "inspektionen", "ombudsmannen", "nätverket", "facket", "kammaren", "sektionen",
        "museet", "biblioteket", "muséet", "arbetsgivarorganisationen", "branschorganisationen", "intresseorganisationen", "landstinget", "delegationen");

    private static readonly FrozenSet<string> OfCompanies = FrozenSet.Create(StringComparer.Ordinal, "bolaget", "koncernen", "företaget", "bostadsbolaget", "moderbolaget", "dotterbolaget");

    private static readonly FrozenSet<string> OfBoards = FrozenSet.Create(StringComparer.Ordinal, "nämnden", "stadsdelsnämnden", "stadsdelsförvaltningen", "facknämnden");

    private readonly HashSet<string> names;
    private readonly HashSet<string> nouns;

    private SenderProfile(HashSet<string> names, HashSet<string> nouns, SenderKind kind)
    {
        this.names = names;
        this.nouns = nouns;
        Kind = kind;
    }

    public SenderKind Kind { get; }

    public bool HasNames => names.Count > 0;

    public static SenderProfile Create(DocumentOutline outline, Organisation? sender, bool isCoordinatorReport)
    {
        if (sender is not null)
        {
            var forms = RegisterNames.NamesOf(sender).Select(n => RegisterNames.CoreOf(n)[^1]).ToHashSet(StringComparer.Ordinal);
            return new SenderProfile(forms, [], isCoordinatorReport ? SenderKind.Coordinator : KindOf(sender.Name));
        }

        return new SenderProfile([.. FromLetterhead(outline), .. FromFirstSentences(outline), .. FromWhatItSays(outline)], NounsOfLetterhead(outline), isCoordinatorReport ? SenderKind.Coordinator : SenderKind.Unknown);
    }

    public bool IsName(in Word word) => names.Contains(word.Folded) || IsAbbreviation(word);

    /// <summary>"Samebyn" for Vaisa sameby, "kåren" for Norrsalens studentkår: the noun of the name in its definite form.</summary>
    private bool IsDefiniteOfName(in Word word)
    {
        if (word.Length < 5) return false;
        foreach (var ending in DefiniteEndings)
        {
            if (!word.Folded.EndsWith(ending, StringComparison.Ordinal)) continue;
            var noun = word.Folded.AsSpan(0, word.Folded.Length - ending.Length);
            if (noun.Length < 3) continue;
            foreach (var name in names.Concat(nouns))
            {
                if (name.AsSpan().EndsWith(noun, StringComparison.Ordinal) && (name.Length == noun.Length || name.Length >= noun.Length + 3)) return true;
            }
        }

        return false;
    }

    private static readonly string[] DefiniteEndings = ["en", "et", "n", "t"];

    /// <summary>"EV" for Exempelverket: capitals that all stand in the name, in order, from its first letter.</summary>
    private bool IsAbbreviation(in Word word)
    {
        if (word.Length is < 2 or > 5 || word.Length != word.Folded.Length || !word.IsAllCapitals) return false;
        foreach (var name in names)
        {
            if (name.Length <= word.Length + 3 || name[0] != word.Folded[0]) continue;
            var at = 0;
            foreach (var c in name)
            {
                if (at < word.Folded.Length && c == word.Folded[at]) at++;
            }

            if (at == word.Folded.Length) return true;
        }

        return false;
    }

    /// <summary>"Bolagets", "Exempelverkets".</summary>
    public bool IsGenitive(in Word word) => word.Plain.Length > 4 && word.Plain[^1] == 's'
        && (IsSenderNoun(word.Plain[..^1]) || word.Capital && names.Contains(word.Folded[..^1]));

    public bool IsSenderNoun(in Word word) => IsSenderNoun(word.Plain) || Kind == SenderKind.Unknown && IsDefiniteOfName(word);

    public static bool IsAnotherBody(in Word word) =>
        Bodies.Contains(word.Plain) || OfCompanies.Contains(word.Plain) || OfBoards.Contains(word.Plain);

    private bool IsSenderNoun(string plain) => Always.Contains(plain) || Kind switch
    {
        SenderKind.Company => OfCompanies.Contains(plain) || plain.EndsWith("bolaget", StringComparison.Ordinal),
        SenderKind.Board => OfBoards.Contains(plain) || plain is "staden" or "kommunen",
        SenderKind.Coordinator => false,
        _ => Bodies.Contains(plain) || OfCompanies.Contains(plain) || OfBoards.Contains(plain),
    };

    private static SenderKind KindOf(string name)
    {
        var words = WordReader.Read(name);
        if (words.Any(w => RegisterNames.IsCorporate(w))) return SenderKind.Company;
        return words.Any(w => w.Plain.EndsWith("nämnd", StringComparison.Ordinal)
            || w.Plain.EndsWith("nämnden", StringComparison.Ordinal)) ? SenderKind.Board : SenderKind.Unknown;
    }

    private static readonly PhraseBook<bool> WhatOnlyASenderDoes = new()
    {
        { "har .. beretts|getts|fått|anmodats|ombetts|inga|inget|ingen|tagit|inte|granskat|läst; har ... att; tillstyrker; avstyrker; lämnar; avger; yttrar; tackar; avstår", true },
        { "välkomnar; ställer; ser; vill; ansöker; begär; instämmer; delar; motsätter; stödjer; anser; tycker; bedömer; är; begränsar; konstaterar; föreslår; står", true },
    };

    private static readonly FrozenSet<string> NeverSenders = FrozenSet.Create(StringComparer.Ordinal,
        "regeringen", "utredningen", "utredaren", "kommittén", "betänkandet", "promemorian", "remissen", "förslaget", "remissinstanserna", "riksdagen", "därför",
        "flera", "många", "vissa", "det", "den", "de", "ni", "som", "här", "nu", "ingen", "departementet", "överenskommelsen", "departementen", "staten");

    /// <summary>"Exempelföreningen Norr avstyrker …" as one of the first sentences presents the sender.</summary>
    private static IEnumerable<string> FromFirstSentences(DocumentOutline outline)
    {
        foreach (var sentence in outline.Sentences.Where(s => s.Section.IsOwn && s.Section.Role != SectionRole.Background
            && !outline.IsLetterhead(s.Line) && s.Kind == LineKind.Body).Take(3))
        {
            var after = sentence.FirstWord;
            while (after < sentence.AfterWord && outline.Words[after].Capital && after - sentence.FirstWord < 5) after++;
            if (after == sentence.FirstWord || NeverSenders.Contains(outline.Words[sentence.FirstWord].Plain)) continue;
            var name = WhatOnlyASenderDoes.Find(outline.Words, after, Math.Min(sentence.AfterWord, after + 5)).FindIndex(m => m.First == after) >= 0;
            if (name)
                return outline.Words.AsSpan(sentence.FirstWord, after - sentence.FirstWord).ToArray().Where(w => w.Length >= 3).Select(w => w.Folded);
        }

        return [];
    }

    /// <summary>The name that says, finds and proposes again and again in its own text is the one who writes it.</summary>
    private static IEnumerable<string> FromWhatItSays(DocumentOutline outline)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < outline.Words.Length; i++)
        {
            var name = outline.Words[i - 1];
            if (!name.Capital || name.Length < 2 || outline.Words[i].Break != ' ' || NeverSenders.Contains(name.Plain) || !SayingVerbs.Contains(outline.Words[i].Plain)) continue;
            counts[name.Folded] = counts.GetValueOrDefault(name.Folded) + 1;
        }

        return counts.Where(c => c.Value >= 3 && c.Value * 2 > counts.Values.Sum()).Select(c => c.Key);
    }

    private static readonly FrozenSet<string> SayingVerbs = FrozenSet.Create(StringComparer.Ordinal,
        "anser", "menar", "vill", "ser", "bedömer", "konstaterar", "noterar", "tillstyrker", "avstyrker", "föreslår", "instämmer", "delar", "saknar", "efterfrågar",
        "välkomnar", "understryker", "betonar", "framhåller", "önskar", "förordar", "stödjer", "ställer", "påpekar", "tycker", "har");

    /// <summary>"sameby" in the line "Vaisa sameby".</summary>
    private static HashSet<string> NounsOfLetterhead(DocumentOutline outline)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in outline.Lines)
        {
            if (line.Kind == LineKind.History || !outline.IsLetterhead(line) && !outline.IsSignature(line) || line.WordCount is < 2 or > 6) continue;
            if (!outline.Words[line.FirstWord].Capital || outline.Words[line.FirstWord].Plain is "till") continue;
            for (var i = line.FirstWord + 1; i < line.AfterWord; i++)
            {
                if (!outline.Words[i].Capital && outline.Words[i].Length >= 5 && outline.Words[i].Break == ' ') found.Add(outline.Words[i].Folded);
            }
        }

        return found;
    }

    private static bool IsAddressee(in Word word) => word.Plain.EndsWith("departementet", StringComparison.Ordinal)
        || word.Plain is "kommunstyrelsen" or "regeringskansliet" or "riksdagen" or "regeringen" or "finansborgarrådets" or "stadsledningskontoret" or "kommunfullmäktige";

    /// <summary>Without a register the sender is one of the capital words of letterhead and signature that is no addressee.</summary>
    private static HashSet<string> FromLetterhead(DocumentOutline outline)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in outline.Lines)
        {
            if (line.Kind == LineKind.History || !outline.IsLetterhead(line) && !outline.IsSignature(line)) continue;
            if (outline.Words[line.FirstWord].Plain is "till" or "remiss" || line.WordCount > 14) continue;
            for (var i = line.FirstWord; i < line.AfterWord; i++)
            {
                var word = outline.Words[i];
                if (word.Capital && word.Length >= 3 && !IsAddressee(word) && !RegisterNames.IsNotPartOfNames(word) && !(i > line.FirstWord
                    && outline.Words[i - 1].Plain is "till" or "från")) found.Add(word.Folded);
            }
        }

        return found;
    }
}
