using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;

namespace Remiss.Reminders;

/// <summary>
/// Who is to be reminded of an answer that they owe, right now.
/// <list type="bullet">
/// <item>Decides nothing outside working days and hours, for a recipient that has answered, declined or been withdrawn, while it has asked
/// for more time without a reply, while a coordinator has paused it, or while any document of it is not yet accepted. A slot that comes meanwhile is neither sent nor
/// recorded: when the hold ends, the rules below say what is owed.</item>
/// <item>A slot is due from its day on. The latest due slot is owed to every contact and channel that has no settled row for it; all
/// earlier slots without one have passed. After a week's outage one reminder goes out.</item>
/// <item>Slots on or before the day from which the deadline applies have passed.</item>
/// <item>A row that is neither Owed nor Sending is done for ever. One that is when the recipient has answered or got another deadline has
/// passed. Rows are told apart by deadline, so a new deadline opens new slots.</item>
/// </list>
/// </summary>
public static class ReminderPolicy
{
    /// <param name="documents">Of the case; others' are disregarded.</param>
    /// <param name="sends">Of the case; others' are disregarded.</param>
    /// <param name="contacts">The organisation's, as the register has them.</param>
    public static ReminderDecision Decide(
        Recipient recipient,
        IEnumerable<Document> documents,
        IEnumerable<Send> sends,
        IReadOnlyList<Contact> contacts,
        IReadOnlyList<Coordinator> coordinators,
        DateTimeOffset now,
        ReminderSchedule schedule)
    {
        var rows = sends.Where(s => s.Organisation == recipient.Organisation && s.Kind is SendKind.Reminder or SendKind.Escalation).ToList();
        List<Send> passed = [.. rows.Where(s => IsOpen(s.State) && IsOvertaken(s, recipient))];
        var today = SwedishTime.Date(now);
        var isOwed = IsOwed(recipient, documents);
        var asked = rows.Where(s => IsOpen(s.State) && ReminderSchedule.IsManual(s.Slot) && !IsOvertaken(s, recipient)).ToList();
        List<DueReminder> due = isOwed ? [.. Manual(asked, contacts)] : [];
        passed.AddRange(asked.Except(due.Select(d => d.Send)));
        if (!schedule.IsSendingTime(now) || !isOwed || recipient.IsPaused(today))
            return new ReminderDecision(due, passed);

        var dueSlots = Enumerable.Range(1, schedule.Slots).TakeWhile(slot => schedule.DayOf(slot, recipient.Deadline) <= today).ToList();
        var settled = rows.Where(s => s.Deadline == recipient.Deadline && !IsOpen(s.State)).Select(Key).ToHashSet();

        foreach (var slot in dueSlots)
        {
            var unsettled = Reminders(recipient, slot, Addressees(contacts, coordinators, ReminderSchedule.IsEscalated(slot)), now)
                .Where(r => !settled.Contains(Key(r.Send)));
            if (slot == dueSlots[^1] && schedule.DayOf(slot, recipient.Deadline) > recipient.DeadlineSince)
                due.AddRange(unsettled);
            else
                passed.AddRange(unsettled.Select(r => r.Send));
        }

        return new ReminderDecision(due, passed);
    }

    /// <summary>Whether the recipient owes an answer and nothing of its own is being looked at.</summary>
    public static bool IsOwed(Recipient recipient, IEnumerable<Document> documents) =>
        recipient.Status is RecipientStatus.Awaiting
        && recipient.Extension?.State is not ExtensionState.Requested
        && !documents.Any(d => d.Organisation == recipient.Organisation && d.IsOpen);

    /// <summary>What a coordinator has asked for by hand goes at any hour, or never: when the answer is no longer owed it has passed.</summary>
    private static IEnumerable<DueReminder> Manual(IEnumerable<Send> open, IReadOnlyList<Contact> contacts)
    {
        var answerers = Addressee.AnswerersAmong(contacts);
        return from send in open
               let to = answerers.FirstOrDefault(a => a.Mail == send.Contact)
               where to is not null
               select new DueReminder(send, to);
    }

    private static IEnumerable<Addressee> Addressees(IReadOnlyList<Contact> contacts, IReadOnlyList<Coordinator> coordinators, bool escalated)
    {
        IEnumerable<Addressee> all = Addressee.AnswerersAmong(contacts);
        if (escalated)
        {
            all = all
                .Concat(contacts.Where(c => c.Role is ContactRole.Escalation).Select(c => Addressee.Of(c, Audience.Escalation)))
                .Concat(coordinators.Select(Addressee.Of));
        }

        return all.DistinctBy(a => (a.Mail, a.Audience is Audience.Coordinator));
    }

    private static IEnumerable<DueReminder> Reminders(Recipient recipient, int slot, IEnumerable<Addressee> addressees, DateTimeOffset now) =>
        from addressee in addressees
        from channel in addressee.Channels
        select new DueReminder(
            new Send
            {
                Kind = addressee.Audience is Audience.Coordinator ? SendKind.Escalation : SendKind.Reminder,
                Organisation = recipient.Organisation,
                Deadline = recipient.Deadline,
                Slot = slot,
                Channel = channel,
                Contact = addressee.Mail,
                At = now,
            },
            addressee);

    private static bool IsOpen(SendState state) => state is SendState.Owed or SendState.Sending;

    private static bool IsOvertaken(Send send, Recipient recipient) =>
        recipient.Status is not RecipientStatus.Awaiting || send.Deadline != recipient.Deadline;

    private static (SendKind, int, Channel, string) Key(Send send) =>
        (send.Kind, send.Slot, send.Channel, send.Contact.Trim().ToLowerInvariant());
}
