namespace Remiss.Compilation.Checking;

/// <summary>Something in a report that is wrong, or that a person should look at.</summary>
/// <param name="Code">One of <see cref="FindingCodes"/>.</param>
/// <param name="Text">As it stands in the report; empty when something is missing.</param>
/// <param name="Message">In Swedish.</param>
/// <param name="Suggestion">What to write instead, in Swedish, where that can be told.</param>
public sealed record Finding(FindingSeverity Severity, string Code, FindingPlace Place, string Text, string Message, string? Suggestion = null)
{
    public static Finding Error(string code, ReportLine line, string text, string message, string? suggestion = null) =>
        new(FindingSeverity.Error, code, line.Place, text, message, suggestion);

    public static Finding Note(string code, ReportLine line, string text, string message, string? suggestion = null) =>
        new(FindingSeverity.Note, code, line.Place, text, message, suggestion);
}

public enum FindingSeverity
{
    Error,
    Note,
}

/// <param name="Line">From 1: in a text file its own lines, otherwise the paragraphs as they are read; 0 for the report as a whole.</param>
/// <param name="Page">From 1.</param>
/// <param name="Section">The heading that it stands under.</param>
public sealed record FindingPlace(int Line, int Page, string? Section);
