using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;

namespace Remiss.Dispatch;

/// <summary>What a coordinator has decided, told to the recipient that it concerns.</summary>
public static class DecisionLetter
{
    public static Letter Granted(OwedAnswer owed, string name) => Compose(
        owed,
        name,
        $"Anstånd beviljat: svara på remiss {owed.Case.Dnr} senast {SwedishTime.MediumDate(owed.LastDay)}",
        "Ni får mer tid",
        $"{owed.Creditor} har beviljat anstånd. Sista dag för ert svar är nu {SwedishTime.LongDate(owed.LastDay)}.");

    public static Letter Refused(OwedAnswer owed, string name) => Compose(
        owed,
        name,
        $"Anstånd avslaget: remiss {owed.Case.Dnr}",
        "Ni får tyvärr inte mer tid",
        owed.IsLate
            ? $"{owed.Creditor} kan inte ge anstånd. Svaret skulle ha kommit in senast {SwedishTime.LongDate(owed.LastDay)}; skicka det så snart ni kan."
            : $"{owed.Creditor} kan inte ge anstånd. Sista dag för ert svar är som tidigare {SwedishTime.LongDate(owed.LastDay)}.");

    public static Letter Moved(OwedAnswer owed, string name) => Compose(
        owed,
        name,
        $"Ny sista dag för svar på remiss {owed.Case.Dnr}: {SwedishTime.MediumDate(owed.LastDay)}",
        "Sista dagen att svara har ändrats",
        $"{owed.Creditor} har ändrat sista dagen för svar till {SwedishTime.LongDate(owed.LastDay)}. Den tidigare gäller inte längre.");

    public static Letter NewLink(OwedAnswer owed, string name) => Compose(
        owed,
        name,
        $"Ny länk för att svara på remiss {owed.Case.Dnr}",
        "Ni har fått en ny länk",
        $"{owed.Creditor} har bytt länken som {owed.Debtor} lämnar svar med. Den gamla fungerar inte längre; använd den här i stället.");

    public static Letter Completion(OwedAnswer owed, string name, Completion wish) => new()
    {
        Subject = SingleLine.Of($"Komplettera svaret på remiss {owed.Case.Dnr} senast {SwedishTime.MediumDate(wish.Until)}"),
        Preview = SingleLine.Of($"{owed.Creditor} behöver en komplettering av ert svar."),
        Heading = "Ert svar behöver kompletteras",
        Opening =
        [
            $"Hej {SingleLine.Of(name)}!",
            $"Tack för ert svar i ärendet ”{SingleLine.Of(owed.Case.Title, 400)}”. {owed.Creditor} ber er att komplettera det senast {SwedishTime.LongDate(wish.Until)}.",
        ],
        Facts = [new("Diarienummer", SingleLine.Of(owed.Case.Dnr)), new("Komplettera senast", SwedishTime.LongDate(wish.Until))],
        Sections =
        [
            new("Det här saknas", [SingleLine.Of(wish.What, 1000)]),
            owed.HowToAnswerSection with { Paragraphs = [owed.HowToAnswer, "Skicka in hela svaret på nytt; det senaste gäller."] },
            owed.Questions,
        ],
        Footer = $"Mejlet skickas till den som är kontakt för remisser hos {owed.Debtor}.",
    };

    private static Letter Compose(OwedAnswer owed, string name, string subject, string heading, string message) => new()
    {
        Subject = SingleLine.Of(subject),
        Preview = SingleLine.Of(message),
        Heading = heading,
        Opening = [$"Hej {SingleLine.Of(name)}!", message],
        Facts = owed.Facts,
        Sections = [owed.HowToAnswerSection, owed.Questions],
        Footer = $"Mejlet skickas till den som är kontakt för remisser hos {owed.Debtor}.",
    };
}
