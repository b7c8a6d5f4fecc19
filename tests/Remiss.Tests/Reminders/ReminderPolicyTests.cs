using System.Globalization;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Reminders;

namespace Remiss.Tests.Reminders;

/// <summary>The deadline is Friday 6 October 2023: slots on 22 September, 3, 6, 10, 17 and 24 October.</summary>
public static class ReminderPolicyTests
{
    private static readonly Recipient Late = new()
    {
        Organisation = "sisab",
        Order = 1,
        Deadline = new(2023, 10, 6),
        DeadlineSince = new(2023, 9, 1),
    };

    private static readonly Contact Answerer = new("Svarande Ett", "Svar@sisab.example", ContactRole.Answerer);
    private static readonly Contact Boss = new("Chef Ett", "chef@sisab.example", ContactRole.Escalation);
    private static readonly Coordinator Handler = new("Handläggare Ett", "handläggare", "handlaggare@stadshus.example", "00000000-0000-0000-0000-00000000000a");

    [Theory]
    [InlineData("2023-09-21 12:00", 0)]
    [InlineData("2023-09-22 07:59", 0)]
    [InlineData("2023-09-22 08:00", 1)]
    [InlineData("2023-09-22 16:59", 1)]
    [InlineData("2023-09-22 17:00", 0)]
    [InlineData("2023-09-23 12:00", 0)]
    [InlineData("2023-09-25 12:00", 1)]
    [InlineData("2023-10-02 12:00", 1)]
    [InlineData("2023-10-03 08:00", 2)]
    [InlineData("2023-10-06 08:00", 3)]
    [InlineData("2023-10-09 08:00", 3)]
    [InlineData("2023-10-10 08:00", 4)]
    [InlineData("2023-10-17 08:00", 5)]
    [InlineData("2023-10-24 08:00", 6)]
    [InlineData("2023-12-01 08:00", 6)]
    public static void The_latest_due_slot_is_owed_and_earlier_ones_have_passed(string now, int slot)
    {
        var decision = Decide(now);

        Assert.Equal(slot == 0 ? [] : [slot], decision.Due.Select(d => d.Send.Slot).Distinct());
        Assert.Equal(slot == 0 ? [] : Enumerable.Range(1, slot - 1), decision.Passed.Select(p => p.Slot).Distinct());
        Assert.All(decision.Due, d => Assert.Equal(SendState.Owed, d.Send.State));
    }

    [Theory]
    [InlineData("2023-12-27", 1, "2023-12-11")]
    [InlineData("2023-12-27", 2, "2023-12-20")]
    [InlineData("2023-12-27", 4, "2023-12-29")]
    [InlineData("2023-12-27", 5, "2024-01-08")]
    [InlineData("2023-12-24", 3, "2023-12-27")]
    [InlineData("2024-04-01", 2, "2024-03-26")]
    [InlineData("2024-04-01", 3, "2024-04-02")]
    [InlineData("2023-06-21", 4, "2023-06-26")]
    public static void Slots_lie_on_working_days_counted_over_holidays(string deadline, int slot, string expected) =>
        Assert.Equal(Day(expected), new ReminderSchedule().DayOf(slot, Day(deadline)));

    [Theory]
    [InlineData("2023-12-25 12:00")]
    [InlineData("2024-01-01 12:00")]
    [InlineData("2024-06-21 12:00")]
    [InlineData("2023-12-16 12:00")]
    public static void Nothing_is_sent_on_a_day_off(string now)
    {
        var decision = Decide(now, Late with { Deadline = new(2023, 12, 1) });

        Assert.Empty(decision.Due);
        Assert.Empty(decision.Passed);
    }

