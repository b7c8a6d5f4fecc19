using System.Collections.Frozen;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification.People;

/// <summary>Tells personal names by their look.</summary>
internal static class PersonNames
{
    private const int FewestWords = 2;
    private const int MostWords = 4;

    private static readonly FrozenSet<string> NotNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "ab", "box", "stockholm", "stockholms", "stad", "bilaga", "bilagor", "datum", "dnr", "tel", "telefon", "sida", "handläggare", "till", "med", "hälsning",
        "hälsningar", "namn", "enligt", "uppdrag", "org", "postadress", "besöksadress", "växel", "yttrande", "remissvar", "kopia", "sverige", "göteborg", "malmö",
        "nämnden", "styrelsen", "bolaget", "ordförande", "direktör", "sekreterare", "justerare", "justeras", "beslut", "webbplats", "fax", "vänliga", "vänlig", "för");

    /// <summary>The index after a personal name of two to four words that begins at the word, or null.</summary>
    public static int? EndOf(DocumentOutline outline, int first, int end)
    {
        var words = outline.Words;
        var after = first;
        while (after < end && after - first < MostWords && (after == first || words[after].Break is ' ' or '-' && !outline.StandsApart(after))
            && (IsNameWord(outline, words[after]) || after > first && after + 1 < end && IsParticle(words[after]) && IsNameWord(outline, words[after + 1]))
            && !PersonTitles.IsKnown(outline, after)) after++;
        return after - first >= FewestWords ? after : null;
    }

    private static bool IsParticle(in Word word) => word.Plain is "af" or "von" or "de" or "van" or "der";

    private static bool IsNameWord(DocumentOutline outline, in Word word)
    {
        if (!word.Capital || word.Length < 2 || NotNames.Contains(word.Plain)) return false;
        var text = outline.Text.AsSpan(word.Start, word.Length);
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && c is not ('-' or '’' or '\'')) return false;
        }

        return text[1..].ContainsAnyInRange('a', 'z') && !EndsLikeABody(word.Plain);
    }

    private static bool EndsLikeABody(string word) =>
        word.EndsWith("nämnden", StringComparison.Ordinal) || word.EndsWith("verket", StringComparison.Ordinal)
            || word.EndsWith("myndigheten", StringComparison.Ordinal)
        || word.EndsWith("kontoret", StringComparison.Ordinal) || word.EndsWith("förvaltningen", StringComparison.Ordinal)
            || word.EndsWith("styrelsen", StringComparison.Ordinal);
}
