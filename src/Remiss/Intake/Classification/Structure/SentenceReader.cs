using System.Collections.Frozen;
using Remiss.Intake.Classification.Language;

namespace Remiss.Intake.Classification.Structure;

/// <summary>Cuts lines into sentences; a sentence that a page or line break has cut goes on in the next line.</summary>
internal static class SentenceReader
{
    private const int LongestSentence = 250;

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "t.ex", "bl.a", "dvs", "d.v.s", "m.m", "m.fl", "s.k", "f.d", "p.g.a", "pga", "o.s.v", "osv", "fr.o.m", "t.o.m", "e.d", "o.d", "nr", "dnr",
        "kap", "st", "ca", "jfr", "resp", "prop", "dir", "bet", "sid", "tel", "kl", "inkl", "exkl", "max", "min", "art", "avd", "tf", "ang", "a", "ex", "el",
        "bl", "t", "o", "f", "s", "m", "p", "d", "v", "e", "fl", "i.e", "mom", "ev", "enl");

    public static List<Sentence> Read(string text, Word[] words, List<Line> lines, List<Section> sections)
    {
        var sentences = new List<Sentence>();
        var section = 0;
        var leadIn = -1;
        foreach (var line in lines)
        {
            while (section + 1 < sections.Count && sections[section + 1].FirstLine <= line.Index) section++;
            if (line.Kind is LineKind.PageMark or LineKind.History) continue;
            var isItem = line.Kind == LineKind.ListItem || IsAttClause(words, line);
            if (!isItem || leadIn >= 0 && sentences[leadIn].Section.Index != sections[section].Index && line.Kind != LineKind.ListItem) leadIn = -1;
            if (isItem && leadIn < 0 && sentences.Count > 0 && Introduces(text, sentences[^1])) leadIn = sentences.Count - 1;
            var kind = isItem ? LineKind.ListItem : line.Kind;
            if (kind == LineKind.Body && sentences.Count > 0 && GoesOn(text, words, sentences[^1], line))
            {
                var open = sentences[^1];
                sentences.RemoveAt(sentences.Count - 1);
                Cut(text, words, open.Start, open.FirstWord, line, kind, sections[section], -1, sentences);
                continue;
            }

            Cut(text, words, line.Start, line.FirstWord, line, kind, sections[section], isItem ? leadIn : -1, sentences);
        }

        return sentences;
    }

    private static bool IsAttClause(Word[] words, Line line) =>
        line.Kind == LineKind.Body && line.WordCount > 2 && words[line.FirstWord].Plain == "att";

    private static bool Introduces(string text, Sentence before) =>
        before.Kind == LineKind.Heading || text[before.End - 1] is not ('.' or '!' or '?');

    private static bool GoesOn(string text, Word[] words, Sentence open, Line line) =>
        open.Kind is LineKind.Body or LineKind.ListItem && open.WordCount >= 4
        && text[open.End - 1] is not ('.' or '!' or '?' or ':') && char.IsLower(text[line.Start]) && !words[line.FirstWord].Capital
        && line.Start - open.End < 200;

    private static void Cut(
        string text, Word[] words, int start, int firstWord, Line line, LineKind kind, Section section, int leadIn, List<Sentence> into)
    {
        var word = firstWord;
        var after = line.AfterWord;
        for (var i = line.Start; i < line.End && kind != LineKind.Heading; i++)
        {
            if (!EndsSentence(text, start, i, line.End)) continue;
            var end = i + 1;
            while (end < line.End && text[end] is '"' or '”' or '»' or ')' or '’' or '*') end++;
            var last = word;
            while (last < after && words[last].Start < end) last++;
            Add(text, words, start, end, word, last, line, kind, section, leadIn, into);
            word = last;
            start = end;
            while (start < line.End && (char.IsWhiteSpace(text[start]) || text[start] == '*')) start++;
            i = start - 1;
        }

        if (start < line.End) Add(text, words, start, line.End, word, after, line, kind, section, leadIn, into);
    }

    private static void Add(
        string text, Word[] words, int start, int end, int word, int after, Line line, LineKind kind, Section section, int leadIn, List<Sentence> into)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is '*' or '_')) end--;
        while (start < end && text[start] is '*' or '_') start++;
        // Text without full stops must not become one sentence: judging it would cost the square of its length.
        for (; after - word > LongestSentence; word += LongestSentence)
        {
            var next = words[word + LongestSentence].Start;
            into.Add(new Sentence(into.Count, start, next - start, word, LongestSentence, kind, line, section, leadIn));
            start = next;
        }

        if (after > word) into.Add(new Sentence(into.Count, start, end - start, word, after - word, kind, line, section, leadIn));
    }

    private static bool EndsSentence(string text, int start, int i, int end)
    {
        if (text[i] is '!' or '?') return i + 1 >= end || char.IsWhiteSpace(text[i + 1]);
        if (text[i] != '.') return false;
        var next = i + 1;
        while (next < end && text[next] is '"' or '”' or '»' or ')' or '*') next++;
        if (next >= end) return true;
        if (!char.IsWhiteSpace(text[next])) return false;
        while (next < end && (char.IsWhiteSpace(text[next]) || text[next] is '"' or '”' or '“' or '(' or '*')) next++;
        if (next < end && char.IsLower(text[next])) return false;
        var from = i;
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && text[from - 1] is not ('(' or '"' or '”')) from--;
        var before = text.AsSpan(from, i - from);
        if (before.Length == 1 && char.IsUpper(before[0])) return false;
        if (before.Length is > 0 and <= 2 && char.IsAsciiDigit(before[0]) && from == start) return false;
        return before.Length > 8 || !Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before)
            || before is "m.m" or "m.fl" or "osv" or "o.s.v" or "o.d" or "e.d";
    }
}
