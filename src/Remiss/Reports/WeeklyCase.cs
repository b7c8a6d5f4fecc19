using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;

namespace Remiss.Reports;

/// <summary>How one case stands.</summary>
public sealed record WeeklyCase
{
    public required RemissCase Case { get; init; }

    /// <summary>Calendar days to the recipients' deadline; negative when it has gone by.</summary>
    public required int DaysLeft { get; init; }

    /// <summary>Calendar days to the remitter's deadline.</summary>
    public required int RemitterDaysLeft { get; init; }

    public required IReadOnlyList<RecipientStanding> Recipients { get; init; }

    public required WeeklyChanges Changes { get; init; }

    public required IReadOnlyList<DocumentStatus> NeedingPerson { get; init; }

    public required int Unreadable { get; init; }

    public required int Failed { get; init; }

    /// <summary>Sends that did not get through, or may not have, or have been tried and are still owed.</summary>
    public required IReadOnlyList<SendStatus> Unsettled { get; init; }

    /// <summary>Recipients whose request for more time nobody has decided.</summary>
    public IEnumerable<RecipientStanding> Asking => Recipients.Where(r =>
        r.Extension?.State is ExtensionState.Requested && r.Standing is Standing.Awaited or Standing.Late or Standing.InReview);

    public int TodoCount => Asking.Count() + NeedingPerson.Count + Unsettled.Count;

    public int Count(Standing standing) => Recipients.Count(r => r.Standing == standing);
}

public sealed record RecipientStanding
{
    public required string Organisation { get; init; }

    public required string Name { get; init; }

    public required Standing Standing { get; init; }

    public required Stance? Stance { get; init; }

    /// <summary>Nothing is told of what the answer says.</summary>
    public bool IsSecret { get; init; }

    public required DateOnly Deadline { get; init; }

    /// <summary>When the answer, or the decline, arrived.</summary>
    public required DateOnly? AnsweredOn { get; init; }

    /// <summary>Working days after the deadline, to the answer or to today.</summary>
    public required int DaysLate { get; init; }

    public required Extension? Extension { get; init; }

    public required bool HasContact { get; init; }
}

/// <summary>Each recipient has exactly one.</summary>
public enum Standing
{
    Answered,
    Awaited,
    Late,
    Declined,

    /// <summary>Something of theirs has come in that nobody has accepted yet.</summary>
    InReview,

    Withdrawn,
}

public sealed record WeeklyChanges
{
    public required int Arrivals { get; init; }

    public required IReadOnlyList<RecipientStanding> Answered { get; init; }

    public required IReadOnlyList<RecipientStanding> Declined { get; init; }

    public required IReadOnlyList<RecipientStanding> AskedForTime { get; init; }

    public required IReadOnlyList<RemindedStatus> Reminded { get; init; }
}

public sealed record RemindedStatus(string Name, IReadOnlyList<DateOnly> On);

public sealed record DocumentStatus(string Name, Document Document);

public sealed record SendStatus(string Name, Send Send);
