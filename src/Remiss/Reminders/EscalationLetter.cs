using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;

namespace Remiss.Reminders;

/// <summary>What the coordinator is told about one organisation that is late.</summary>
public static class EscalationLetter
{
    public static Letter To(OwedAnswer owed, string name)
    {
        var heading = $"{owed.Debtor} har inte svarat på remiss {owed.Case.Dnr}";
        return new Letter
        {
            Subject = SingleLine.Of(heading),
            Preview = SingleLine.Of($"Sista dag var {SwedishTime.LongDate(owed.LastDay)}, {owed.When}."),
            Heading = SingleLine.Of(heading),
            Opening =
            [
                $"Hej {SingleLine.Of(name)}!",
                $"Svaret från {owed.Debtor} skulle ha kommit in senast {SwedishTime.LongDate(owed.LastDay)}, {owed.When}. {owed.Debtor} har varken "
                    + "svarat eller avstått, och inget från dem väntar på granskning. De påminns igen i dag.",
            ],
            Facts =
            [
                .. owed.Facts,
                new("Vårt eget svar", $"till {SingleLine.Of(owed.Case.Remitter)} senast {SwedishTime.LongDate(owed.Case.RemitterDeadline)}"),
            ],
            Sections = [Reminded(owed), .. Undelivered(owed), Actions(owed), Contacts(owed)],
            Footer = "Mejlet skickas automatiskt till ärendets handläggare när ett remissvar är försenat.",
        };
    }

    private static LetterSection Reminded(OwedAnswer owed)
    {
        var reminders = owed.Reminders(SendState.Accepted);
        return new("Påminnelser hittills", reminders.Count == 0 ? ["Ingen före i dag."] : []) { Items = [.. reminders.Select(Line)] };
    }

    private static IEnumerable<LetterSection> Undelivered(OwedAnswer owed)
    {
        var undelivered = owed.Reminders(SendState.Rejected, SendState.Unknown);
        if (undelivered.Count > 0)
            yield return new("Kom kanske inte fram", []) { Items = [.. undelivered.Select(Line)] };
    }

    private static LetterSection Actions(OwedAnswer owed) => new("Vad du kan göra", [])
    {
        Items =
        [
            $"Ring eller mejla {owed.Debtor}.",
            $"Har du fått svaret på annat sätt: {owed.HowToAnswer}",
            $"Kommer inget svar står det i tjänsteutlåtandet att {owed.Debtor} inte har svarat.",
        ],
    };

    private static LetterSection Contacts(OwedAnswer owed) =>
        new($"Kontakter hos {owed.Debtor}", owed.Contacts.Count == 0 ? ["Registret har ingen kontakt att påminna. Lägg till en."] : [])
        {
            People = [.. owed.Contacts.Select(c => new MailPerson(SingleLine.Of(c.Name), SingleLine.Of(c.Mail)))],
        };

    private static string Line(Send send) =>
        $"{SwedishTime.LongDate(SwedishTime.Date(send.At))}, {(send.Channel is Channel.Mail ? "mejl" : "Teams")} till {SingleLine.Of(send.Contact)}";
}
