using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Text;

/// <summary>
/// The paragraphs of a format whose tables are no more than marks between them: "end of cell", "end of row". Tables may lie in each other.
/// </summary>
internal sealed class FlowText(ExtractionLimits limits)
{
    private const int DeepestTable = 20;

    private readonly List<Block> blocks = [];
    private readonly List<Row> rows = [];
    private int count;

    /// <summary>What has come together; a row that never ended gives its paragraphs.</summary>
    public IReadOnlyList<Block> Blocks
    {
        get
        {
            FinishRowsAbove(0);
            return blocks;
        }
    }

    /// <param name="depth">Tables around it; 0 outside all of them.</param>
    public void Add(Block block, int depth)
    {
        depth = Math.Clamp(depth, 0, DeepestTable);
        FinishRowsAbove(depth);
        if (block.IsBlank) return;
        if (++count > limits.Paragraphs) throw new LimitExceededException(ExtractionReasons.TooLarge);
        Inside(depth).Add(block);
    }

    public void EndCell(int depth)
    {
        depth = Math.Clamp(depth, 1, DeepestTable);
        FinishRowsAbove(depth);
        Inside(depth);
        var row = rows[depth - 1];
        if (++count > limits.Paragraphs) throw new LimitExceededException(ExtractionReasons.TooLarge);
        row.Cells.Add(row.Cell);
        row.Cell = [];
    }

    public void EndRow(int depth)
    {
        depth = Math.Clamp(depth, 1, DeepestTable);
        FinishRowsAbove(depth - 1);
    }

    private void FinishRowsAbove(int depth)
    {
        while (rows.Count > depth)
        {
            var row = rows[^1];
            rows.RemoveAt(rows.Count - 1);
            if (row.Cell.Count > 0) row.Cells.Add(row.Cell);
            Inside(rows.Count).AddRange(TableRow.Blocks(row.Cells));
        }
    }

    private List<Block> Inside(int depth)
    {
        while (rows.Count < depth) rows.Add(new Row());
        return depth == 0 ? blocks : rows[depth - 1].Cell;
    }

    private sealed class Row
    {
        public List<IReadOnlyList<Block>> Cells { get; } = [];

        public List<Block> Cell { get; set; } = [];
    }
}
