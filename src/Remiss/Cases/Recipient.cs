namespace Remiss.Cases;

/// <summary>An organisation in a case, with what it owes and what it has given.</summary>
public sealed record Recipient
{
    public required string Organisation { get; init; }

    /// <summary>Place in the report, from 1.</summary>
    public required int Order { get; init; }

    public RecipientStatus Status { get; init; }

    public required DateOnly Deadline { get; init; }

    /// <summary>The day from which this deadline applies; reminder slots before it are recorded as passed.</summary>
    public required DateOnly DeadlineSince { get; init; }

    /// <summary>A coordinator has set this recipient's deadline apart from the case's.</summary>
    public bool HasOwnDeadline { get; init; }

    public Extension? Extension { get; init; }

    /// <summary>SHA-256 of the answer that counts, the newest accepted one.</summary>
    public string? Answer { get; init; }

    /// <summary>Until that day a coordinator wants no reminders sent.</summary>
    public DateOnly? PausedUntil { get; init; }

    public Completion? Completion { get; init; }

    public bool IsPaused(DateOnly today) => PausedUntil is { } until && today < until;
}

public enum RecipientStatus
{
    Awaiting,
    Responded,
    Declined,
    Withdrawn,
}

/// <summary>A request for more time, beside the status.</summary>
/// <param name="Until">The date asked for, if the request names one.</param>
/// <param name="Document">SHA-256 of the document that asked.</param>
public sealed record Extension(ExtensionState State, DateOnly RequestedOn, DateOnly? Until, string Document);

/// <summary>What a coordinator has asked the recipient to add to its answer.</summary>
/// <param name="Answer">SHA-256 of the answer that lacks it; a newer one fulfils the wish.</param>
public sealed record Completion(string What, DateOnly Until, string Answer);

public enum ExtensionState
{
    Requested,
    Granted,
    Refused,
}
