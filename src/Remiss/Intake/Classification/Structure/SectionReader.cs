using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Structure;

/// <summary>Groups lines under their headings and says whose words each section holds.</summary>
internal static class SectionReader
{
    /// <summary>Plain lines that are headings by their look get that kind.</summary>
    public static void MarkHeadings(string text, Word[] words, List<Line> lines, int letterheadEnd)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (HeadingRoles.IsPlainHeading(text, words, lines[i]) && (i >= letterheadEnd || StandsAloneAbove(text, lines, i))
                || i >= letterheadEnd && LooksLikeHeading(text, words, lines, i))
            {
                lines[i] = lines[i] with { Kind = LineKind.Heading };
            }
        }
    }

    public static List<Section> Read(Word[] words, List<Line> lines)
    {
        var sections = new List<Section> { new(0, null, SectionRole.Other, 0) };
        var othersLevel = 0;
        foreach (var line in lines)
        {
            var current = sections[^1];
            if (current.Role == SectionRole.Others && LeadsToDecision(words, lines, line)) sections.Add(new Section(sections.Count, null, SectionRole.Decision, line.Index));
            if (line.Kind != LineKind.Heading) continue;
            var role = HeadingRoles.Of(words, line) ?? Inherited(current, line);
            if (current.Role == SectionRole.Others && IsAnotherAnswer(current, line, role, othersLevel)) role = SectionRole.Others;
            if (role == SectionRole.Others && current.Role != SectionRole.Others) othersLevel = line.Level;
            sections.Add(new Section(sections.Count, line, role, line.Index));
        }

        return sections;
    }

    private static SectionRole Inherited(Section current, Line heading) =>
        current.Role == SectionRole.Others ? SectionRole.Others
        : current.Heading is { Level: > 0 } above && heading.Level > above.Level ? current.Role
        : SectionRole.Other;

    /// <summary>Below "Underremiss", a deeper heading is one of the answers whatever it is called.</summary>
    private static bool IsAnotherAnswer(Section current, Line heading, SectionRole role, int othersLevel) =>
        heading.Level > 0 && othersLevel > 0 && heading.Level > othersLevel && role is not (SectionRole.Attachments or SectionRole.Approval)
        || current.Heading is { Level: > 0 } && heading.Level > current.Heading.Level;

    /// <summary>"Efter votering beslutar nämnden" above the items that begin with "att": motions end there, without a heading.</summary>
    private static bool LeadsToDecision(Word[] words, List<Line> lines, Line line)
    {
        if (line.Kind != LineKind.Body || line.Index + 1 >= lines.Count || words[lines[line.Index + 1].FirstWord].Plain != "att") return false;
        for (var i = line.FirstWord; i < line.AfterWord; i++)
        {
            if (words[i].Plain == "att") return false;
            if (words[i].Plain is "beslutar" or "beslutade" or "beslöt") return true;
        }

        return false;
    }

    private static bool StandsAloneAbove(string text, List<Line> lines, int index) =>
        index + 1 < lines.Count && lines[index + 1].IsProse(text);

    private static bool LooksLikeHeading(string text, Word[] words, List<Line> lines, int index)
    {
        var line = lines[index];
        var first = line.FirstWord;
        while (first < line.AfterWord - 1 && words[first].IsNumber) first++;
        var isNumbered = first > line.FirstWord || line.Kind == LineKind.ListItem && IsNumberedAlone(text, lines, index);
        if (line.Kind != LineKind.Body && !isNumbered || line.WordCount > 8 || line.Length > 80 || !words[first].Capital) return false;
        if (line.EndsAsSentence(text) || text[line.End - 1] is ',' or ';' || text.AsSpan(line.Start, line.Length).ContainsAny('@', ',')) return false;
        return index + 1 < lines.Count && lines[index + 1].Kind == LineKind.Body && lines[index + 1].IsProse(text) && lines[index + 1].WordCount >= (isNumbered ? 3 : 8)
            && (index == 0 || lines[index - 1].Kind != LineKind.Body || lines[index - 1].EndsAsSentence(text));
    }

    /// <summary>"4. Slutsats" above prose; in a list the neighbours are items too.</summary>
    private static bool IsNumberedAlone(string text, List<Line> lines, int index)
    {
        var at = lines[index].Start - 1;
        while (at > 0 && char.IsWhiteSpace(text[at])) at--;
        return at > 0 && text[at] == '.' && char.IsAsciiDigit(text[at - 1]) && (index == 0 || lines[index - 1].Kind != LineKind.ListItem);
    }
}
