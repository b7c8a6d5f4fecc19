namespace Remiss.Intake.Review;

/// <summary>A person has marked the document as secret (sekretess).</summary>
public sealed record Secrecy(string By, DateTimeOffset At, string Reason);
