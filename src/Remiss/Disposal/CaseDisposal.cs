namespace Remiss.Disposal;

/// <summary>The decision to dispose of a case (gallring), and whether it has been carried out.</summary>
/// <param name="By">Who ordered it here.</param>
/// <param name="FinishedAt">Null while it is being carried out; the sweep resumes what was interrupted.</param>
public sealed record CaseDisposal(string By, DateTimeOffset At, DisposalOrder Order, DateTimeOffset? FinishedAt = null);

/// <param name="DecidedBy">Who decided it, by name or as a body: <c>Arkivnämnden, beslut 2030-01-10</c>.</param>
/// <param name="Basis">The rule: <c>Gallringsbeslut 2029:14</c>.</param>
/// <param name="What">What is disposed of, in words.</param>
public sealed record DisposalOrder(string DecidedBy, string Basis, string What);

public abstract record DisposalOutcome
{
    private DisposalOutcome()
    {
    }

    public sealed record Done(CaseDisposal Disposal) : DisposalOutcome;

    public sealed record NoCase : DisposalOutcome;

    /// <param name="Why">In Swedish.</param>
    public sealed record Refused(string Why) : DisposalOutcome;
}
