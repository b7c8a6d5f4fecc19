namespace Remiss.Intake.Extraction;

/// <summary>A child that parses hostile files is not believed: its answer must hold together before anyone builds on it.</summary>
internal static class AnswerCheck
{
    /// <returns>What is wrong, or null.</returns>
    public static string? Fault(ExtractionResult result)
    {
        var text = result.Text;
        if (result.Format is not { Length: > 0 and <= 20 } || result.Reasons is null || text?.Text is null || text.Pages is null || text.Paragraphs is null
            || result.Attachments is null || result.RunningLines is null || result.UnreadPages is null
            || result.Reasons.Any(reason => reason is null or { Length: > 50 })) return "answer lacks a part";

        var at = 0;
        foreach (var page in text.Pages)
        {
            if (page.Start != at || page.Length < 0 || page.Length > text.Text.Length - at) return "pages do not fit the text";
            at += page.Length;
        }

        if (text.Pages.Count > 0 && at != text.Text.Length) return "pages do not fill the text";

        at = 0;
        foreach (var paragraph in text.Paragraphs)
        {
            if (paragraph is null || paragraph.Start < at || paragraph.Length <= 0 || paragraph.Length > text.Text.Length - paragraph.Start)
                return "paragraphs do not fit the text";
            at = paragraph.Start + paragraph.Length;
        }

        if (result.Scan is { } scan && (scan.Engine is not { Length: <= 20 } || scan.Pages is null || scan.Pages.Any(page => page is null))) return "scan lacks a part";
        return null;
    }
}
