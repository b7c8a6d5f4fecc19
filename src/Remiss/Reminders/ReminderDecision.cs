using Remiss.Notifications;

namespace Remiss.Reminders;

/// <param name="Due">To be sent now: at most one slot, a row for each contact and channel, in the order of sending.</param>
/// <param name="Passed">To be recorded as gone by, unless they turn out to have left.</param>
public sealed record ReminderDecision(IReadOnlyList<DueReminder> Due, IReadOnlyList<Send> Passed);

public sealed record DueReminder(Send Send, Addressee To);

/// <param name="Mail">In lower case.</param>
public sealed record Addressee(string Name, string Mail, string? EntraId, Audience Audience);

public enum Audience
{
    /// <summary>The one who is to answer.</summary>
    Answerer,

    /// <summary>The one at the same organisation who is told when it is late.</summary>
    Escalation,

    /// <summary>The handläggare who waits for the answer.</summary>
    Coordinator,
}
