using Remiss.Cases;
using Remiss.Intake;
using Remiss.Reminders;

namespace Remiss.Web.Pages.Cases;

/// <summary>When a recipient is reminded next, or why it is not. Pure.</summary>
/// <param name="On">Null when none is to come.</param>
public sealed record NextReminder(DateOnly? On, string? Why)
{
    /// <summary>Nobody is reminded, and nobody wonders why.</summary>
    public static NextReminder None { get; } = new(null, null);

    public static NextReminder Of(Recipient recipient, IEnumerable<Document> documents, ReminderSchedule schedule, DateTimeOffset now)
    {
        var today = SwedishTime.Date(now);
        if (recipient.Status is not RecipientStatus.Awaiting) return None;
        if (recipient.Extension?.State is ExtensionState.Requested) return new(null, "Vilar tills anståndet är avgjort");
        if (!ReminderPolicy.IsOwed(recipient, documents)) return new(null, "Vilar medan något granskas");

        var from = recipient.PausedUntil is { } until && until > today ? until : today;
        DateOnly? next = null;
        for (var slot = 1; slot <= schedule.Slots && next is null; slot++)
        {
            if (schedule.DayOf(slot, recipient.Deadline) is var day && day > recipient.DeadlineSince && (day > from || (day == from && from > today)))
                next = day;
        }

        return new(next, recipient.IsPaused(today) ? $"Pausad till {SwedishTime.ShortDate(from)}" : next is null ? "Inga fler planerade" : null);
    }
}
