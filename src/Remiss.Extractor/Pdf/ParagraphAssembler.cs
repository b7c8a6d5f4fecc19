using Remiss.Extractor.Text;
using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Pdf;

/// <summary>Lines to paragraphs, by the gaps, indentations and letters that a reader goes by.</summary>
internal sealed class ParagraphAssembler(PageLayout layout)
{
    private const int LongestHeading = 150;

    /// <summary>The paragraphs of one page, in reading order.</summary>
    public IEnumerable<Block> Blocks(IReadOnlyList<PdfLine> lines)
    {
        var paragraph = new List<PdfLine>();
        var before = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (paragraph.Count > 0 && Breaks(paragraph, lines[i]))
            {
                var (block, isRow) = Finish(paragraph, before, lines[i]);
                before = isRow;
                yield return block;
                paragraph.Clear();
            }

            paragraph.Add(lines[i]);
        }

        if (paragraph.Count > 0) yield return Finish(paragraph, before, null).Block;
    }

    private bool Breaks(List<PdfLine> paragraph, PdfLine next)
    {
        var first = paragraph[0];
        var last = paragraph[^1];
        var size = Math.Max(last.Size, next.Size);
        if (last.Angle != next.Angle || Math.Abs(last.Size - next.Size) > 0.08 * size) return true;

        var goesOn = LineJoin.StartsLower(next.Text) && LineJoin.IsOpen(last.Text);
        var wordIsBroken = last.Text.EndsWith(TextCleaner.SoftHyphen) || (LineJoin.EndsWithHyphen(last.Text) && LineJoin.StartsLower(next.Text));
        var step = last.Baseline - next.Baseline;
        if (step < -0.3 * size) return !wordIsBroken && !(goesOn && IsFull(last, next));
        if (step <= 0.3 * size) return next.Left - last.Right is < 0 or > 1;
        if (step > 1.35 * layout.Leading(next.Size) || !last.OverlapsAcross(next)) return true;
        if (last.Bold != next.Bold && !(goesOn && IsFull(last, next))) return true;
        if (goesOn && IsInLastCell(first, next)) return false;
        if (last.EndsByForce || last.Text.Contains('\t') || next.Text.Contains('\t')) return true;
        if (next.Text[0] == '§' || LabelLine.Is(next.Text)) return true;

        var inItem = ListMark.Opens(first.Text);
        if (ListMark.Opens(next.Text) && (inItem || ListMark.IsBullet(next.Text) || !LineJoin.IsOpen(last.Text) || !IsFull(last, next))) return true;
        if (wordIsBroken || (goesOn && layout.MayBeFull(last))) return false;
        if (!IsFull(last, next)) return true;
        return !first.Bold && IsIndented(paragraph, next, inItem);
    }

    /// <summary>The last cell of a row is written on under itself.</summary>
    private static bool IsInLastCell(PdfLine row, PdfLine next) =>
        row.Gaps.Count > 0 && row.Text.Contains('\t') && Math.Abs(row.Gaps[^1].Start - next.Left) <= 0.2 * next.Size && !next.Text.Contains('\t');

    /// <summary>The next line's first word had no room on the line above.</summary>
    private bool IsFull(PdfLine line, PdfLine next) =>
        layout.RightEdge(line) - line.Right < next.FirstWordWidth + (0.5 * line.Size);

    private static bool IsIndented(List<PdfLine> paragraph, PdfLine next, bool inItem)
    {
        var first = paragraph[0];
        var margin = 0.8 * next.Size;
        if (inItem) return next.Left < first.Left - margin || (paragraph.Count > 1 && Math.Abs(next.Left - paragraph[1].Left) > margin);
        return next.Left > paragraph[^1].Left + margin;
    }

    private (Block Block, bool IsRow) Finish(List<PdfLine> paragraph, bool afterRow, PdfLine? next)
    {
        var text = Joined(paragraph);
        var isRow = paragraph[0].Text.Contains('\t');
        if (isRow && (afterRow || next?.Text.Contains('\t') == true)) return (new Block(text, ParagraphKind.TableRow), true);
        if (ListMark.Opens(text)) return (new Block(text, IsHeading(paragraph, text) ? ParagraphKind.Heading : ParagraphKind.ListItem), isRow);
        return (new Block(text, IsHeading(paragraph, text) ? ParagraphKind.Heading : ParagraphKind.Body), isRow);
    }

    private bool IsHeading(List<PdfLine> paragraph, string text)
    {
        if (text.Length > LongestHeading || paragraph.Count > 3 || !text.Any(char.IsLetter) || text.Contains('\t')) return false;
        if (text[^1] is '.' or ',' or ';' || ListMark.IsBullet(text)) return false;
        return paragraph[0].Size >= 1.12 * layout.BodySize || (!layout.MostlyBold && paragraph.TrueForAll(line => line.Bold));
    }

    private static string Joined(List<PdfLine> paragraph)
    {
        var text = new JoinedLines();
        foreach (var line in paragraph) text.Add(line.Text);
        return text.Take();
    }
}
