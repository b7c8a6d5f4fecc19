using Remiss.Intake.Extraction;

namespace Remiss.Extractor.Text;

/// <summary>A paragraph on its way into the text. A line break inside it is <c>\n</c>.</summary>
internal readonly record struct Block(string Text, ParagraphKind Kind = ParagraphKind.Body, int Level = 0)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Forced line breaks make lines of their own, except where a sentence plainly goes on.</summary>
    public static IEnumerable<Block> SplitAtBreaks(Block block)
    {
        if (!block.Text.Contains('\n'))
        {
            yield return block;
            yield break;
        }

        var current = new JoinedLines();
        foreach (var piece in block.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!current.IsEmpty && !(current.IsOpen && LineJoin.StartsLower(piece))) yield return block with { Text = current.Take() };
            current.Add(piece);
        }

        if (!current.IsEmpty) yield return block with { Text = current.Take() };
    }
}
