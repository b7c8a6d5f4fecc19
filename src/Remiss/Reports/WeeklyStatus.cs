using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>How the cases of one coordinator stand, and what has happened in the last seven days.</summary>
/// <param name="Unassigned">Documents without a known case, which somebody has to place; they concern every coordinator.</param>
/// <param name="Unsettled">Reports and notices to the coordinator that did not get through, or may not have.</param>
public sealed record WeeklyStatus(
    ReportWeek Week, DateOnly Today, IReadOnlyList<WeeklyCase> Cases, IReadOnlyList<DocumentStatus> Unassigned, IReadOnlyList<SendStatus> Unsettled)
{
    private static readonly TimeSpan Looks = TimeSpan.FromDays(7);

    public static WeeklyStatus Of(IEnumerable<CaseLedger> ledgers, IEnumerable<Document> unassigned, IEnumerable<Send> sends, Register register, DateTimeOffset now) => new(
        ReportWeek.Of(now),
        SwedishTime.Date(now),
        [.. ledgers.OrderBy(l => l.Case.RecipientDeadline).ThenBy(l => l.Case.Id, StringComparer.Ordinal).Select(l => CaseOf(l, register, now))],
        NeedingPerson(unassigned, register),
        UnsettledOf(sends, register, now));

    public int Count(Standing standing) => Cases.Sum(c => c.Count(standing));

    public int Recipients => Cases.Sum(c => c.Recipients.Count);

    public int TodoCount => Unassigned.Count + Unsettled.Count + Cases.Sum(c => c.TodoCount);

    private static WeeklyCase CaseOf(CaseLedger ledger, Register register, DateTimeOffset now)
    {
        var today = SwedishTime.Date(now);
        var recipients = ledger.Recipients.Select(r => RecipientOf(ledger, r, register, today)).ToList();
        return new WeeklyCase
        {
            Case = ledger.Case,
            DaysLeft = ledger.Case.RecipientDeadline.DayNumber - today.DayNumber,
            RemitterDaysLeft = ledger.Case.RemitterDeadline.DayNumber - today.DayNumber,
            Recipients = recipients,
            Changes = ChangesOf(ledger, recipients, register, now),
            NeedingPerson = NeedingPerson(ledger.Documents, register),
            Unreadable = ledger.Documents.Count(d => d.State is DocumentState.Unreadable or DocumentState.NeedsOcr or DocumentState.Quarantined),
            Failed = ledger.Documents.Count(d => d.State is DocumentState.Failed),
            Unsettled = UnsettledOf(ledger.Sends, register, now),
        };
    }

    private static RecipientStanding RecipientOf(CaseLedger ledger, Recipient recipient, Register register, DateOnly today)
    {
        var documents = ledger.DocumentsOf(recipient.Organisation).ToList();
        var answer = recipient.Answer is { } sha256 ? documents.Find(d => d.Sha256 == sha256) : null;
        DateOnly? answeredOn = answer is null ? null : SwedishTime.Date(answer.ArrivedAt);
        return new RecipientStanding
        {
            Organisation = recipient.Organisation,
            Name = NameOf(register, recipient.Organisation),
            Standing = StandingOf(recipient, documents, today),
            Stance = recipient.Status is RecipientStatus.Responded && answer is not { IsSecret: true } ? answer?.Classification?.Stance : null,
            IsSecret = answer is { IsSecret: true },
            Deadline = recipient.Deadline,
            AnsweredOn = answeredOn,
            DaysLate = DaysLate(recipient, answeredOn ?? today),
            Extension = recipient.Extension,
            HasContact = register.Find(recipient.Organisation)?.Contacts.Count > 0,
        };
    }

    private static Standing StandingOf(Recipient recipient, List<Document> documents, DateOnly today) => recipient.Status switch
    {
        RecipientStatus.Responded => Standing.Answered,
        RecipientStatus.Declined => Standing.Declined,
        RecipientStatus.Withdrawn => Standing.Withdrawn,
        _ when documents.Any(d => d.IsOpen) => Standing.InReview,
        _ when SwedishCalendar.IsPast(recipient.Deadline, today) => Standing.Late,
        _ => Standing.Awaited,
    };

    private static int DaysLate(Recipient recipient, DateOnly day) => recipient.Status is RecipientStatus.Withdrawn
        ? 0
        : Math.Max(0, SwedishCalendar.WorkingDaysBetween(recipient.Deadline, day));

    private static WeeklyChanges ChangesOf(CaseLedger ledger, List<RecipientStanding> recipients, Register register, DateTimeOffset now)
    {
        var since = now - Looks;
        var firstDay = SwedishTime.Date(since);
        return new WeeklyChanges
        {
            Arrivals = ledger.Arrivals.Count(a => a.ArrivedAt > since && a.ArrivedAt <= now),
            Answered = [.. recipients.Where(r => r.Standing is Standing.Answered && r.AnsweredOn >= firstDay)],
            Declined = [.. recipients.Where(r => r.Standing is Standing.Declined && r.AnsweredOn >= firstDay)],
            AskedForTime = [.. recipients.Where(r => r.Extension is { State: ExtensionState.Requested } e && e.RequestedOn >= firstDay)],
            Reminded =
            [
                .. ledger.Sends.Where(s => s.Kind is SendKind.Reminder && s.State is SendState.Accepted && s.At > since && s.At <= now)
                    .GroupBy(s => s.Organisation)
                    .Select(g => new RemindedStatus(NameOf(register, g.Key), [.. g.Select(s => SwedishTime.Date(s.At)).Distinct().Order()])),
            ],
        };
    }

    private static IReadOnlyList<DocumentStatus> NeedingPerson(IEnumerable<Document> documents, Register register) =>
        [.. documents.Where(d => d.NeedsPerson).Select(d => new DocumentStatus(NameOf(register, d.Organisation), d))];

    private static IReadOnlyList<SendStatus> UnsettledOf(IEnumerable<Send> sends, Register register, DateTimeOffset now) =>
    [
        .. sends
            .Where(s => s.State is SendState.Unknown || s is { State: SendState.Owed, Detail: not null } || (s.State is SendState.Rejected && s.At > now - Looks))
            .Select(s => new SendStatus(NameOf(register, s.Organisation), s)),
    ];

    private static string NameOf(Register register, string organisation) => organisation == LedgerKeys.NoOrganisation
        ? "okänd avsändare"
        : SingleLine.Of(register.Find(organisation)?.DisplayName ?? organisation);
}
