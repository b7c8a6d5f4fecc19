namespace Remiss.Intake.Classification.Structure;

/// <summary>The lines under one heading. The first section of a text has no heading.</summary>
internal sealed record Section(int Index, Line? Heading, SectionRole Role, int FirstLine)
{
    /// <summary>Whether what stands here can be the sender's own view.</summary>
    public bool IsOwn => Role is not (SectionRole.Others or SectionRole.Attachments or SectionRole.Approval);
}

internal enum SectionRole
{
    Other,
    Summary,
    OwnView,
    Decision,

    /// <summary>The matter and the proposal, as others wrote them.</summary>
    Background,

    /// <summary>Other bodies' answers, reservations, motions.</summary>
    Others,
    Attachments,
    Approval,
}
