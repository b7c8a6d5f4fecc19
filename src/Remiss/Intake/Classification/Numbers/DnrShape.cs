using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Remiss.Intake.Classification.Numbers;

/// <summary>The shapes that a dnr takes, and those that only look like one.</summary>
internal static class DnrShape
{
    private const string Separator = @"(?:\s?[/\-–_.]\s?|:)";
    private static readonly SearchValues<char> Separators = SearchValues.Create("/-–_.: ");

    private const string Prefix = @"(?:[A-ZÅÄÖ][A-Za-zÅÄÖåäö]{0,6}(?:-[A-ZÅÄÖ][A-Za-zåäö]{0,4})?(?: [A-ZÅÄÖ]{1,2})?[ .\-–_/]{0,2})?";

    /// <summary>A prefix or none, then number groups, some with letters: everything that can be a dnr and much that is not.</summary>
    private static readonly Regex Candidate = new(
        Prefix + @"\d{1,7}(?:" + Separator + @"(?:\d{1,7}|[A-ZÅÄÖ]{1,6}\d{0,6}))+(?: \d{2,5}){0,2}"
        + @"|" + Prefix + @"(?:19|20)\d\d (?:\d{3,6}|[A-ZÅÄÖ]{2,4} \d{2,6})"
        + @"|[A-ZÅÄÖ]{2,5}[ -]?\d{4,8}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Date = new(
        @"^(?:19|20)\d\d\s?[-–./_]\s?(?:0?[1-9]|1[0-2])\s?[-–./_]\s?(?:0?[1-9]|[12]\d|3[01])$|^[0-3]?\d[./][01]?\d\s?[-–./]\s?(?:(?:19|20)\d\d|\d\d)$",
        RegexOptions.NonBacktracking);

    private static readonly Regex Period = new(@"^(?:19|20)\d\d\s?[/–-]\s?(?:\d\d|(?:19|20)\d\d)$|^\d{1,2}\s?[/–-]\s?\d{1,2}$", RegexOptions.NonBacktracking);

    private static readonly Regex Phone = new(@"^0\d{1,3}\s?[-–]\s?\d{2,3}(?: \d{2,3})*$|^0\d{1,3}\s?/\s?\d{2,3}(?: \d{2,3})+$|^\d{3} \d{2}$", RegexOptions.NonBacktracking);

    private static readonly Regex OrganisationNumber = new(@"^(?:SE)?\d{6}\s?[-–]\s?\d{4}$", RegexOptions.NonBacktracking);

    private static readonly Regex Decimal = new(@"^\d{1,3}(?:\.\d{1,3}){1,3}$", RegexOptions.NonBacktracking);

    private static readonly Regex TimeOfDay = new(@"^[0-2]?\d:[0-5]\d$", RegexOptions.NonBacktracking);

    /// <summary>SFS 2007:1244 without its SFS.</summary>
    private static readonly Regex Statute = new(@"^(?:19|20)\d\d:\d+$", RegexOptions.NonBacktracking);

    private static readonly Regex ShortYearFirst = new(@"^[A-ZÅÄÖ][A-Za-zÅÄÖåäö-]*[ /-]?\d\d[/-]\d{3,6}$", RegexOptions.NonBacktracking);

    private static readonly Regex Year = new(@"(?:19|20)\d\d", RegexOptions.NonBacktracking);

    private static readonly Regex ShortYear = new(@"[/\-–]\d\d$", RegexOptions.NonBacktracking);

    private static readonly Regex Ministry = new(
        @"^(?:Fi|Fö|Ju|Ku|KN|Kn|LI|M|N|S|U|UD|A|I|L|Jo) ?(?:19|20)\d\d(?:[/ ]\d{3,6})(?:/[A-ZÅÄÖ]{1,6}\d{0,2})?$", RegexOptions.NonBacktracking);

