using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;

namespace Remiss.Dispatch;

/// <summary>The underremiss: what is asked, why, by when and how to answer.</summary>
public static class RequestLetter
{
    public static Letter To(OwedAnswer owed, string name) => new()
    {
        Subject = SingleLine.Of($"Underremiss {owed.Case.Dnr}: svara senast {SwedishTime.MediumDate(owed.LastDay)}"),
        Preview = SingleLine.Of($"{owed.Creditor} vill ha ert yttrande senast {SwedishTime.LongDate(owed.LastDay)}. {owed.Case.Title}"),
        Heading = $"Underremiss: svara senast {SwedishTime.ShortDate(owed.LastDay)}",
        Opening =
        [
            $"Hej {SingleLine.Of(name)}!",
            $"{SingleLine.Of(owed.Case.Remitter)} har bett {owed.Creditor} att yttra sig över ”{SingleLine.Of(owed.Case.Title, 400)}”. "
                + $"{owed.Creditor} behöver era synpunkter för sitt svar och ber {owed.Debtor} att yttra sig senast {SwedishTime.LongDate(owed.LastDay)}.",
        ],
        Facts =
        [
            .. owed.Facts,
            new("Vårt eget svar", $"till {SingleLine.Of(owed.Case.Remitter)} senast {SwedishTime.LongDate(owed.Case.RemitterDeadline)}"),
        ],
        Sections =
        [
            .. Background(owed.Case),
            .. ReminderLetter.Topics(owed),
            .. Files(owed.Case),
            owed.HowToAnswerSection,
            new("Det här gör ert svar lätt att ta hand om",
            [
                $"Ange diarienumret {SingleLine.Of(owed.Case.Dnr)} och skriv ut om ni tillstyrker, avstyrker eller inte har något att erinra. Avstår ni från att "
                    + "yttra er räcker en rad om det, inskickad på samma sätt.",
            ]),
            new("Behöver ni mer tid?", ["Skicka in en begäran om anstånd på samma sätt som ett svar och skriv vilket datum ni behöver."]),
            owed.Questions,
        ],
        Footer = $"Mejlet skickas till den som är kontakt för remisser hos {owed.Debtor}. Sista dagen ligger bifogad som en kalenderpost.",
    };

    private static IEnumerable<LetterSection> Background(RemissCase remissCase)
    {
        if (remissCase.Background.Count > 0)
            yield return new("Ärendet", [.. remissCase.Background.Select(p => SingleLine.Of(p, 1500))]);
    }

    private static IEnumerable<LetterSection> Files(RemissCase remissCase)
    {
        if (remissCase.Files.Count == 0)
            yield break;
        var attached = remissCase.Files.Where(f => f.Url is null).Select(f => $"{SingleLine.Of(f.Name)} (bifogad)");
        yield return new("Handlingar att läsa", [])
        {
            Items = [.. attached],
            Links = [.. remissCase.Files.Where(f => f.Url is not null).Select(f => new MailLink(SingleLine.Of(f.Name), f.Url!))],
        };
    }
}