    [Theory]
    [InlineData("2023-10-27T05:59:00Z", 0)]
    [InlineData("2023-10-27T06:00:00Z", 1)]
    [InlineData("2023-10-30T06:00:00Z", 0)]
    [InlineData("2023-10-30T07:00:00Z", 1)]
    [InlineData("2023-10-30T15:59:00Z", 1)]
    [InlineData("2023-10-30T16:00:00Z", 0)]
    [InlineData("2024-03-28T07:00:00Z", 1)]
    [InlineData("2024-04-02T05:59:00Z", 0)]
    [InlineData("2024-04-02T06:00:00Z", 1)]
    public static void The_hours_are_those_of_a_Swedish_clock_over_both_clock_changes(string utc, int expected) =>
        Assert.Equal(expected, ReminderPolicy.Decide(
            Late, [], [], [Answerer], [], DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), new ReminderSchedule()).Due.Count);

    [Fact]
    public static void A_slot_is_sent_once_for_ever()
    {
        var sent = Decide("2023-10-06 09:00");
        var rows = sent.Due.Select(d => d.Send with { State = SendState.Accepted }).Concat(sent.Passed.Select(Passed)).ToList();

        Assert.Equal([], Decide("2023-10-06 15:00", sends: rows).Due);
        Assert.Equal([], Decide("2023-10-09 15:00", sends: rows).Due);
        Assert.Equal([], Decide("2023-10-09 15:00", sends: rows).Passed);
        Assert.Equal([4], Decide("2023-10-10 09:00", sends: rows).Due.Select(d => d.Send.Slot).Distinct());
    }

    [Theory]
    [InlineData(SendState.Accepted, false)]
    [InlineData(SendState.Rejected, false)]
    [InlineData(SendState.NotInstalled, false)]
    [InlineData(SendState.Unknown, false)]
    [InlineData(SendState.Passed, false)]
    [InlineData(SendState.Owed, true)]
    [InlineData(SendState.Sending, true)]
    public static void Only_a_row_without_an_outcome_is_taken_up_again(SendState state, bool due)
    {
        var row = Decide("2023-10-06 09:00").Due[0].Send with { State = state };

        Assert.Equal(due, Decide("2023-10-06 10:00", sends: [row]).Due.Count == 1);
    }

    [Theory]
    [InlineData(SendState.Owed, true)]
    [InlineData(SendState.Sending, true)]
    [InlineData(SendState.Accepted, false)]
    [InlineData(SendState.Unknown, false)]
    public static void What_a_crash_left_open_passes_when_the_next_slot_is_due(SendState state, bool passes)
    {
        var row = Decide("2023-09-22 09:00").Due[0].Send with { State = state };

        Assert.Equal(passes ? [1] : [], Decide("2023-10-03 09:00", sends: [row]).Passed.Select(p => p.Slot));
    }

    [Theory]
    [InlineData(SendState.Owed, true)]
    [InlineData(SendState.Sending, true)]
    [InlineData(SendState.Accepted, false)]
    public static void What_a_crash_left_open_passes_when_the_recipient_answers_or_gets_another_deadline(SendState state, bool passes)
    {
        var row = Decide("2023-09-22 09:00").Due[0].Send with { State = state };
        IReadOnlyList<Send> expected = passes ? [row] : [];

        Assert.Equal(expected, Decide("2023-09-24 22:00", Late with { Status = RecipientStatus.Responded }, sends: [row]).Passed);
        Assert.Equal(expected, Decide("2023-09-24 22:00", Late with { Deadline = new(2023, 11, 6) }, sends: [row]).Passed);
        Assert.Empty(Decide("2023-09-24 22:00", sends: [row]).Passed);
    }

    [Theory]
    [InlineData("2023-09-22 12:00", "2023-09-22", 0, 1)]
    [InlineData("2023-10-02 12:00", "2023-09-25", 0, 1)]
    [InlineData("2023-10-03 12:00", "2023-09-25", 2, 1)]
    [InlineData("2023-10-06 12:00", "2023-10-05", 3, 2)]
    [InlineData("2023-10-06 12:00", "2023-10-06", 0, 3)]
    public static void Slots_from_before_the_deadline_applied_have_passed(string now, string since, int slot, int passed)
    {
        var decision = Decide(now, Late with { DeadlineSince = Day(since) });

        Assert.Equal(slot == 0 ? [] : [slot], decision.Due.Select(d => d.Send.Slot).Distinct());
        Assert.Equal(Enumerable.Range(1, passed), decision.Passed.Select(p => p.Slot).Distinct());
    }

    [Fact]
    public static void A_new_deadline_opens_new_slots()
    {
        var first = Decide("2023-10-06 09:00");
        var rows = first.Due.Select(d => d.Send with { State = SendState.Accepted }).Concat(first.Passed.Select(Passed)).ToList();
        var extended = Late with
        {
            Deadline = new(2023, 10, 27),
            DeadlineSince = new(2023, 10, 9),
            Extension = new(ExtensionState.Granted, new(2023, 10, 6), new(2023, 10, 27), "sha"),
        };

        Assert.Equal([], Decide("2023-10-10 09:00", extended, sends: rows).Due);
        var decision = Decide("2023-10-13 09:00", extended, sends: rows);

        Assert.Equal([1], decision.Due.Select(d => d.Send.Slot));
        Assert.All(decision.Due, d => Assert.Equal(new DateOnly(2023, 10, 27), d.Send.Deadline));
    }

    [Theory]
    [InlineData(RecipientStatus.Awaiting, true)]
    [InlineData(RecipientStatus.Responded, false)]
    [InlineData(RecipientStatus.Declined, false)]
    [InlineData(RecipientStatus.Withdrawn, false)]
    public static void Only_one_who_is_awaited_is_reminded(RecipientStatus status, bool reminded)
    {
        var decision = Decide("2023-10-10 09:00", Late with { Status = status });

        Assert.Equal(reminded, decision.Due.Count > 0);
        Assert.Equal(reminded, decision.Passed.Count > 0);
    }

    [Theory]
    [InlineData(ExtensionState.Requested, false)]
    [InlineData(ExtensionState.Granted, true)]
    [InlineData(ExtensionState.Refused, true)]
    public static void A_request_for_more_time_holds_reminders_until_it_is_decided(ExtensionState state, bool reminded)
    {
        var extension = new Extension(state, new(2023, 10, 2), null, "sha");

        Assert.Equal(reminded, Decide("2023-10-10 09:00", Late with { Extension = extension }).Due.Count > 0);
    }

    [Theory]
    [InlineData(DocumentState.Received, false)]
    [InlineData(DocumentState.Extracted, false)]
    [InlineData(DocumentState.NeedsOcr, false)]
    [InlineData(DocumentState.Review, false)]
    [InlineData(DocumentState.Unreadable, false)]
    [InlineData(DocumentState.Quarantined, false)]
    [InlineData(DocumentState.Failed, false)]
    [InlineData(DocumentState.Accepted, true)]
    public static void While_something_of_theirs_is_open_they_are_left_alone(DocumentState state, bool reminded)
    {
        var decision = Decide("2023-10-10 09:00", documents: [DocumentOf("sisab", state)]);

        Assert.Equal(reminded, decision.Due.Count > 0);
        Assert.Equal(reminded, decision.Passed.Count > 0);
    }

    [Fact]
    public static void What_others_sent_in_holds_nothing() =>
        Assert.NotEmpty(Decide("2023-10-10 09:00", documents: [DocumentOf("stockholmshem", DocumentState.Review)]).Due);

    [Fact]
    public static void When_a_review_ends_without_an_answer_the_slot_that_came_meanwhile_is_owed()
    {
        var before = Decide("2023-09-22 09:00").Due.Select(d => d.Send with { State = SendState.Accepted }).ToList();

        var decision = Decide("2023-10-05 09:00", documents: [DocumentOf("sisab", DocumentState.Accepted)], sends: before);

        Assert.Equal([2], decision.Due.Select(d => d.Send.Slot));
        Assert.Equal([], decision.Passed);
    }

    [Fact]
    public static void Teams_comes_first_for_one_who_has_it_and_mail_always()
    {
        var decision = Decide("2023-10-03 09:00", contacts: [Answerer, new("Svarande Två", "tva@sisab.example", ContactRole.Answerer, "entra-2")]);

        Assert.Equal(
            [(Channel.Mail, "svar@sisab.example"), (Channel.Teams, "tva@sisab.example"), (Channel.Mail, "tva@sisab.example")],
            decision.Due.Select(d => (d.Send.Channel, d.Send.Contact)));
    }

    [Fact]
    public static void Before_the_escalation_only_the_answerer_is_reminded() =>
        Assert.Equal([(SendKind.Reminder, "svar@sisab.example")], Sent(Decide("2023-10-09 09:00", contacts: [Answerer, Boss], coordinators: [Handler])));

    [Fact]
    public static void From_the_second_day_after_the_deadline_the_escalation_contact_and_the_coordinator_are_told() =>
        Assert.Equal(
            [
                (SendKind.Reminder, "svar@sisab.example"),
                (SendKind.Reminder, "chef@sisab.example"),
                (SendKind.Escalation, "handlaggare@stadshus.example"),
                (SendKind.Escalation, "handlaggare@stadshus.example"),
            ],
            Sent(Decide("2023-10-10 09:00", contacts: [Answerer, Boss], coordinators: [Handler])));

    [Fact]
    public static void One_person_in_two_roles_is_reminded_once() =>
        Assert.Equal(
            [(SendKind.Reminder, "svar@sisab.example")],
            Sent(Decide("2023-10-10 09:00", contacts: [Answerer, Answerer with { Mail = "svar@SISAB.example", Role = ContactRole.Escalation }])));

    [Fact]
    public static void Without_an_answerer_the_registrar_is_reminded() =>
        Assert.Equal(
            [(SendKind.Reminder, "registrator@sisab.example")],
            Sent(Decide("2023-10-03 09:00", contacts: [Boss, new("Registrator", "registrator@sisab.example", ContactRole.Registrar)])));

    [Fact]
    public static void A_schedule_without_slots_reminds_nobody() =>
        Assert.Equal([], Decide("2023-10-10 09:00", schedule: new() { Slots = 0 }).Due);

    [Theory]
    [InlineData(10, 3, 8, 17, true)]
    [InlineData(3, 3, 8, 17, false)]
    [InlineData(10, 3, 17, 17, false)]
    [InlineData(10, 0, 8, 17, false)]
    [InlineData(10, 3, 8, 25, false)]
    public static void A_schedule_that_makes_no_sense_is_refused(int first, int second, int from, int until, bool valid)
    {
        var schedule = new ReminderSchedule { FirstDaysBefore = first, SecondDaysBefore = second, FromHour = from, UntilHour = until };

        Assert.Equal(valid, new ReminderScheduleValidator().Validate(null, schedule).Succeeded);
    }

    private static ReminderDecision Decide(
        string now,
        Recipient? recipient = null,
        IReadOnlyList<Document>? documents = null,
        IReadOnlyList<Send>? sends = null,
        IReadOnlyList<Contact>? contacts = null,
        IReadOnlyList<Coordinator>? coordinators = null,
        ReminderSchedule? schedule = null) =>
        ReminderPolicy.Decide(recipient ?? Late, documents ?? [], sends ?? [], contacts ?? [Answerer], coordinators ?? [], At(now), schedule ?? new());

    private static Send Passed(Send send) => send with { State = SendState.Passed };

    private static IEnumerable<(SendKind, string)> Sent(ReminderDecision decision) => decision.Due.Select(d => (d.Send.Kind, d.Send.Contact));

    private static Document DocumentOf(string organisation, DocumentState state) => new()
    {
        Organisation = organisation,
        Sha256 = "sha",
        Path = $"ks-1/{organisation}/svar.pdf",
        Size = 1,
        State = state,
        ArrivedAt = At("2023-09-20 09:00"),
    };

    private static DateTimeOffset At(string local)
    {
        var parsed = DateTime.ParseExact(local, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return SwedishTime.At(DateOnly.FromDateTime(parsed), TimeOnly.FromDateTime(parsed));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
