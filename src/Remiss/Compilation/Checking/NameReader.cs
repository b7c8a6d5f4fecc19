using Remiss.Cases;

namespace Remiss.Compilation.Checking;

internal enum NameMatch
{
    /// <summary>The legal name, the short name or another that the register lists.</summary>
    Registered,

    /// <summary>The same words with AB elsewhere, or with other capitals.</summary>
    Variant,

    /// <summary>The same letters, parted otherwise.</summary>
    Misspelt,
    Unknown,
}

/// <param name="Organisation">Whom it names, or for an unknown name whom it may mean; null when nobody is near.</param>
internal sealed record NameReading(NameMatch Match, Organisation? Organisation);

/// <summary>Holds names as a report writes them against the register.</summary>
internal sealed class NameReader(Register register, IReadOnlyList<string> recipients)
{
    private const double Near = 0.62;

    private static readonly string[] Corporate = ["ab", "aktiebolag", "aktiebolaget", "(publ)", "publ"];

    private readonly List<(string Form, Organisation Organisation)> forms =
        [.. register.Organisations.SelectMany(o => FormsOf(o), (o, form) => (form, o))];

    public static IEnumerable<string> FormsOf(Organisation organisation) =>
        new[] { organisation.Name, organisation.DisplayName }.Concat(organisation.Aliases).Distinct(StringComparer.Ordinal);

    /// <summary>A name as it stands in a list or a heading, in the genitive or not.</summary>
    public NameReading Read(string name, Organisation? expected = null)
    {
        var written = Written(name).ToList();
        if (First(written, (w, f) => w == f) is { } exact)
            return new(written.Any(w => IsOtherOrder(w, exact)) ? NameMatch.Variant : NameMatch.Registered, exact);
        if (Parenthesis(name) is { } both) return both;
        if (First(written, (w, f) => string.Equals(Core(w), Core(f), StringComparison.OrdinalIgnoreCase)) is { } variant) return new(NameMatch.Variant, variant);
        if (First(written, (w, f) => Compact(w) == Compact(f)) is { } misspelt) return new(NameMatch.Misspelt, misspelt);
        return new(NameMatch.Unknown, Nearest(written, expected));
    }

    private static IEnumerable<string> Written(string name)
    {
        var text = string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Normalize();
        yield return text;
        if (text.EndsWith(":s", StringComparison.OrdinalIgnoreCase)) yield return text[..^2];
        else if (text.Length > 3 && text[^1] is 's' or 'S') yield return text[..^1];
    }

    private Organisation? First(List<string> written, Func<string, string, bool> same) =>
        forms.Where(f => written.Exists(w => same(w, f.Form))).Select(f => f.Organisation).OrderByDescending(IsRecipient).FirstOrDefault();

    private bool IsRecipient(Organisation organisation) => recipients.Contains(organisation.Id);

    /// <summary>Listed in the register, but with AB on the other side of the legal name.</summary>
    private static bool IsOtherOrder(string written, Organisation organisation) =>
        written != organisation.Name && written != organisation.DisplayName && HasCorporate(written)
        && string.Equals(Core(written), Core(organisation.Name), StringComparison.OrdinalIgnoreCase);

    /// <summary>"Skolfastigheter i Stockholm AB (SISAB)": two names of one body.</summary>
    private NameReading? Parenthesis(string name)
    {
        var open = name.IndexOf(" (", StringComparison.Ordinal);
        var close = name.IndexOf(')', StringComparison.Ordinal);
        if (open < 1 || close < open) return null;
        var (outer, inner) = (Read(name[..open]), Read(name[(open + 2)..close]));
        return outer.Match is not NameMatch.Unknown && outer.Organisation == inner.Organisation ? outer : null;
    }

    private Organisation? Nearest(List<string> written, Organisation? expected)
    {
        var near = forms
            .Select(f => (f.Organisation, Likeness: written.Max(w => Likeness(Compact(w), Compact(f.Form)) + (SameOrder(w, f.Form) ? 0.1 : 0))))
            .Where(c => c.Likeness >= Near)
            .OrderByDescending(c => c.Organisation == expected)
            .ThenByDescending(c => c.Likeness + (IsRecipient(c.Organisation) ? 0.05 : 0))
            .ToList();
        return near.Count == 0 ? null : near[0].Organisation;
    }

    private static bool SameOrder(string one, string other) =>
        one.StartsWith("AB ", StringComparison.Ordinal) == other.StartsWith("AB ", StringComparison.Ordinal) && HasCorporate(one) == HasCorporate(other);

    private static bool HasCorporate(string name) => name.Split(' ').Any(w => Corporate.Contains(w.ToLowerInvariant()));

    private static string Core(string name)
    {
        var words = name.Split(' ').Where(w => !Corporate.Contains(w.ToLowerInvariant())).ToList();
        return words.Count == 0 ? name : string.Join(' ', words);
    }

    private static string Compact(string name) => string.Concat(Core(name).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static double Likeness(string a, string b) =>
        a.Length is < 4 or > 80 || b.Length is < 4 or > 80 ? 0 : NameLikeness.Of(a, b);
}
