namespace Remiss.Intake.Delta;

/// <summary>The ledger's row for a file or mail that has been put in the inbox: reading everything again from the beginning copies nothing twice.</summary>
/// <param name="Version">The version that was taken last.</param>
/// <param name="Content">What the library calls that version's content; the same when only something beside the content has changed.</param>
public sealed record TakenItem(string Item, string Version, string? Content, string Path, DateTimeOffset At);
