namespace Remiss.Compilation.Checking;

/// <summary>A paragraph of the report that is checked, without marks of layout.</summary>
/// <param name="Answer">The recipient's section that it stands in; null outside.</param>
public sealed record ReportLine(FindingPlace Place, string Text, ReportPart Part, AnswerHeading? Answer = null);

public enum ReportPart
{
    /// <summary>Above the first heading of a section.</summary>
    Top,
    Summary,
    Matter,
    Answers,
    OwnView,
    Bilagor,
    Approval,
}

/// <param name="Name">The recipient, as the heading writes it.</param>
/// <param name="Bilaga">Null when the heading gives none.</param>
public sealed record AnswerHeading(string Name, int? Bilaga);

/// <param name="Name">The part of the title that names somebody.</param>
public sealed record BilagaLine(ReportLine Line, int Number, string Name);
