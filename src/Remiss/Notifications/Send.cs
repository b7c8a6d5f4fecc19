namespace Remiss.Notifications;

/// <summary>The ledger's row for one thing sent to one contact through one channel, once and for ever.</summary>
public sealed record Send
{
    public required SendKind Kind { get; init; }

    public required string Organisation { get; init; }

    /// <summary>The deadline it is about; a new deadline opens new slots.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>From 1; which of the kind's occasions this is.</summary>
    public required int Slot { get; init; }

    public required Channel Channel { get; init; }

    /// <summary>The contact's mail address, in lower case.</summary>
    public required string Contact { get; init; }

    /// <summary>What it is about, where the occasion is no slot of a schedule: the SHA-256 of a document.</summary>
    public string? About { get; init; }

    public SendState State { get; init; }

    /// <summary>When the state was set.</summary>
    public required DateTimeOffset At { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>What the channel said, for the one who has to settle it.</summary>
    public string? Detail { get; init; }

    /// <summary>Where it lies in the mailbox, known before it was sent.</summary>
    public MailDraft? Draft { get; init; }

    /// <summary>When the recipient's server sent it back, after our own had taken it; it is Rejected then, whatever was thought before.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }
}

public enum SendKind
{
    /// <summary>The underremiss itself.</summary>
    Dispatch,

    Reminder,
    Escalation,

    /// <summary>That an answer has been read, to its sender; and its copy, to the registrar.</summary>
    Receipt,

    /// <summary>A decision, to a recipient; what waits, to a coordinator.</summary>
    Notice,

    Weekly,
}

public enum Channel
{
    Mail,

    /// <summary>A person's activity feed in Teams.</summary>
    Teams,

    /// <summary>A channel in Teams, through a flow.</summary>
    Workflow,
}

public enum SendState
{
    /// <summary>Decided; may be taken over by anyone after a crash.</summary>
    Owed,

    /// <summary>Handed to the channel; must be settled before anything else is done.</summary>
    Sending,

    Accepted,
    Rejected,

    /// <summary>The recipient has no Teams app from us; mail carries it.</summary>
    NotInstalled,

    /// <summary>The channel may or may not have taken it; a person settles it, it is never sent again by itself.</summary>
    Unknown,

    /// <summary>Its day went by unsent.</summary>
    Passed,
}
