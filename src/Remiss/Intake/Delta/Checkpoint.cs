namespace Remiss.Intake.Delta;

/// <summary>The ledger's row for how far a library or mailbox has been read.</summary>
/// <param name="Source">Which library or mailbox.</param>
/// <param name="Link">Where to go on; null for the beginning.</param>
public sealed record Checkpoint(string Source, string? Link, DateTimeOffset At);
