namespace Remiss.Compilation.Docx;

/// <summary>The tags of the content controls in a template that the report fills.</summary>
public static class TemplatePlaces
{
    public const string Summary = "sammanfattning";
    public const string Matter = "arendet";
    public const string Answers = "underremiss";
    public const string OwnView = "synpunkter";
    public const string Bilagor = "bilagor";
    public const string Approval = "attest";

    /// <summary>Each must stand in a template once, as a content control around paragraphs, in any order.</summary>
    public static IReadOnlyList<string> Sections { get; } = [Summary, Matter, Answers, OwnView, Bilagor, Approval];

    /// <summary>May stand anywhere, any number of times, headers and footers included.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["avsandare", "handlaggare", "till", "datum", "rubrik", "referens", "dnr"];
}
