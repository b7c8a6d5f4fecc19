namespace Remiss.Intake.Extraction;

/// <summary>When a PDF is read once more by <c>pdftotext</c>, and which of the two readings counts.</summary>
internal static class SecondEngine
{
    /// <summary>Letters and digits on a page; fewer are what a scanner stamps on a picture.</summary>
    private const int EnoughOnPage = 20;

    public static bool IsWanted(ExtractionResult first) => first.State switch
    {
        ExtractionState.Unreadable =>
            first.Format is "pdf" or "unknown" && first.Reasons.Any(reason => reason is ExtractionReasons.Crashed or ExtractionReasons.TimedOut or ExtractionReasons.Corrupt),
        // What the first engine left out on purpose must not come back through the second.
        ExtractionState.NeedsOcr => first.Format is "pdf" && !first.Reasons.Contains(ExtractionReasons.HiddenText),
        _ => false,
    };

    public static ExtractionResult Choose(ExtractionResult first, ExtractionResult second)
    {
        if (second.State is ExtractionState.Read && IsEnough(second.Text))
        {
            return second with { Reasons = [.. second.Reasons, ExtractionReasons.SecondEngine], Attachments = first.Attachments };
        }

        // It opened the file and found pages, so that they can be made into pictures and read.
        return first.State is ExtractionState.Unreadable && second.State is not ExtractionState.Unreadable
            ? second with { State = ExtractionState.NeedsOcr, Text = DocumentText.Empty, Reasons = [.. first.Reasons.Union([ExtractionReasons.NoText])] }
            : first;
    }

    private static bool IsEnough(DocumentText text) => text.Text.Count(char.IsLetterOrDigit) >= EnoughOnPage * Math.Max(text.Pages.Count, 1);
}
