namespace Remiss.Intake.Delta;

/// <summary>The ledger's row for a file or mail that could not be fetched. It is tried at every run until it can, and holds up nothing else.</summary>
/// <param name="IsSettled">It has been fetched, or is no longer there.</param>
public sealed record OwedItem(string Item, int Attempts, string Failure, bool IsSettled, DateTimeOffset At);
