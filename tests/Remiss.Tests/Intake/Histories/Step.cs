namespace Remiss.Tests.Intake.Histories;

/// <summary>Something that happens to the files of a history.</summary>
internal abstract record Step;

/// <summary>Created, or written over.</summary>
internal sealed record Put(int File, int Content) : Step;

internal sealed record Delete(int File) : Step;

/// <summary>An event for a file, so many at once, early or late.</summary>
internal sealed record Deliver(int File, int Times) : Step;

/// <summary>A message of each queue is handled, so many times at once.</summary>
internal sealed record Work(int Times) : Step;

internal sealed record Sweep : Step;

/// <summary>Four minutes pass; a file that is still empty is left alone for ten.</summary>
internal sealed record Wait : Step;
