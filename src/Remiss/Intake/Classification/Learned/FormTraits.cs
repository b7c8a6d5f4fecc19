using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Learned;

/// <summary>What the learned model keeps of a word form: how it joins its neighbours, and what it alone speaks for.</summary>
internal sealed class FormTraits
{
    private const float OfWord = 1;
    private const float OfStem = 0.7f;
    private const float OfClass = 0.7f;
    private const float OfLetters = 0.3f;
    private const int ShortestParted = 4;
    private const int FewestLetters = 3;
    private const int MostLetters = 5;
    private const int LongestParted = 40;
    private const int ReachOfNot = 4;
    private const int ReachOfBefore = 8;

    private static readonly uint Negated = FeatureHash.Of("negated");
    private static readonly uint Letters = FeatureHash.Of("letters");
    private static readonly uint Number = FeatureHash.Of("{number}");
    private static readonly uint Sender = FeatureHash.Of("{sender}");

    private static readonly (uint Hash, ulong Bit)[] Classes =
        [.. new[] { "not", "objection", "good", "bad", "proposal", "carriedout", "stopped", "redone", "approves", "rejects", "today", "answering", "means" }
            .Select(c => (FeatureHash.Of("{" + c + "}"), WordClasses.Bit(c)))];

    private static readonly string[] SenderEndings =
        ["bolaget", "namnden", "styrelsen", "forbundet", "verket", "myndigheten", "foreningen", "kommunen", "regionen", "universitetet", "hogskolan", "stiftelsen", "forvaltningen",
            "kontoret", "institutet", "domstolen", "ratten", "organisationen", "sallskapet", "radet", "inspektionen", "centralen", "klubben", "kammaren", "museet", "kooperativet", "samfalligheten",
            "natverket", "staden", "gruppen", "facket"];

    private FormScore? plain;
    private FormScore? negated;

    public FormTraits(WordForm form)
    {
        Stem = char.IsAsciiDigit(form.Plain[0]) ? Number : FeatureHash.Of(form.Stem);
        Kind = KindOf(form, Stem);
        ReachOfNegation = form.Plain is "innan" or "förrän" ? ReachOfBefore : form.Plain is "inte" or "ej" or "icke" or "knappast" or "varken" or "inga" or "ingen" or "inget" or "aldrig" or "ingenting" or "intet" or "saknar" or "saknas" or "utan" or "omöjligen" ? ReachOfNot : 0;
        EndsNegation = form.Plain is "men" or "och" or "utan" or "samt" or "dock";
    }

    /// <summary>"Vi", "nämnden": may be the sender's name for itself.</summary>
    public bool IsSender => Kind == Sender;

    public uint Stem { get; }

    /// <summary>The stem, or what stands for all words of its meaning.</summary>
    public uint Kind { get; }

    /// <summary>How many words after it are negated, or not yet so: "innan det kan läggas till grund".</summary>
    public int ReachOfNegation { get; }

    public bool EndsNegation { get; }

    /// <summary>What the form alone adds to each label, reckoned once for each model.</summary>
    public FormScore Score(WordForm form, bool isNegated, SayingModel model)
    {
        var known = isNegated ? negated : plain;
        if (known?.Model == model) return known;
        var features = new FeatureList();
        Collect(form, isNegated, features);
        var score = new FormScore(model, model.Sum(features), features.SumOfSquares);
        if (isNegated) negated = score;
        else plain = score;
        return score;
    }

    public void Collect(WordForm form, bool isNegated, FeatureList into)
    {
        if (Stem == Number)
        {
            into.Add(Number, OfStem);
            return;
        }

        var mark = isNegated ? Negated : 0;
        into.Add(FeatureHash.Join(mark, FeatureHash.Of(form.Plain)), OfWord);
        into.Add(FeatureHash.Join(mark + 1, Stem), OfStem);
        if (Kind != Stem) into.Add(FeatureHash.Join(mark + 2, Kind), OfClass);
        if (form.Folded.Length is < ShortestParted or > LongestParted) return;
        var framed = "<" + form.Folded + ">";
        for (var length = FewestLetters; length <= MostLetters; length++)
        {
            for (var at = 0; at + length <= framed.Length; at++) into.Add(FeatureHash.Join(Letters, FeatureHash.Of(framed.AsSpan(at, length))), OfLetters);
        }
    }

    private static uint KindOf(WordForm form, uint stem)
    {
        if (stem == Number) return Number;
        foreach (var (hash, bit) in Classes)
        {
            if (form.IsOneOf(bit)) return hash;
        }

        return form.Plain is "vi" or "jag" or "oss" or "undertecknad" || Array.Exists(SenderEndings, e => form.Folded.EndsWith(e, StringComparison.Ordinal)) ? Sender : stem;
    }
}

internal sealed record FormScore(SayingModel Model, LabelSums Sums, float SumOfSquares);
