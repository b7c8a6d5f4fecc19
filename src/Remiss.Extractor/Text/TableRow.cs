using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Text;

internal static class TableRow
{
    private const int LongestCell = 600;
    private const int MostBlocks = 4;

    /// <summary>
    /// One line with a tab between the cells. A row that only serves the layout (one filled cell, or whole passages in a cell) keeps its
    /// paragraphs.
    /// </summary>
    public static IEnumerable<Block> Blocks(IReadOnlyList<IReadOnlyList<Block>> cells)
    {
        var filled = cells.Count(cell => cell.Any(block => !block.IsBlank));
        if (filled <= 1 || cells.Any(IsLayout)) return cells.SelectMany(cell => cell).Where(block => !block.IsBlank);

        var texts = cells.Select(cell => string.Join(' ', cell.Where(block => !block.IsBlank).Select(block => block.Text.Replace('\n', ' ').Replace('\t', ' ').Trim())));
        return [new Block(string.Join('\t', texts), ParagraphKind.TableRow)];
    }

    private static bool IsLayout(IReadOnlyList<Block> cell) =>
        cell.Count(block => !block.IsBlank) > MostBlocks || cell.Sum(block => block.Text.Length) > LongestCell;
}
