namespace Remiss.Intake.Delta;

/// <summary>What was fetched is not what the library said that it holds: it changed meanwhile, or was damaged on the way.</summary>
public sealed class ContentMismatchException(string message) : IOException(message);
