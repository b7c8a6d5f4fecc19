using Remiss.Cases;

namespace Remiss.Compilation.Checking;

/// <summary>What a report is held against.</summary>
/// <param name="Sources">The ledger and the answers; null when only the case and the register are known.</param>
/// <param name="Sha256">Of the file that is checked.</param>
public sealed record CheckContext(RemissCase Case, Register Register, DateOnly Today, ReportSources? Sources = null, string? Sha256 = null);
