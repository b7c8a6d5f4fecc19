using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Reports;
using Remiss.Web.Pages.Snapshots;

namespace Remiss.Web.Pages.Cases;

/// <summary>All that the page of a case shows.</summary>
public sealed record CaseModel(
    RemissCase Case,
    string Version,
    DateOnly Today,
    CaseFilter Filter,
    IReadOnlyList<TodoItem> Todo,
    IReadOnlyList<RecipientRow> Recipients,
    IReadOnlyList<RecipientRow> Shown,
    IReadOnlyList<StanceCount> Stances,
    IReadOnlyList<TimelineLine> Timeline,
    int BeingRead,
    CaseClosure? Closure)
{
    private const int ShownLines = 15;

    public int Asked => Recipients.Count(r => r.Status.Standing is not Standing.Withdrawn);

    public int Settled => Count(Standing.Answered) + Count(Standing.Declined);

    public int Count(Standing standing) => Recipients.Count(r => r.Status.Standing == standing);

    /// <summary>The case is worked out once for each change of it; what a reader narrows down to is picked from that.</summary>
    public static CaseModel Of(CaseSnapshot snapshot, Register register, CaseFilter filter, ReminderSchedule schedule, DateTimeOffset now)
    {
        var day = SwedishTime.Date(now);
        var whole = snapshot.Kept<CaseModel>(register, day) ?? snapshot.Keep(register, day, Whole(snapshot, register, schedule, now));
        return filter.IsSet ? whole with { Filter = filter, Shown = [.. whole.Recipients.Where(filter.Takes)] } : whole;
    }

    private static CaseModel Whole(CaseSnapshot snapshot, Register register, ReminderSchedule schedule, DateTimeOffset now)
    {
        var ledger = snapshot.Ledger;
        var status = WeeklyStatus.Of([ledger], [], [], register, now).Cases[0];
        var today = SwedishTime.Date(now);
        var documents = ledger.Documents.ToLookup(d => d.Organisation);
        var sends = ledger.Sends.Where(s => s.Kind is SendKind.Reminder).ToLookup(s => s.Organisation);
        var rows = ledger.Recipients.Zip(status.Recipients, (recipient, standing) => new RecipientRow(
            recipient,
            standing,
            [.. documents[recipient.Organisation]],
            sends[recipient.Organisation].LastOrDefault(s => s.State is SendState.Accepted && s.Deadline == recipient.Deadline)?.At,
            ledger.IsOpen ? NextReminder.Of(recipient, documents[recipient.Organisation], schedule, now) : NextReminder.None)).ToList();
        return new(
            ledger.Case,
            snapshot.Version,
            today,
            CaseFilter.None,
            TodoItem.Of(status, ledger.Case.Id),
            rows,
            rows,
            StanceCount.Of(rows),
            [.. CaseLog.Of(snapshot, register, now).Lines.Take(ShownLines)],
            ledger.Documents.Count(d => d.State is DocumentState.Received or DocumentState.Extracted),
            ledger.Closure);
    }
}

/// <param name="Reminded">When the newest reminder about this deadline left.</param>
public sealed record RecipientRow(
    Recipient Recipient, RecipientStanding Status, IReadOnlyList<Document> Documents, DateTimeOffset? Reminded, NextReminder Next);

/// <param name="Stance">Null for those whose answer is still awaited.</param>
public sealed record StanceCount(Stance? Stance, IReadOnlyList<string> Names)
{
    private static readonly Stance?[] Order =
    [
        Remiss.Intake.Classification.Stance.Tillstyrker, Remiss.Intake.Classification.Stance.TillstyrkerMedSynpunkter, Remiss.Intake.Classification.Stance.IngenErinran,
        Remiss.Intake.Classification.Stance.DelvisAvstyrker, Remiss.Intake.Classification.Stance.Avstyrker, Remiss.Intake.Classification.Stance.Oklart, Remiss.Intake.Classification.Stance.Avstar, null,
    ];

    public static IReadOnlyList<StanceCount> Of(IEnumerable<RecipientRow> rows)
    {
        var byStance = rows.Where(r => r.Status.Standing is not Standing.Withdrawn).ToLookup(StanceOf, r => r.Status.Name);
        return [.. Order.Where(byStance.Contains).Select(s => new StanceCount(s, [.. byStance[s]]))];
    }

    private static Stance? StanceOf(RecipientRow row) => row.Status.Standing switch
    {
        Standing.Declined => Remiss.Intake.Classification.Stance.Avstar,
        Standing.Answered => row.Status.Stance ?? Remiss.Intake.Classification.Stance.Oklart,
        _ => null,
    };
}
