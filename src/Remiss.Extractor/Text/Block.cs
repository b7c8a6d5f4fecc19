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

        var current = "";
        foreach (var piece in block.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (current.Length > 0 && LineJoin.StartsLower(piece) && LineJoin.IsOpen(current))
            {
                var (first, between) = LineJoin.Join(current, piece);
                current = first + between + piece;
                continue;
            }

            if (current.Length > 0) yield return block with { Text = current };
            current = piece;
        }

        if (current.Length > 0) yield return block with { Text = current };
    }
}
