using Remiss.Intake.Classification.Language;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification.Structure;

/// <summary>A document cut into words, lines, sections and sentences, with its letterhead and its signature told apart.</summary>
internal sealed class DocumentOutline
{
    private const int LongestLetterhead = 45;

    private static readonly PhraseBook<bool> Closings = new()
    {
        { "med .. vänlig*|vänliga .. hälsning*; vänlig* hälsning*; bästa hälsningar; hälsningar; mvh; vh; enligt uppdrag; i tjänsten; högaktningsfullt", true },
        { "dag som ovan; på .. vägnar; med hälsning*", true },
    };

    private static readonly PhraseBook<bool> Greetings = new() { { "hej; bästa; god; hejsan; till .. vederbörande", true } };

    private DocumentOutline(DocumentText source)
    {
        Source = source;
        Words = WordReader.Read(source.Text);
        var lines = LineReader.Read(source, Words);
        LetterheadLines = FindLetterheadEnd(source.Text, Words, lines);
        SectionReader.MarkHeadings(source.Text, Words, lines, LetterheadLines);
        Lines = lines;
        var sections = SectionReader.Read(Words, lines);
        Sections = sections;
        Sentences = SentenceReader.Read(source.Text, Words, lines, sections);
        Signature = FindSignature();
        OwnWordCount = lines.Where(l => l.Kind is not (LineKind.History or LineKind.PageMark)).Sum(l => l.WordCount);
    }

    public DocumentText Source { get; }

    public string Text => Source.Text;

    public Word[] Words { get; }

    public IReadOnlyList<Line> Lines { get; }

    /// <summary>How many lines stand above the first prose.</summary>
    public int LetterheadLines { get; }

    public IReadOnlyList<Section> Sections { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>The lines of the signature, as a half-open range; empty when there is none.</summary>
    public (int First, int After) Signature { get; }

    public int OwnWordCount { get; }

    public static DocumentOutline Read(DocumentText source) => new(source);

    public string TextOf(Sentence sentence) => Text.Substring(sentence.Start, sentence.Length);

    public string TextOf(Line line) => Text.Substring(line.Start, line.Length);

    public string TextOf(int firstWord, int afterWord) => Text[Words[firstWord].Start..Words[afterWord - 1].End];

    public bool IsLetterhead(Line line) => line.Index < LetterheadLines;

    public bool IsSignature(Line line) => line.Index >= Signature.First && line.Index < Signature.After;

    private static int FindLetterheadEnd(string text, Word[] words, List<Line> lines)
    {
        for (var i = 0; i < lines.Count && i < LongestLetterhead; i++)
        {
            var line = lines[i];
            if (line.IsProse(text) || line.Kind == LineKind.History) return i;
            if (i < 6 && line.WordCount <= 5 && Greetings.Find(words, line.FirstWord, line.FirstWord + 1).Count > 0) return i;
            if (i > 0 && line.WordCount <= 3 && HeadingRoles.IsPlainHeading(text, words, line)
                && HeadingRoles.Of(words, line) is not SectionRole.OwnView
                && i + 1 < lines.Count && lines[i + 1].IsProse(text)) return i;
        }

        return Math.Min(lines.Count, LongestLetterhead);
    }

    private (int, int) FindSignature()
    {
        var lastProse = -1;
        var closing = -1;
        for (var i = LetterheadLines; i < Lines.Count; i++)
        {
            var line = Lines[i];
            if (line.Kind == LineKind.History) break;
            if (SectionOf(line) is { IsOwn: false }) continue;
            if (line.WordCount <= 8 && Closings.Any(Words, line.FirstWord, line.AfterWord)) closing = i;
            else if (line.IsProse(Text)) lastProse = i;
        }

        var first = closing > LetterheadLines ? closing : lastProse + 1;
        if (first <= 0 || first < LetterheadLines) first = LetterheadLines;
        var after = first;
        while (after < Lines.Count && after - first < 14 && Lines[after].Kind is not LineKind.History
            && SectionOf(Lines[after]) is not { Role: SectionRole.Attachments or SectionRole.Approval }) after++;
        return (first, after);
    }

    public Section SectionOf(Line line)
    {
        var (low, high) = (0, Sections.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sections[middle].FirstLine <= line.Index) low = middle;
            else high = middle - 1;
        }

        return Sections[low];
    }

    /// <summary>Whether a gap sets a word off from the one before: two who sign side by side stand on one line.</summary>
    public bool StandsApart(int word) => Words[word].Start - Words[word - 1].End > 2;
}
