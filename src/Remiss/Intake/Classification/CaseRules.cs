using Remiss.Cases;
using Remiss.Intake.Classification.Numbers;
using Remiss.Intake.Classification.Structure;

namespace Remiss.Intake.Classification;

/// <param name="IsSupported">Something in the text, not only the folder, points to the case.</param>
internal sealed record CaseDecision(RemissCase? Case, bool IsSupported, IReadOnlyList<string> Reasons, IReadOnlyList<Evidence> Evidence);

/// <summary>Decides the case from the numbers in the text, the folder and the words of the title.</summary>
internal static class CaseRules
{
    private const double WholeTitle = 0.75;
    private const double SomeOfTitle = 0.25;

    public static CaseDecision Decide(DocumentOutline outline, IReadOnlyList<DnrFound> numbers, ClassificationContext context)
    {
        if (context.OpenCases.Count == 0 && context.PathCase is null) return new(null, false, [], []);
        var path = context.OpenCases.FirstOrDefault(c => c.Id == context.PathCase);
        var reasons = new List<string>();
        var evidence = new List<Evidence>();
        if (path is not null) evidence.Add(new("case", $"filen låg i mappen för ärendet {path.Dnr}", 0, 0));
        if (context.PathCase is not null && path is null) reasons.Add($"Mappen anger ärendet {context.PathCase}, som inte är ett öppet ärende.");

        var normal = context.OpenCases.Select(c => (Case: c, Dnr: DnrShape.Normalise(c.Dnr))).ToList();
        var named = numbers.Select(n => (Number: n, normal.Find(c => DnrShape.IsSameNormal(n.Normal, c.Dnr)).Case)).Where(n => n.Case is not null).ToList();
        foreach (var (number, found) in named.DistinctBy(n => n.Case!.Id)) evidence.Add(new("case", $"texten anger ärendenumret {found!.Dnr}", number.Start, number.Length));
        if (path is not null)
        {
            var own = named.Any(n => n.Case == path);
            var coverage = TitleWords.Coverage(outline, 0, outline.Lines.Count, path);
            if (!own && named.Count > 0) reasons.Add(Mismatch(named[0].Number.Text, path));
            else if (!own && Stranger(numbers, path) is { } stranger && !(coverage >= WholeTitle
                && stranger.Role != DnrRole.Counterpart)) reasons.Add(Mismatch(stranger.Text, path));
            return new(own || named.Count == 0 ? path : named[0].Case, own || coverage >= SomeOfTitle
                || MentionsTopic(outline, path), reasons, evidence);
        }

        var candidates = named.Select(n => n.Case!).Distinct().ToList();
        if (candidates.Count == 1) return new(candidates[0], true, reasons, evidence);
        if (candidates.Count > 1)
        {
            reasons.Add($"Texten anger flera öppna ärenden: {string.Join(", ", candidates.Select(c => c.Dnr))}.");
            return new(candidates[0], true, reasons, evidence);
        }

        var titled = context.OpenCases.Where(c => outline.Lines.Count > 0 && TitleWords.Of(c).Count >= 2
            && TitleWords.Coverage(outline, 0, outline.Lines.Count, c) >= WholeTitle).ToList();
        if (titled.Count == 1)
        {
            evidence.Add(new("case", $"texten nämner ärendets rubrik, {titled[0].Title}", 0, 0));
            if (Stranger(numbers, titled[0]) is { Role: DnrRole.Counterpart } other) reasons.Add($"Ärendenumret {other.Text} i texten är inte {titled[0].Dnr}, vars rubrik texten nämner.");
            return new(titled[0], true, reasons, evidence);
        }

        if (reasons.Count == 0)
        {
            reasons.Add(numbers.FirstOrDefault(n => n.Role == DnrRole.Counterpart) is { Text: not null } unknown
                ? $"Ärendet är inte känt: texten anger {unknown.Text}, som inte är ett öppet ärende."
                : "Ärendet är inte känt: varken mapp, ärendenummer eller rubrik pekar ut ett öppet ärende.");
        }

        return new(null, false, reasons, evidence);
    }

    private static string Mismatch(string found, RemissCase path) =>
        $"Ärendenumret {found} i texten hör inte till ärendet {path.Dnr}, vars mapp filen låg i.";

    /// <summary>A number that the text gives as the remitter's, and that is neither the case's nor an earlier one of it.</summary>
    private static DnrFound? Stranger(IReadOnlyList<DnrFound> numbers, RemissCase path)
    {
        foreach (var number in numbers)
        {
            if (path.EarlierDnr.Any(e => DnrShape.IsSame(number.Text, e))) continue;
            if (number.Role == DnrRole.Counterpart || number.Role != DnrRole.Own && number.InLetterhead
                && SharesPrefix(number.Text, path.Dnr)) return number;
        }

        return null;
    }

    private static bool SharesPrefix(string a, string b)
    {
        var prefix = DnrShape.Normalise(b).Split('/')[0];
        return char.IsLetter(prefix[0]) && DnrShape.Normalise(a).Split('/')[0] == prefix;
    }

    private static bool MentionsTopic(DocumentOutline outline, RemissCase about) =>
        new Passages.TopicFinder(about).Find(outline, 0, outline.Words.Length) is not null;
}
