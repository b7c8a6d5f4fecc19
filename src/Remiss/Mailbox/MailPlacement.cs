using Remiss.Cases;
using Remiss.Intake.Classification.Numbers;

namespace Remiss.Mailbox;

/// <summary>Which case and organisation a mail belongs to, and why a person should look before it counts.</summary>
/// <param name="Case">Null when it cannot be told; then a person places it.</param>
public sealed record MailPlacement(string? Case, string? Organisation, string? Doubt)
{
    /// <summary>The doubt about what a mail server's report says or carries besides being a report: anyone can write one.</summary>
    public const string OnlyReport = "Mejlet är en mejlservers rapport. Det som står i den eller följer med den är inget svar.";

    /// <summary>
    /// By the mail that it answers, then by the token in its subject; and where the sender's domain is vouched for, by that and the case's
    /// number. Pure.
    /// </summary>
    public static MailPlacement Of(ReceivedMail mail, MailContext context, string receiver)
    {
        var verdict = SenderCheck.Of(mail, receiver);
        var owners = context.OwnersOf(mail.From);
        var place = Answered(mail, context) ?? Named(mail, context) ?? (verdict is SenderVerdict.Passed ? Sent(mail, context, owners) : null);
        return new(place?.Case, place?.Organisation, DoubtOf(mail, verdict, place?.Organisation, owners));
    }

    private static (string Case, string Organisation)? Answered(ReceivedMail mail, MailContext context)
    {
        foreach (var id in mail.Answered)
        {
            if (context.FindSent(id) is { } found && context.IsRecipient(found.Case, found.Send.Organisation)) return (found.Case, found.Send.Organisation);
        }

        return null;
    }

    private static (string Case, string Organisation)? Named(ReceivedMail mail, MailContext context) =>
        SubjectToken.Find(mail.Subject) is { } token && context.IsRecipient(token.Case, token.Organisation) ? token : null;

    private static (string Case, string Organisation)? Sent(ReceivedMail mail, MailContext context, IReadOnlyList<Organisation> owners)
    {
        var text = $"{mail.Subject}\n{mail.Preview}";
        var places = (from remissCase in context.Cases
                      where DnrFinder.Holds(text, remissCase.Dnr)
                      from owner in owners
                      where remissCase.Recipients.Contains(owner.Id)
                      select (remissCase.Id, owner.Id)).ToList();
        return places is [var only] ? only : null;
    }

    private static string? DoubtOf(ReceivedMail mail, SenderVerdict verdict, string? organisation, IReadOnlyList<Organisation> owners) => verdict switch
    {
        SenderVerdict.Failed => $"Mejlet klarade inte kontrollen av avsändaren (DMARC): det behöver inte komma från {mail.From}.",
        _ when mail.IsReport => OnlyReport,
        SenderVerdict.Unknown => $"Mejlservern har inte intygat att mejlet kommer från {mail.From} (DMARC).",
        _ when organisation is not null && owners.All(o => o.Id != organisation) => $"Mejlet kom från {mail.From}, som inte är en adress hos {organisation} i registret.",
        _ => null,
    };
}
