using System.Text.RegularExpressions;
using Remiss.Cases;
using Remiss.Compilation.Report;

namespace Remiss.Compilation.Checking;

/// <summary>What the report says in a recipient's words against the recipient's words.</summary>
internal static class QuoteRules
{
    private const int FewestWords = 4;
    private const double Alike = 0.75;

    private static readonly Regex InMarks = new("[”“\"»](?<quote>[^”“\"«»]{8,2000})[”“\"«]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly string[] OwnRemarks =
        ["Utdrag ur bilaga", "Svaret inkom", "Även det tidigare svaret", "Anstånd har", "Utdrag som inte stämmer", "Att fylla i", "En begäran om anstånd"];

    public static IEnumerable<Finding> Check(CheckedReport report, IReadOnlyList<NameInReport> names, CheckContext context)
    {
        if (context.Sources is not { } sources) yield break;

        var ownWords = OwnWords(sources);
        foreach (var heading in names.Where(n => n.Slot is NameSlot.AnswerHeading))
        {
            if (heading.Organisation is not { } body || sources.Answers.GetValueOrDefault(body.Id) is not { } sha256) continue;
            if (sources.Texts.GetValueOrDefault(sha256) is not { } text) continue;
            var lines = report.Lines.Where(l => l.Answer == heading.Line.Answer && l != heading.Line).ToList();
            var isOurs = lines.Exists(l => l.Text.StartsWith("Utdrag ur bilaga", StringComparison.Ordinal));
            var answer = new AnswerWords(text.Text);
            foreach (var finding in lines.Where(l => !IsRemark(l.Text) && !ownWords.Contains(Spaced(l.Text))).SelectMany(l => CheckLine(l, answer, body, isOurs)))
                yield return finding;
        }
    }

    private static IEnumerable<Finding> CheckLine(ReportLine line, AnswerWords answer, Organisation body, bool isOurs)
    {
        if (answer.Holds(WithoutBullet(line.Text))) yield break;

        var name = body.DisplayName;
        var found = false;
        foreach (var quote in InMarks.Matches(line.Text).Select(m => m.Groups["quote"].Value.Trim()))
        {
            if (quote.Split(' ').Length < FewestWords || answer.Holds(quote)) continue;
            found = true;
            yield return Finding.Error(
                FindingCodes.QuoteNotInAnswer, line, quote, $"Citatet finns inte i {SwedishText.Genitive(name)} svar.", Instead(answer.Nearest(quote)?.Sentence));
        }

        if (found) yield break;
        foreach (var sentence in SentenceRange.Split(line.Text))
        {
            if (answer.Holds(sentence) || sentence.Split(' ').Length < FewestWords) continue;
            var nearest = answer.Nearest(sentence);
            if (nearest is { Likeness: >= Alike } near)
            {
                yield return Finding.Error(
                    FindingCodes.QuoteChanged, line, sentence, $"Texten är nästan, men inte ordagrant, ur {SwedishText.Genitive(name)} svar.", Instead(near.Sentence));
            }
            else if (isOurs)
            {
                yield return Finding.Note(
                    FindingCodes.TextNotInAnswer, line, sentence, $"Texten är inte hämtad ur {SwedishText.Genitive(name)} svar. Se till att den inte kan läsas som citat.");
            }
        }
    }

    private static string? Instead(string? sentence) => sentence is null ? null : $"I svaret står: {sentence}";

    private static bool IsRemark(string text) =>
        OwnRemarks.Any(r => text.StartsWith(r, StringComparison.Ordinal)) || text.Contains(" har även inkommit med ", StringComparison.Ordinal);

    private static HashSet<string> OwnWords(ReportSources sources) =>
        sources.Choices?.Choices.Recipients
            .SelectMany(r => (r.Passages ?? []).Select(p => p.Before).Append(r.After))
            .OfType<string>()
            .Select(Spaced)
            .ToHashSet(StringComparer.Ordinal) ?? [];

    private static string WithoutBullet(string text) => text.TrimStart('•', '–', '-', ' ');

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
