using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Reports;

/// <summary>How the cases of one coordinator stand, and what has happened in the last seven days.</summary>
/// <param name="Unassigned">Documents without a known case, which somebody has to place; they concern every coordinator.</param>
public sealed record WeeklyStatus(ReportWeek Week, DateOnly Today, IReadOnlyList<CaseStatus> Cases, IReadOnlyList<DocumentStatus> Unassigned)
{
    private static readonly TimeSpan Looks = TimeSpan.FromDays(7);

    public static WeeklyStatus Of(IEnumerable<CaseLedger> ledgers, IEnumerable<Document> unassigned, Register register, DateTimeOffset now) => new(
        ReportWeek.Of(now),
        SwedishTime.Date(now),
        [.. ledgers.OrderBy(l => l.Case.RecipientDeadline).ThenBy(l => l.Case.Id, StringComparer.Ordinal).Select(l => CaseOf(l, register, now))],
        NeedingPerson(unassigned, register));

    public int Count(Standing standing) => Cases.Sum(c => c.Count(standing));

    public int Recipients => Cases.Sum(c => c.Recipients.Count);

    public int NeedingPersonCount => Unassigned.Count + Cases.Sum(c => c.NeedingPerson.Count + c.Unsettled.Count);

    private static CaseStatus CaseOf(CaseLedger ledger, Register register, DateTimeOffset now)
    {
        var today = SwedishTime.Date(now);
        var recipients = ledger.Recipients.Select(r => RecipientOf(ledger, r, register, today)).ToList();
        return new CaseStatus
        {
            Case = ledger.Case,
            DaysLeft = ledger.Case.RecipientDeadline.DayNumber - today.DayNumber,
            RemitterDaysLeft = ledger.Case.RemitterDeadline.DayNumber - today.DayNumber,
            Recipients = recipients,
            Changes = ChangesOf(ledger, recipients, register, now),
            NeedingPerson = NeedingPerson(ledger.Documents, register),
            Unreadable = ledger.Documents.Count(d => d.State is DocumentState.Unreadable or DocumentState.NeedsOcr or DocumentState.Quarantined),
            Failed = ledger.Documents.Count(d => d.State is DocumentState.Failed),
            Unsettled =
            [
                .. ledger.Sends.Where(s => s.State is SendState.Unknown || (s.State is SendState.Rejected && s.At > now - Looks))
                    .Select(s => new SendStatus(NameOf(register, s.Organisation), s)),
            ],
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
            Stance = recipient.Status is RecipientStatus.Responded ? answer?.Classification?.Stance : null,
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

    private static string NameOf(Register register, string organisation) => organisation == LedgerKeys.NoOrganisation
        ? "okänd avsändare"
        : SingleLine.Of(register.Find(organisation)?.DisplayName ?? organisation);
}

public sealed record CaseStatus
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

    /// <summary>Sends that did not get through, or may not have.</summary>
    public required IReadOnlyList<SendStatus> Unsettled { get; init; }

    public int Count(Standing standing) => Recipients.Count(r => r.Standing == standing);
}

public sealed record RecipientStanding
{
    public required string Organisation { get; init; }

    public required string Name { get; init; }

    public required Standing Standing { get; init; }

    public required Stance? Stance { get; init; }

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
