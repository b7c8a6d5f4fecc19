using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;
using Remiss.Storage;
using Remiss.Tests.Notifications;

namespace Remiss.Tests.Reminders;

public static class LetterTests
{
    [Theory]
    [InlineData("2023-09-22", 1, "Påminnelse: svar på remiss KS 2023/740 senast 6 oktober 2023", "senast fredag 6 oktober 2023, om 10 arbetsdagar.")]
    [InlineData("2023-10-05", 2, "Påminnelse: svar på remiss KS 2023/740 senast 6 oktober 2023", "senast fredag 6 oktober 2023, om 1 arbetsdag.")]
    [InlineData("2023-10-06", 3, "I dag är sista dagen: svar på remiss KS 2023/740", "i dag, fredag 6 oktober 2023.")]
    [InlineData("2023-10-09", 3, "Svaret är försenat: remiss KS 2023/740", "senast fredag 6 oktober 2023, för 1 arbetsdag sedan.")]
    [InlineData("2023-10-17", 5, "Svaret är försenat: remiss KS 2023/740", "senast fredag 6 oktober 2023, för 7 arbetsdagar sedan.")]
    public static void The_tone_follows_the_day(string today, int slot, string subject, string sentence)
    {
        var letter = ReminderLetter.ToAnswerer(Owed(today, slot), "Svarande Ett");

        Assert.Equal(subject, letter.Subject);
        Assert.Contains(sentence, letter.Opening[1], StringComparison.Ordinal);
        Assert.Equal(slot > 3, letter.Opening.Any(p => p.Contains("fått veta att svaret dröjer", StringComparison.Ordinal)));
    }

    [Fact]
    public static void A_deadline_on_a_day_off_is_told_as_the_next_working_day() =>
        Assert.Contains("i dag, måndag 9 oktober 2023", ReminderLetter.ToAnswerer(Owed("2023-10-09", 3, new(2023, 10, 7)), "A").Opening[1], StringComparison.Ordinal);

    [Fact]
    public static void A_reminder_says_what_is_owed_to_whom_by_when_how_and_how_to_get_more_time()
    {
        var text = PlainText.Of(ReminderLetter.ToAnswerer(Owed("2023-10-03", 2), "Svarande Ett"));

        Assert.All(
            new[]
            {
                "Hej Svarande Ett!", "Överenskommelse om samverkan", "KS 2023/740", "Svar från: SISAB", "Svar till: Stadshus AB",
                "Sista dag: fredag 6 oktober 2023 (om 3 arbetsdagar)", "Lägg filen i mappen X.", "anstånd", "avstår",
                "Uppföljning och utvärdering", "Handläggare Ett, Handlaggare@stadshus.example",
            },
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public static void The_escalation_contact_is_told_when_its_people_were_reminded() =>
        Assert.StartsWith(
            "Vi har påmint er den 3 oktober och den 6 oktober.",
            ReminderLetter.ToEscalationContact(Owed("2023-10-10", 4, sends: [Reminded("2023-10-03 08:00"), Reminded("2023-10-06 08:00")]), "Chef").Opening[2],
            StringComparison.Ordinal);

    [Fact]
    public static void The_coordinator_is_told_what_was_sent_and_what_may_not_have_got_through()
    {
        var sends = new[] { Reminded("2023-10-03 08:00"), Reminded("2023-10-06 08:00") with { State = SendState.Unknown, Channel = Channel.Teams } };

        var text = PlainText.Of(EscalationLetter.To(Owed("2023-10-10", 4, sends: sends), "Handläggare Ett"));

        Assert.All(
            new[]
            {
                "Påminnelser hittills\n--------------------\n- tisdag 3 oktober 2023, mejl till svar@sisab.example\n",
                "Kom kanske inte fram\n--------------------\n- fredag 6 oktober 2023, Teams till svar@sisab.example\n",
                "Vårt eget svar: till Kommunstyrelsen senast fredag 27 oktober 2023",
                "Chef Ett, chef@sisab.example",
            },
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public static void Hostile_names_stay_on_one_line()
    {
        var register = new Register([new() { Id = "sisab", Name = "SISAB\r\nBcc: alla@annan.example" }]);

        var letter = EscalationLetter.To(Owed("2023-10-10", 4) with { Register = register }, "A\nB");

        Assert.Equal("SISAB Bcc: alla@annan.example har inte svarat på remiss KS 2023/740", letter.Subject);
        Assert.Equal("Hej A B!", letter.Opening[0]);
    }

    private static OwedAnswer Owed(string today, int slot, DateOnly? deadline = null, IReadOnlyList<Send>? sends = null) => new(
        new CaseLedger(Office.Case, [], [], [], sends ?? []),
        Office.RecipientOf("sisab", 1) with { Deadline = deadline ?? Office.Case.RecipientDeadline },
        Office.Register,
        slot,
        DateOnly.ParseExact(today, "yyyy-MM-dd"),
        "Lägg filen i mappen X.");

    private static Send Reminded(string at) => new()
    {
        Kind = SendKind.Reminder,
        Organisation = "sisab",
        Deadline = Office.Case.RecipientDeadline,
        Slot = 2,
        Channel = Channel.Mail,
        Contact = "svar@sisab.example",
        State = SendState.Accepted,
        At = Office.At(at),
    };
}
