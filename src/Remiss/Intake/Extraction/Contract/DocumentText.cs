namespace Remiss.Intake.Extraction;

/// <summary>
/// The text of a document, as everything downstream sees it. Each paragraph, heading, list item and table row is one line; lines end
/// with <c>\n</c>, pages follow each other without a mark. All positions are UTF-16 code units in <see cref="Text"/>.
/// </summary>
public sealed record DocumentText(string Text, IReadOnlyList<PageSpan> Pages, IReadOnlyList<Paragraph> Paragraphs)
{
    public static DocumentText Empty { get; } = new("", [], []);

    /// <summary>The page, from 1, that holds the position; 1 for a document without pages.</summary>
    public int PageAt(int position)
    {
        for (var i = Pages.Count - 1; i > 0; i--)
        {
            if (Pages[i].Start <= position) return i + 1;
        }

        return 1;
    }
}

public readonly record struct PageSpan(int Start, int Length);

/// <param name="Level">1–6 for a heading whose level the format gives; otherwise 0.</param>
public sealed record Paragraph(int Start, int Length, ParagraphKind Kind, int Level = 0);

public enum ParagraphKind
{
    Body,
    Heading,
    ListItem,
    TableRow,
}
