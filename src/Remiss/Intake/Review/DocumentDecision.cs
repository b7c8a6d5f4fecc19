namespace Remiss.Intake.Review;

/// <summary>What a person has decided about a document. A newer decision takes its place; the audit log keeps them all.</summary>
/// <param name="Before">The state in which the document waited for the first decision.</param>
public sealed record DocumentDecision(DecisionKind Kind, string By, DateTimeOffset At, string? Reason, DocumentState Before);

public enum DecisionKind
{
    /// <summary>As the program proposed.</summary>
    Accepted,

    /// <summary>With labels of the person's own.</summary>
    Corrected,

    NotAnAnswer,

    /// <summary>An earlier decision was taken back; the document waits for a new one.</summary>
    Reopened,
}

/// <param name="Case">Partition of the ledger.</param>
public sealed record DocumentPlace(string Case, string Organisation);

/// <param name="Place">The other end of the move: where it went, or where it came from.</param>
/// <param name="State">The state that it had when it was moved.</param>
public sealed record DocumentMove(DocumentPlace Place, string By, DateTimeOffset At, string Reason, DocumentState State);
