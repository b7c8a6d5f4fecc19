using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Remiss.Cases;
using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Organisations;

/// <summary>A registered body named in the text, as a half-open range of words.</summary>
internal readonly record struct OrganisationMention(Organisation Organisation, int First, int After);

/// <summary>
/// Finds registered names word by word: with AB before, after or absent, in the genitive, and boards by the names of their offices.
/// A name that goes on with another capital word is a longer name of another body, so it does not match.
/// </summary>
internal sealed class RegisterNames
{
    private static readonly ConditionalWeakTable<Register, RegisterNames> Built = [];

    private static readonly FrozenSet<string> Corporate = FrozenSet.Create(StringComparer.Ordinal, "ab", "abs", "aktiebolag", "aktiebolaget", "publ");

    private static readonly FrozenSet<string> NotPartOfNames = FrozenSet.Create(StringComparer.Ordinal,
        "till", "från", "hos", "för", "med", "av", "och", "att", "även", "yttrande", "remissvar", "remissyttrande", "svar", "bolaget", "styrelsen", "styrelse",
        "dotterbolaget", "dotterbolagen", "remiss", "datum", "handläggare", "vd", "dnr", "diarienummer", "box", "postadress", "besöksadress", "tel", "telefon",
        "org", "sida", "sid", "vår", "er", "kontakt", "tjänsteutlåtande", "tjänsteskrivelse", "protokoll", "protokollsutdrag", "sammanträdesprotokoll",
        "mottagare", "adressat", "avsändare", "enligt", "i", "på", "om", "vid", "som", "när", "nedan", "nedanstående", "verkställande", "ordförande",
        "underremiss", "bilaga", "ärende", "ärendet", "beslut", "synpunkter", "hej", "vi", "den", "det", "detta", "denna", "genom", "inom", "här", "synpunkt",
        "ang", "angående", "avseende", "juridik", "hälsningar", "vänligen", "mvh", "stockholm", "remissinstans", "remissinstanser", "promemoria", "webbplats");

    private readonly FrozenDictionary<string, NameForm[]> byFirstWord;

    private RegisterNames(Register register) => byFirstWord = register.Organisations
        .SelectMany(o => NamesOf(o).Select(n => NameForm.Read(o, n)))
        .OfType<NameForm>()
        .SelectMany(f => f.Words.Length == 1 ? [(Key: f.Words[0], Form: f), (Key: f.Words[0] + "s", Form: f)] : new[] { (Key: f.Words[0], Form: f) })
        .GroupBy(f => f.Key, f => f.Form, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(f => f.Words.Length).ToArray(), StringComparer.Ordinal);

    public static RegisterNames Of(Register register) => Built.GetValue(register, r => new RegisterNames(r));

    public static bool IsCorporate(in Word word) => Corporate.Contains(word.Plain);

    public static bool IsNotPartOfNames(in Word word) => NotPartOfNames.Contains(word.Plain);

    public List<OrganisationMention> Find(Word[] words, int first, int end)
    {
        var found = new List<OrganisationMention>();
        for (var i = first; i < end; i++)
        {
            if (!byFirstWord.TryGetValue(words[i].Folded, out var forms)) continue;
            foreach (var form in forms)
            {
                if (!form.Matches(words, i, end)) continue;
                var after = i + form.Words.Length;
                if (IsPartOfLongerName(words, i, after, first, end, form)) continue;
                found.Add(new OrganisationMention(form.Organisation, i, after));
                i = after - 1;
                break;
            }
        }

        return found;
    }

    public static IEnumerable<string> NamesOf(Organisation organisation)
    {
        IEnumerable<string> names = [organisation.Name, .. organisation.ShortName is { } name ? [name] : Array.Empty<string>(), .. organisation.Aliases];
        return names.SelectMany(n => OfficesOf(n).Prepend(n));
    }

    public static string[] CoreOf(string name)
    {
        var words = WordReader.Read(name);
        var core = words.Where(w => !Corporate.Contains(w.Plain)).Select(w => w.Folded).ToArray();
        return core.Length > 0 ? core : [.. words.Select(w => w.Folded)];
    }

    /// <summary>A board and its office answer as one: Trafiknämnden, Trafikkontoret, Trafikförvaltningen.</summary>
    private static IEnumerable<string> OfficesOf(string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal)) yield break;
        foreach (var ending in BoardEndings)
        {
            if (!name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) || name.Length < ending.Length + 4) continue;
            foreach (var office in BoardEndings.Where(e => e != ending)) yield return name[..^ending.Length] + office;
            yield break;
        }
    }

    private static readonly string[] BoardEndings = ["nämnden", "kontoret", "förvaltningen", "nämnd"];

    private static bool IsPartOfLongerName(Word[] words, int first, int after, int from, int end, NameForm form)
    {
        if (!form.IsProperName) return false;
        while (after < end && Corporate.Contains(words[after].Plain)) after++;
        while (first > from && Corporate.Contains(words[first - 1].Plain) && words[first].Break == ' ') first--;
        return after < end && Extends(words[after], words[after].Break) || first > from && Extends(words[first - 1], words[first].Break);
    }

    private static bool Extends(in Word neighbour, char between) =>
        between is ' ' or '-' && neighbour.Capital && neighbour.Plain.Length > 1 && !neighbour.IsNumber && !NotPartOfNames.Contains(neighbour.Plain);

    private sealed record NameForm(Organisation Organisation, string[] Words, bool IsProperName)
    {
        public static NameForm? Read(Organisation organisation, string name)
        {
            var core = CoreOf(name);
            return core.Length == 0 ? null : new NameForm(organisation, core, name.Any(char.IsUpper));
        }

        public bool Matches(Word[] text, int at, int end)
        {
            if (at + Words.Length > end || IsProperName && !text[at].Capital) return false;
            for (var i = 0; i < Words.Length; i++)
            {
                if (i > 0 && text[at + i].Break is not (' ' or '-')) return false;
                if (text[at + i].Folded == Words[i]) continue;
                if (i < Words.Length - 1 || !IsGenitive(text[at + i].Folded, Words[i])) return false;
            }

            return true;
        }

        private static bool IsGenitive(string have, string name) => have.Length == name.Length + 1 && have[^1] == 's'
            && have.StartsWith(name, StringComparison.Ordinal);
    }
}
