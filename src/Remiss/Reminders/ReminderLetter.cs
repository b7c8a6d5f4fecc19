using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;

namespace Remiss.Reminders;

/// <summary>What the organisation that owes an answer is told: friendly before the day, plain on it, firm after it.</summary>
public static class ReminderLetter
{
    public static Letter ToAnswerer(OwedAnswer owed, string name)
    {
        var lastDay = SwedishTime.LongDate(owed.LastDay);
        var (subject, heading, ask) = owed switch
        {
            { IsLate: true } => (
                $"Svaret är försenat: remiss {owed.Case.Dnr}",
                "Ert remissvar är försenat",
                $"Svaret skulle ha kommit in senast {lastDay}, {owed.When}. Vi har ännu inte fått det. Svara så snart ni kan, eller hör av er "
                    + "om när svaret kommer."),
            _ when owed.Today == owed.LastDay => (
                $"I dag är sista dagen: svar på remiss {owed.Case.Dnr}",
                "I dag är sista dagen att svara",
                $"Svaret ska komma in i dag, {lastDay}. Vi har ännu inte fått det."),
            _ => (
                $"Påminnelse: svar på remiss {owed.Case.Dnr} senast {SwedishTime.MediumDate(owed.LastDay)}",
                $"Påminnelse om remissvar senast {SwedishTime.ShortDate(owed.LastDay)}",
                $"Svaret ska komma in senast {lastDay}, {owed.When}. Är svaret redan på gång räcker det att skicka in det i tid."),
        };
        List<string> opening = [Greeting(name), $"{Request(owed)} {ask}"];
        if (ReminderSchedule.IsEscalated(owed.Slot))
            opening.Add($"Handläggaren hos {owed.Creditor} har fått veta att svaret dröjer.");

        return Compose(owed, subject, heading, opening, $"Mejlet skickas automatiskt till den som är kontakt för remisser hos {owed.Debtor}. "
            + "Har ni svarat alldeles nyss kan ni bortse från det.");
    }

    public static Letter ToEscalationContact(OwedAnswer owed, string name) => Compose(
        owed,
        $"{owed.Debtor} har inte svarat på remiss {owed.Case.Dnr}",
        $"{owed.Debtor} har inte svarat på en remiss",
        [
            Greeting(name),
            $"{Request(owed)} Svaret skulle ha kommit in senast {SwedishTime.LongDate(owed.LastDay)}, {owed.When}. Vi har ännu inte fått det.",
            $"{RemindedOn(owed)}Se till att någon hos er svarar, eller hör av er om när svaret kommer.",
        ],
        $"Mejlet skickas automatiskt till den som {owed.Debtor} har utsett att få veta när ett remissvar är försenat.");

    private static string Greeting(string name) => $"Hej {SingleLine.Of(name)}!";

    private static string Request(OwedAnswer owed) =>
        $"{owed.Creditor} har bett {owed.Debtor} att yttra sig över ”{SingleLine.Of(owed.Case.Title, 400)}”.";

    private static string RemindedOn(OwedAnswer owed)
    {
        var days = owed.Reminders(SendState.Accepted).Select(s => SwedishTime.ShortDate(SwedishTime.Date(s.At))).Distinct().ToList();
        return days switch
        {
            [] => "",
            [var only] => $"Vi påminde er den {only}. ",
            _ => $"Vi har påmint er den {string.Join(", den ", days.SkipLast(1))} och den {days[^1]}. ",
        };
    }

    private static Letter Compose(OwedAnswer owed, string subject, string heading, IReadOnlyList<string> opening, string footer) => new()
    {
        Subject = SingleLine.Of(subject),
        Preview = SingleLine.Of($"Sista dag: {SwedishTime.LongDate(owed.LastDay)} ({owed.When}). {owed.Case.Title}"),
        Heading = heading,
        Opening = opening,
        Facts = owed.Facts,
        Sections =
        [
            .. Topics(owed),
            owed.HowToAnswerSection,
            new("Behöver ni mer tid?",
            [
                "Skicka in en begäran om anstånd på samma sätt som ett svar och skriv vilket datum ni behöver. Medan handläggaren tar "
                    + "ställning skickar vi inga påminnelser.",
            ]),
            new("Vill ni inte yttra er?", ["Då räcker en rad om att ni avstår, inskickad på samma sätt."]),
            owed.Questions,
        ],
        Footer = footer,
    };

    public static IEnumerable<LetterSection> Topics(OwedAnswer owed)
    {
        if (owed.Case.Topics.Count > 0)
        {
            yield return new("Det vi vill ha svar på", ["Ert yttrande i ärendet, särskilt om:"])
            {
                Items = [.. owed.Case.Topics.Select(t => SingleLine.Of(t.Title))],
            };
        }
    }
}
