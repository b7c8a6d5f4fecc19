using Remiss.Intake.Extraction;

namespace Remiss.Intake;

/// <summary>How many files may lie in each other: an archive in a mail in an archive …</summary>
public static class Nesting
{
    public const int Deepest = 6;

    /// <param name="depth">0 for a file that lies in no other.</param>
    public static ExtractionResult Limit(ExtractionResult result, int depth)
    {
        if (depth < Deepest || result.Attachments.Count == 0) return result;
        return result with
        {
            Attachments = [],
            Reasons = [.. result.Reasons, ExtractionReasons.TooDeep],
            State = result.Text.Paragraphs.Count > 0 ? result.State : ExtractionState.Unreadable,
        };
    }
}
