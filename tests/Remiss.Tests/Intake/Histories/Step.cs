namespace Remiss.Tests.Intake.Histories;

/// <summary>Something that happens to the files of a history.</summary>
internal abstract record Step;

/// <summary>Created, or written over.</summary>
internal sealed record Put(int File, int Content) : Step;

internal sealed record Delete(int File) : Step;

/// <summary>An event for a file, so many at once, early or late.</summary>
/// <param name="DiesAt">0, or at which change of the storage all who handle it die (odd before it, even after it); then it is delivered again.</param>
internal sealed record Deliver(int File, int Times, int DiesAt = 0) : Step;

/// <summary>A message of each queue is handled, so many times at once.</summary>
/// <param name="DiesAt">As for an event; the message lies in the queue again.</param>
internal sealed record Work(int Times, int DiesAt = 0) : Step;

internal sealed record Sweep : Step;

/// <summary>Four minutes pass; a file that is still empty is left alone for ten.</summary>
internal sealed record Wait : Step;
