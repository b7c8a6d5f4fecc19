using Remiss.Compilation.Report;

namespace Remiss.Compilation.Attesting;

/// <summary>A report was approved. From then on its bilagor keep their numbers.</summary>
/// <param name="Document">SHA-256 of the approved document.</param>
public sealed record Attestation(string Document, DateTimeOffset At, Attester By, IReadOnlyList<Bilaga> Bilagor);

public sealed record Attester(string Name, string Title);
