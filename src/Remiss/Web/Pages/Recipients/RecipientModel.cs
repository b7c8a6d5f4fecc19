using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Web.Pages.Cases;
using Remiss.Web.Pages.Shell;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Recipients;

/// <summary>All that the page of one recipient in a case shows.</summary>
public sealed record RecipientModel(
    RemissCase Case,
    RecipientRow Row,
    Organisation? Organisation,
    IReadOnlyList<Send> Sends,
    IReadOnlyList<PlannedReminder> Planned,
    IReadOnlyList<TimelineLine> Events,
    DateOnly Today)
{
    /// <summary>Why the decision that was sent could not be made.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The decision that could not be made.</summary>
    public SentForm? Sent { get; init; }

    /// <summary>Null while the case is open.</summary>
    public CaseClosure? Closure { get; init; }

    public bool IsOpen => Closure is null;

    /// <summary>Shown to those only who may decide: whoever has it can answer in the recipient's name.</summary>
    public UploadAddress? Upload { get; init; }

    public Recipient Recipient => Row.Recipient;

    public string Name => Row.Status.Name;

    public string Address => Addresses.Recipient(Case.Id, Recipient.Organisation);

    public bool IsAwaited => Recipient.Status is RecipientStatus.Awaiting;

    /// <returns>Null when the organisation is no recipient of the case.</returns>
    public static RecipientModel? Of(CaseSnapshot snapshot, string organisation, Register register, ReminderSchedule schedule, DateTimeOffset now)
    {
        var ledger = snapshot.Ledger;
        if (ledger.Recipients.FirstOrDefault(r => r.Organisation == organisation) is not { } recipient) return null;

        var documents = ledger.DocumentsOf(organisation).ToList();
        var standing = WeeklyStatus.Of([ledger with { Recipients = [recipient], Documents = documents }], [], [], register, now).Cases[0].Recipients[0];
        var next = ledger.IsOpen ? NextReminder.Of(recipient, documents, schedule, now) : NextReminder.None;
        var keys = (string[])[$"recipient|{organisation}", .. documents.Select(d => Storage.LedgerKeys.Document(d))];
        return new(
            ledger.Case,
            new(recipient, standing, documents, null, next),
            register.Find(organisation),
            [.. ledger.Sends.Where(s => s.Organisation == organisation && s.State is not SendState.Passed).Reverse()],
            next.On is null ? [] : PlannedReminder.Of(recipient, schedule, next.On.Value),
            [.. TimelineLine.Of(snapshot.AuditOf(keys), register).Take(20)],
            SwedishTime.Date(now))
        {
            Closure = ledger.Closure,
        };
    }
}

/// <param name="Until">The last day that the link opens.</param>
public sealed record UploadAddress(Uri Link, DateOnly Until);

/// <param name="Text">Which of the reminders it is.</param>
public sealed record PlannedReminder(DateOnly On, string Text)
{
    public static IReadOnlyList<PlannedReminder> Of(Recipient recipient, ReminderSchedule schedule, DateOnly first) =>
    [
        .. from slot in Enumerable.Range(1, schedule.Slots)
           let day = schedule.DayOf(slot, recipient.Deadline)
           where day >= first
           select new PlannedReminder(day, ReminderSchedule.IsEscalated(slot) ? "till svarande, deras chef och handläggaren" : "till den som ska svara"),
    ];
}