    private static readonly FrozenSet<string> Publications = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "SOU", "Ds", "Dir", "COM", "KOM", "Prop", "Prot", "Skr", "Bet", "Mot", "RiR", "BFNAR", "NJA", "RH", "RÅ", "HFD", "MÖD", "ISO", "SS", "IBAN", "VAT", "EU", "EG");

    private static readonly FrozenSet<string> OtherThings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Lag", "EN", "Tel", "Fax", "Box", "Sida", "Sid", "Kap", "Bilaga", "Tabell", "Figur", "Avsnitt", "Covid", "Agenda", "Version", "Punkt",
        "Art", "Nr", "Juni", "Juli", "Maj", "Mars", "April", "Augusti", "Januari", "Oktober", "Vecka", "Rum", "Plan", "Kl", "År", "Åren",
        "SEK", "CO", "PM", "Artikel", "Mål", "SE", "Steg", "Etapp", "Mom", "Under", "Sedan", "Från", "Till", "Perioden", "Läsåret", "Den", "Cirka", "Hösten",
        "Våren", "Sommaren", "Vintern", "Budget", "Vision", "Västsvenska", "Total", "Totalt", "Org", "Bg", "Pg", "I", "Av", "Om", "Datum");

    public static Regex.ValueMatchEnumerator Candidates(ReadOnlySpan<char> line) => Candidate.EnumerateMatches(line);

    /// <param name="isLabelled">Whether a label says that it is one.</param>
    public static bool CanBeDnr(string text, bool isLabelled = false)
    {
        if (IsDate(text) || TimeOfDay.IsMatch(text) || OrganisationNumber.IsMatch(text) || Phone.IsMatch(text) || Decimal.IsMatch(text)) return false;
        var prefix = PrefixOf(text);
        if (Publications.Contains(prefix) || prefix.EndsWith("FS", StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal)) return false;
        if (!isLabelled && (OtherThings.Contains(prefix) || Statute.IsMatch(text))) return false;
        return !Period.IsMatch(text) && text.Count(char.IsAsciiDigit) >= 4;
    }

    /// <summary>Whether the text is a dnr by its shape alone: letters first or inside, and a year.</summary>
    public static bool IsPlainlyDnr(string text)
    {
        if (!CanBeDnr(text)) return false;
        if (Ministry.IsMatch(text)) return true;
        var prefix = PrefixOf(text);
        var upper = prefix.Count(char.IsUpper);
        var letters = upper >= 2 && !prefix.Skip(1).All(char.IsLower) || text.SkipWhile(c => !char.IsAsciiDigit(c)).Count(char.IsUpper) >= 2;
        return letters && text.AsSpan().ContainsAny(Separators) && HoldsYear(text);
    }

    public static bool HoldsYear(string text) => Year.IsMatch(text) || ShortYear.IsMatch(text) || ShortYearFirst.IsMatch(text);

    public static bool IsMinistry(string text) => Ministry.IsMatch(text);

    /// <summary>
    /// One form for comparison: upper case, every separator a slash, no zeros before a running number ("KS 2023-0740" is KS/2023/740).
    /// </summary>
    public static string Normalise(string dnr)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var c in dnr.Normalize(NormalizationForm.FormC).ToUpperInvariant())
        {
            var turns = part.Length > 0 && char.IsAsciiDigit(part[^1]) != char.IsAsciiDigit(c);
            if (!char.IsLetterOrDigit(c) || turns) Close();
            if (char.IsLetterOrDigit(c)) part.Append(c);
        }

        Close();
        return string.Join('/', parts);

        void Close()
        {
            if (part.Length == 0) return;
            var text = part.ToString();
            var trimmed = parts.Count > 0 && char.IsAsciiDigit(text[0]) ? text.TrimStart('0') : text;
            parts.Add(trimmed.Length == 0 ? "0" : trimmed);
            part.Clear();
        }
    }

    /// <summary>The same number, or the same with the number of one document after it: KLK 2018/269-1 belongs to KLK 2018/269.</summary>
    public static bool IsSame(string found, string wanted) => IsSameNormal(Normalise(found), Normalise(wanted));

    /// <summary>As <see cref="IsSame"/>, of two numbers in the form for comparison.</summary>
    public static bool IsSameNormal(string a, string b)
    {
        if (a == b) return true;
        return a.Length > b.Length && a.StartsWith(b, StringComparison.Ordinal) && a[b.Length] == '/'
            && a.AsSpan(b.Length + 1).IndexOf('/') < 0 && b.Count(c => c == '/') >= 2;
    }

    /// <summary>Also with the name of a place or the word "Datum" before it.</summary>
    private static bool IsDate(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return Date.IsMatch(text) || space > 0 && PrefixOf(text).Length == space && Date.IsMatch(text[(space + 1)..]);
    }

    private static string PrefixOf(string text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length])) length++;
        return text[..length];
    }
}
