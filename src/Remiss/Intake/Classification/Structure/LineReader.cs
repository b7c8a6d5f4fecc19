using System.Text.RegularExpressions;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification.Structure;

/// <summary>Tells headings, list items, rows, page marks and quoted mail apart, by the format or, in plain text, by how the line looks.</summary>
internal static class LineReader
{
    private static readonly Regex PageMark = new(
        @"^(?:(?:sid(?:a|an)?\.?|page)\s*)?\d{1,3}\s*(?:\(\s*\d{1,3}\s*\)|av\s+\d{1,3}|/\s?\d{1,3})$|^[-–]\s*\d{1,3}\s*[-–]$|^(?:sida|sid\.?)\s*\d{1,3}$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex ListMark = new(
        @"^(?:[-–—•·▪●○◦*]|\d{1,2}[.)]|[a-zåäö]\))\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex HeadingMark = new(
        @"^#{1,6}\s+", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex HistoryStart = new(
        @"^-{2,}\s*(?:Ursprungligt meddelande|Vidarebefordrat (?:meddelande|brev)|Original message|Forwarded message).*$"
        + @"|^(?:Den|On)\s.{4,120}(?:skrev|wrote).*:$|^_{10,}$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex MailField = new(
        @"^(?:Från|From|Skickat|Sent|Till|To|Ämne|Subject|Kopia|Cc|Datum|Date)\s*:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase);

    public static List<Line> Read(DocumentText document, Word[] words)
    {
        var text = document.Text;
        var lines = new List<Line>();
        var word = 0;
        var paragraph = 0;
        var inHistory = false;
        for (var start = 0; start < text.Length;)
        {
            var newLine = text.IndexOf('\n', start);
            var end = newLine < 0 ? text.Length : newLine;
            while (paragraph < document.Paragraphs.Count && document.Paragraphs[paragraph].Start < start) paragraph++;
            var given = paragraph < document.Paragraphs.Count && document.Paragraphs[paragraph].Start < end ? document.Paragraphs[paragraph] : null;
            while (word < words.Length && words[word].Start < start) word++;
            var first = word;
            while (word < words.Length && words[word].Start < end) word++;
            if (word > first)
            {
                var line = SkipBullet(Create(text, start, end, first, word - first, given, lines.Count), words);
                inHistory |= lines.Count > 0 && BeginsHistory(text, start, end, newLine);
                if (inHistory || text[line.Start] == '>') line = line with { Kind = LineKind.History };
                lines.Add(line);
            }

            start = end + 1;
        }

        return lines;
    }

    private static bool BeginsHistory(string text, int start, int end, int newLine)
    {
        if (end - start > 200) return false;
        var line = text.AsSpan(start, end - start).Trim();
        if (line.IsEmpty || line[0] is not ('-' or '_' or 'D' or 'd' or 'O' or 'o' or 'F' or 'f')) return false;
        if (HistoryStart.IsMatch(line)) return true;
        if (!line.StartsWith("Från:", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("From:", StringComparison.OrdinalIgnoreCase)) return false;
        for (var (at, seen) = (newLine, 0); at >= 0 && at + 1 < text.Length && seen < 4; seen++)
        {
            var next = text.IndexOf('\n', at + 1);
            var following = text.AsSpan(at + 1, (next < 0 ? text.Length : next) - at - 1).Trim();
            if (following.Length < 200 && MailField.IsMatch(following)) return true;
            if (following.Length > 0) return line.Contains("Skickat:", StringComparison.OrdinalIgnoreCase);
            at = next;
        }

        return line.Contains("Skickat:", StringComparison.OrdinalIgnoreCase) || line.Contains("Sent:", StringComparison.OrdinalIgnoreCase);
    }

    private static Line Create(string text, int start, int end, int firstWord, int wordCount, Paragraph? given, int index)
    {
        (start, end) = Trim(text, start, end);
        var kind = given?.Kind switch
        {
            ParagraphKind.Heading => LineKind.Heading,
            ParagraphKind.ListItem => LineKind.ListItem,
            ParagraphKind.TableRow => LineKind.TableRow,
            _ => LineKind.Body,
        };
        var level = given?.Level ?? 0;
        var raw = text.AsSpan(start, end - start);
        if (raw.Length <= 24 && PageMark.IsMatch(raw)) return new Line(index, start, end - start, LineKind.PageMark, 0, firstWord, wordCount);
        var listMark = MayHoldMark(raw) ? HeadMark(ListMark, raw) : 0;
        if (raw[listMark..].Contains('\t') || raw.Count('|') > 1) kind = kind == LineKind.Body ? LineKind.TableRow : kind;

        if (raw.StartsWith('#') && HeadMark(HeadingMark, raw) is var mark and > 0)
        {
            level = raw.IndexOf(' ');
            kind = LineKind.Heading;
            start += mark;
        }
        else if (listMark > 0 && !IsDate(raw) && kind != LineKind.Heading)
        {
            kind = kind == LineKind.TableRow ? kind : LineKind.ListItem;
            start += listMark;
        }

        var bold = IsBold(text.AsSpan(start, end - start));
        (start, end) = Strip(text, start, end);
        if (kind == LineKind.Body && bold && wordCount <= 25 && end > start && text[end - 1] != '.') kind = LineKind.Heading;
        return new Line(index, start, end - start, kind, level, firstWord, wordCount);
    }

    private static Line SkipBullet(Line line, Word[] words)
    {
        var skipped = 0;
        while (skipped < line.WordCount - 1 && words[line.FirstWord + skipped].Start < line.Start) skipped++;
        return skipped == 0 ? line : line with { FirstWord = line.FirstWord + skipped, WordCount = line.WordCount - skipped };
    }

    private static bool MayHoldMark(ReadOnlySpan<char> raw) => raw.Length > 1 && (!char.IsLetter(raw[0]) || raw[1] == ')');

    private static int HeadMark(Regex mark, ReadOnlySpan<char> raw)
    {
        foreach (var match in mark.EnumerateMatches(raw)) return match.Length;
        return 0;
    }

    private static bool IsDate(ReadOnlySpan<char> raw) => raw.Length < 24 && char.IsAsciiDigit(raw[0]) && char.IsAsciiDigit(raw[^1]);

    private static bool IsBold(ReadOnlySpan<char> line) =>
        line.StartsWith("**") && line.EndsWith("**") && line[2..^2].IndexOf("**") < 0
        || line.StartsWith("<b>", StringComparison.OrdinalIgnoreCase) && line.EndsWith("</b>", StringComparison.OrdinalIgnoreCase)
            && line.IndexOf('\t') < 0;

    private static (int, int) Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return (start, end);
    }

    private static (int, int) Strip(string text, int start, int end)
    {
        while (end - start > 1)
        {
            var line = text.AsSpan(start, end - start);
            if (line[0] is '*' or '_' || char.IsWhiteSpace(line[0])) start++;
            else if (line[^1] is '*' or '_' || char.IsWhiteSpace(line[^1])) end--;
            else if (line.StartsWith("<b>", StringComparison.OrdinalIgnoreCase)) start += 3;
            else if (line.EndsWith("</b>", StringComparison.OrdinalIgnoreCase)) end -= 4;
            else break;
        }

        return (start, end);
    }
}
