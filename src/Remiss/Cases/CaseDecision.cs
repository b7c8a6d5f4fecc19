namespace Remiss.Cases;

/// <summary>What a coordinator decides about a case. Nothing is deleted by any of them.</summary>
public abstract record CaseDecision
{
    private CaseDecision()
    {
    }

    /// <summary>For everybody who has no date of its own.</summary>
    public sealed record ChangeDeadlines(DateOnly Recipients, DateOnly Remitter) : CaseDecision;

    /// <summary>For one recipient, earlier or later than the others.</summary>
    public sealed record ChangeRecipientDeadline(string Organisation, DateOnly Deadline) : CaseDecision;

    /// <summary>Last in the order; one that was withdrawn comes back with what it had.</summary>
    public sealed record AddRecipient(string Organisation) : CaseDecision;

    public sealed record WithdrawRecipient(string Organisation) : CaseDecision;

    public sealed record ChangeCoordinators(IReadOnlyList<Coordinator> Coordinators) : CaseDecision;

    /// <summary>Needs a reason.</summary>
    public sealed record Close : CaseDecision;

    /// <summary>Needs a reason.</summary>
    public sealed record Reopen : CaseDecision;
}

public abstract record CaseOutcome
{
    private CaseOutcome()
    {
    }

    public sealed record Done(RemissCase Case) : CaseOutcome;

    public sealed record NoCase : CaseOutcome;

    /// <param name="Faults">In Swedish, one a line.</param>
    public sealed record Refused(IReadOnlyList<string> Faults) : CaseOutcome;
}
