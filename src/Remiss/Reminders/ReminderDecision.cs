using Remiss.Cases;
using Remiss.Notifications;

namespace Remiss.Reminders;

/// <param name="Due">To be sent now: at most one slot, a row for each contact and channel, in the order of sending.</param>
/// <param name="Passed">To be recorded as gone by, unless they turn out to have left.</param>
public sealed record ReminderDecision(IReadOnlyList<DueReminder> Due, IReadOnlyList<Send> Passed);

public sealed record DueReminder(Send Send, Addressee To);

/// <param name="Mail">In lower case.</param>
public sealed record Addressee(string Name, string Mail, string? EntraId, Audience Audience)
{
    /// <summary>Teams first, where the register knows who it is there; mail always.</summary>
    public IReadOnlyList<Channel> Channels => EntraId is null ? [Channel.Mail] : [Channel.Teams, Channel.Mail];

    /// <summary>Those who are to answer; where nobody is, the registrar.</summary>
    public static IReadOnlyList<Addressee> AnswerersAmong(IReadOnlyList<Contact> contacts)
    {
        var answerers = contacts.Where(c => c.Role is ContactRole.Answerer).ToList();
        if (answerers.Count == 0)
            answerers = [.. contacts.Where(c => c.Role is ContactRole.Registrar)];
        return [.. answerers.Select(c => Of(c, Audience.Answerer)).DistinctBy(a => a.Mail)];
    }

    public static Addressee Of(Contact contact, Audience audience) => new(contact.Name, Lower(contact.Mail), contact.EntraId, audience);

    public static Addressee Of(Coordinator coordinator) =>
        new(coordinator.Name, Lower(coordinator.Mail), coordinator.EntraId, Audience.Coordinator);

    private static string Lower(string mail) => mail.Trim().ToLowerInvariant();
}

public enum Audience
{
    /// <summary>The one who is to answer.</summary>
    Answerer,

    /// <summary>The one at the same organisation who is told when it is late.</summary>
    Escalation,

    /// <summary>The handläggare who waits for the answer.</summary>
    Coordinator,
}
