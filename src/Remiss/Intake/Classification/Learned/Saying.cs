namespace Remiss.Intake.Classification.Learned;

/// <summary>What one sentence says, seen alone.</summary>
internal enum Saying
{
    For,
    ForWithReservation,
    NothingAgainst,
    Against,
    InPart,
    Declines,

    /// <summary>A wish, a worry or a fault found; no stance on the whole.</summary>
    Remark,

    /// <summary>Praise of an aim or of one thing; no stance on the whole.</summary>
    Praise,

    /// <summary>Another's stance, or one only imagined.</summary>
    OfAnother,
    Nothing,
}
