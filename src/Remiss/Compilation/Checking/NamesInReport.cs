using System.Text.RegularExpressions;
using Remiss.Cases;

namespace Remiss.Compilation.Checking;

internal enum NameSlot
{
    /// <summary>To whom the matter was remitted on.</summary>
    Remittal,
    AnswerHeading,
    BilagaList,
    RunningText,
}

/// <param name="Bilaga">The number that goes with the name, in a heading or in the list.</param>
internal sealed record NameInReport(NameSlot Slot, ReportLine Line, string Text, NameReading Reading, int? Bilaga = null)
{
    public Organisation? Organisation => Reading.Organisation;
}

/// <summary>The names that a report gives to companies, and where.</summary>
internal static class NamesInReport
{
    private static readonly Regex RemittedOn = new(
        @"remitter\w*[^.]{0,200}?(?:vidare\s+till|till\s+(?:dotterbolagen|följande|bolagen))\s", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] Leads =
        ["bland annat ", "bl.a. ", "bl. a. ", "dotterbolagen ", "bolagen ", "följande bolag: ", "följande ", "nämnderna ", "remissinstanserna "];

    public static IReadOnlyList<NameInReport> Find(CheckedReport report, NameReader reader)
    {
        List<NameInReport> names = [];
        foreach (var (line, heading) in report.Headings)
            names.Add(new(NameSlot.AnswerHeading, line, heading.Name, reader.Read(heading.Name), heading.Bilaga));
        foreach (var bilaga in report.Bilagor)
        {
            var expected = names.Find(n => n.Bilaga == bilaga.Number)?.Organisation;
            names.Add(new(NameSlot.BilagaList, bilaga.Line, bilaga.Name, reader.Read(bilaga.Name, expected), bilaga.Number));
        }

        foreach (var line in report.Lines.Where(l => l.Part is ReportPart.Matter or ReportPart.Top or ReportPart.Summary))
            names.AddRange(Remitted(line, reader));
        var taken = names.Select(n => n.Line).ToHashSet();
        foreach (var line in report.Lines.Where(l => !taken.Contains(l))) names.AddRange(CompaniesIn.RunningText(line, reader));
        return names;
    }

    private static IEnumerable<NameInReport> Remitted(ReportLine line, NameReader reader)
    {
        if (RemittedOn.Match(line.Text) is not { Success: true } match) yield break;
        var rest = line.Text[(match.Index + match.Length)..];
        for (var lead = Lead(rest); lead > 0; lead = Lead(rest)) rest = rest[lead..];
        foreach (var name in SplitNames(rest[..EndOfList(rest)], reader))
        {
            // A count, or a word for all of them, names nobody.
            if (name.Any(char.IsUpper)) yield return new(NameSlot.Remittal, line, name, reader.Read(name));
        }
    }

    private static int Lead(string text) => Leads.Where(l => text.StartsWith(l, StringComparison.OrdinalIgnoreCase)).Select(l => l.Length).DefaultIfEmpty(0).Max();

    private static int EndOfList(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] is '.' && (i + 1 == text.Length || (text[i + 1] == ' ' && i + 2 < text.Length && char.IsUpper(text[i + 2])))) return i;
            if (text[i] is ';' || At(text, i, " med svar") || At(text, i, " för svar") || At(text, i, ", som ") || At(text, i, " med begäran")) return i;
        }

        return text.Length;
    }

    private static bool At(string text, int index, string what) => string.CompareOrdinal(text, index, what, 0, what.Length) == 0;

    private static IEnumerable<string> SplitNames(string list, NameReader reader) =>
        list.Split(", ").SelectMany(chunk => SplitAtAnd(chunk.Trim(), reader)).Where(n => n.Length > 1);

    /// <summary>"och" parts two names, unless it belongs to one: Stockholm Vatten och Avfall.</summary>
    private static IEnumerable<string> SplitAtAnd(string chunk, NameReader reader)
    {
        const string And = " och ";
        if (chunk.StartsWith("och ", StringComparison.Ordinal)) chunk = chunk[4..];
        List<int> places = [];
        for (var at = chunk.IndexOf(And, StringComparison.Ordinal); at >= 0; at = chunk.IndexOf(And, at + 1, StringComparison.Ordinal)) places.Add(at);
        if (places.Count == 0 || reader.Read(chunk).Match is not NameMatch.Unknown) return [chunk];

        var best = places.OrderByDescending(at => Known(chunk[..at]) + Known(chunk[(at + And.Length)..])).ThenByDescending(at => at).First();
        return SplitAtAnd(chunk[..best], reader).Concat(SplitAtAnd(chunk[(best + And.Length)..], reader));

        int Known(string part) => reader.Read(part).Match is NameMatch.Unknown ? 0 : 1;
    }
}
