using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Reminders;
using Remiss.Reports;

namespace Remiss.Dispatch;

/// <summary>That an answer has come in and been read, and what was understood: labels, dates and file names, never its words.</summary>
public static class ReceiptLetter
{
    /// <param name="documents">What came together.</param>
    public static Letter ToSender(OwedAnswer owed, string name, IReadOnlyList<Document> documents)
    {
        var isDecline = documents.All(d => d.Classification?.Type is DocumentType.Avstar);
        var what = isDecline ? "besked om att ni avstår" : "remissvar";
        return new Letter
        {
            Subject = SingleLine.Of($"Kvittens: vi har tagit emot ert {what}, {owed.Case.Dnr}"),
            Preview = SingleLine.Of($"Ert {what} i {owed.Case.Dnr} har kommit in och lästs."),
            Heading = SingleLine.Of($"Vi har tagit emot ert {what}"),
            Opening =
            [
                $"Hej {SingleLine.Of(name)}!",
                $"Ert {what} i ärendet ”{SingleLine.Of(owed.Case.Title, 400)}” har kommit in till {owed.Creditor} och är läst. Ni får inga fler påminnelser.",
            ],
            Facts = [new("Diarienummer", SingleLine.Of(owed.Case.Dnr)), new("Från", owed.Debtor), .. documents.SelectMany(Understood)],
            Sections =
            [
                new("Stämmer det inte?",
                [
                    "Handlingarna lästes av ett program. Har något blivit fel, hör av er till handläggaren. Vill ni rätta svaret skickar ni in det igen "
                        + "på samma sätt; det senaste gäller och det tidigare finns kvar i ärendet.",
                ]),
                owed.Questions,
            ],
            Footer = $"Kvittensen skickas till de kontakter för remisser som {owed.Debtor} har anmält.",
        };
    }

    /// <param name="isAttached">False when the file is too large for a mail.</param>
    public static Letter ToRegistrar(OwedAnswer owed, string name, Document document, bool isAttached) => new()
    {
        Subject = SingleLine.Of($"Remissvar från {owed.Debtor} i {owed.Case.Dnr}"),
        Preview = SingleLine.Of($"Kom in {SwedishTime.LongDate(SwedishTime.Date(document.ArrivedAt))}. {owed.Case.Title}"),
        Heading = SingleLine.Of($"Remissvar från {owed.Debtor}"),
        Opening =
        [
            $"Hej {SingleLine.Of(name)}!",
            (document.IsSecret, isAttached) switch
            {
                (true, _) => "Handlingen är sekretessmarkerad och bifogas inte. Den finns orörd i lagringen under sin kontrollsumma.",
                (_, true) => "Svaret är bifogat så som det kom in.",
                _ => "Filen är för stor för ett mejl. Den finns orörd i lagringen under sin kontrollsumma.",
            },
        ],
        Facts =
        [
            new("Diarienummer", SingleLine.Of(owed.Case.Dnr)),
            new("Ärende", SingleLine.Of(owed.Case.Title, 400)),
            new("Från", owed.Debtor),
            .. Understood(document),
        ],
        Sections = [owed.Questions],
        Footer = "Kopian skickas till registratorn eftersom det är valt för ärendet.",
    };

    /// <summary>Of what is secret only that it came, and when.</summary>
    private static IEnumerable<Fact> Understood(Document document)
    {
        var arrived = SwedishTime.Local(document.ArrivedAt);
        yield return new("Fil", document.IsSecret ? "omfattas av sekretess" : SingleLine.Of(document.FileName, 120));
        yield return new("SHA-256", document.Sha256);
        yield return new("Kom in", $"{SwedishTime.LongDate(SwedishTime.Date(document.ArrivedAt))} kl. {arrived:HH\\.mm}");
        if (document.IsSecret || document.Classification is not { } read)
            yield break;

        if (read.Date is { } date)
            yield return new("Daterad", SwedishTime.MediumDate(date));
        if (read.Type is not DocumentType.Avstar)
            yield return new("Ställningstagande", ReportWords.Of(read.Stance));
    }
}
