using System.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Text;

/// <summary>Puts paragraphs behind each other and keeps count of where they and their pages lie.</summary>
internal sealed class TextBuilder(ExtractionLimits limits)
{
    private readonly StringBuilder text = new();
    private readonly List<Paragraph> paragraphs = [];
    private readonly List<int> pageStarts = [];

    public bool IsEmpty => paragraphs.Count == 0;

    /// <summary>A new page. Running text that the page break cut in the middle of a sentence stays one paragraph.</summary>
    public void AddPage(IReadOnlyList<Block> blocks)
    {
        if (blocks.Count > 0 && GoesOn(blocks[0]))
        {
            ContinueOnNewPage(blocks[0].Text);
            AddRange(blocks.Skip(1));
        }
        else
        {
            StartPage();
            AddRange(blocks);
        }
    }

    public void StartPage()
    {
        pageStarts.Add(text.Length);
        if (pageStarts.Count > limits.Pages) throw new LimitExceededException(ExtractionReasons.TooLarge);
    }

    public void AddRange(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            foreach (var line in Block.SplitAtBreaks(block)) Add(line.Text, line.Kind, line.Level);
        }
    }

    public void Add(string raw, ParagraphKind kind = ParagraphKind.Body, int level = 0)
    {
        var line = TextCleaner.Clean(raw);
        if (line.Length == 0) return;

        CheckRoom(line.Length);
        paragraphs.Add(new Paragraph(text.Length, line.Length, kind, level));
        text.Append(line).Append('\n');
    }

    private bool GoesOn(Block first) =>
        first.Kind == ParagraphKind.Body && LineJoin.StartsLower(TextCleaner.Clean(first.Text)) && paragraphs.Count > 0
        && paragraphs[^1] is { Kind: ParagraphKind.Body or ParagraphKind.ListItem } last
        && LineJoin.IsOpen(Tail(last));

    private void ContinueOnNewPage(string raw)
    {
        var line = TextCleaner.Clean(raw);
        var last = paragraphs[^1];
        var tail = Tail(last);
        var (kept, between) = LineJoin.Join(tail, line);
        CheckRoom(line.Length);

        text.Length = last.Start + last.Length - (tail.Length - kept.Length);
        text.Append(between);
        StartPage();
        text.Append(line).Append('\n');
        paragraphs[^1] = last with { Length = text.Length - 1 - last.Start };
    }

    public DocumentText Build()
    {
        if (pageStarts.Count == 0) pageStarts.Add(0);
        var pages = new PageSpan[pageStarts.Count];
        for (var i = 0; i < pages.Length; i++)
        {
            var end = i + 1 < pages.Length ? pageStarts[i + 1] : text.Length;
            pages[i] = new PageSpan(pageStarts[i], end - pageStarts[i]);
        }

        return new DocumentText(text.ToString(), pages, paragraphs);
    }

    /// <summary>All that a join looks at, so that a paragraph over a thousand pages costs no more than its length.</summary>
    private string Tail(Paragraph paragraph)
    {
        var length = Math.Min(paragraph.Length, 4);
        return text.ToString(paragraph.Start + paragraph.Length - length, length);
    }

    private void CheckRoom(int length)
    {
        if (text.Length + length + 1 > limits.Characters || paragraphs.Count >= limits.Paragraphs)
            throw new LimitExceededException(ExtractionReasons.TooLarge);
    }
}
