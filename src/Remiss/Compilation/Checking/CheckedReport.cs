using System.Globalization;
using System.Text.RegularExpressions;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation.Checking;

/// <summary>A tjänsteutlåtande cut into its parts, whoever wrote it.</summary>
internal sealed class CheckedReport
{
    private const int LongestHeading = 200;

    private static readonly Regex InBilaga = new(@"\(bilaga\s+(?<n>\d{1,4})", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Listed = new(
        @"^(?:bilaga\s+)?(?<n>\d{1,4})\s*[.):]?\s+(?<title>\S.*)$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex File = new(@"^\d{1,4}[a-z]{1,2}[.):]?\s", RegexOptions.NonBacktracking);

    private static readonly string[] AnswerWords = [" remissvar", " remissyttrande", " yttrande", " svar", " besked", " senare ", " handlingar ", " tjänsteutlåtande"];

    private CheckedReport(IReadOnlyList<ReportLine> lines)
    {
        Lines = lines;
        Headings = [.. lines.Where(l => l.Answer is not null && IsAnswerHeading(l.Text)).Select(l => (l, l.Answer!))];
        Bilagor = [.. ReadBilagor(lines)];
    }

    public IReadOnlyList<ReportLine> Lines { get; }

    public IReadOnlyList<(ReportLine Line, AnswerHeading Heading)> Headings { get; }

    public IReadOnlyList<BilagaLine> Bilagor { get; }

    /// <summary>A line for what is missing from a part, or from the whole.</summary>
    public ReportLine End(ReportPart part) =>
        Lines.LastOrDefault(l => l.Part == part) ?? new(new(0, 1, null), "", part);

    public bool Has(ReportPart part) => Lines.Any(l => l.Part == part);

    /// <param name="source">The file itself when it is plain text, so that places are its own line numbers.</param>
    public static CheckedReport Read(DocumentText text, string? source = null)
    {
        var numbers = source is null ? null : new SourceLines(source);
        List<ReportLine> lines = [];
        var (part, section, number, start) = (ReportPart.Top, (string?)null, 0, 0);
        AnswerHeading? answer = null;
        foreach (var raw in text.Text.Split('\n'))
        {
            number++;
            var (line, at) = (Plain(raw), start);
            start += raw.Length + 1;
            if (line.Length == 0) continue;
            if (PartOf(line) is { } next)
            {
                (part, section, answer) = (next, line, null);
            }
            else if (part is ReportPart.Answers && IsAnswerHeading(line))
            {
                (section, answer) = (line, ReadHeading(line));
            }
            else if (part is ReportPart.Answers && IsHeading(text, at, raw))
            {
                (section, answer) = (line, null);
            }

            lines.Add(new(new(numbers?.Next(raw) ?? number, text.PageAt(at), section), line, part, answer));
        }

        return new(lines);
    }

    public static IEnumerable<int> BilagaReferences(string text) => InBilaga.Matches(text).Select(m => int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture));

    private static AnswerHeading ReadHeading(string line) =>
        new(NameIn(line), BilagaReferences(line).Select(n => (int?)n).FirstOrDefault());

    private static string NameIn(string title)
    {
        var ends = AnswerWords.Select(w => title.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i > 0).ToList();
        return (ends.Count == 0 ? title : title[..ends.Min()]).Trim();
    }

    private static bool IsAnswerHeading(string line) => line.Length <= LongestHeading
        && (line.Contains("följande lydelse", StringComparison.OrdinalIgnoreCase)
            || (InBilaga.IsMatch(line) && line.EndsWith(')') && NameIn(line).Length < line.Length && !line.Contains(". ", StringComparison.Ordinal)));

    private static bool IsHeading(DocumentText text, int start, string raw) =>
        raw.StartsWith('#') || text.Paragraphs.Any(p => p.Start == start && p.Kind is ParagraphKind.Heading);

    private static IEnumerable<BilagaLine> ReadBilagor(IReadOnlyList<ReportLine> lines)
    {
        foreach (var line in lines.Where(l => l.Part is ReportPart.Bilagor).Skip(1))
        {
            if (File.IsMatch(line.Text) || Listed.Match(line.Text) is not { Success: true } listed) continue;
            yield return new(line, int.Parse(listed.Groups["n"].Value, CultureInfo.InvariantCulture), NameIn(listed.Groups["title"].Value));
        }
    }

    private static ReportPart? PartOf(string line)
    {
        if (line.Length > 60) return null;
        var heading = line.TrimEnd(':', ' ').ToLowerInvariant();
        return heading switch
        {
            "sammanfattning" => ReportPart.Summary,
            "ärendet" or "bakgrund" or "ärendet och dess beredning" => ReportPart.Matter,
            "underremiss" or "underremisser" or "remissvar" or "remissvaren" or "inkomna remissvar" or "bolagens remissvar" => ReportPart.Answers,
            "bilagor" or "bilaga" or "bilageförteckning" => ReportPart.Bilagor,
            "attesterat av" or "attest" or "godkänt av" => ReportPart.Approval,
            _ when heading.EndsWith("synpunkter och förslag", StringComparison.Ordinal) || heading is "koncernledningens synpunkter" => ReportPart.OwnView,
            _ => null,
        };
    }

    /// <summary>Without the marks of Markdown and HTML that a text copied from elsewhere carries.</summary>
    private static string Plain(string line)
    {
        var text = line.TrimStart('#', ' ').Replace("**", "", StringComparison.Ordinal).Replace('\t', ' ');
        foreach (var tag in (string[])["<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>"]) text = text.Replace(tag, "", StringComparison.OrdinalIgnoreCase);
        return text.Trim(' ', '*', '_');
    }
}
