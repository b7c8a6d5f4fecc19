using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Notifications.Mail;
using Remiss.Storage;

namespace Remiss.Reminders;

/// <summary>An answer that somebody owes, on the day that it is asked for: what the letters about it say. Nothing in it comes from a document.</summary>
/// <param name="Slot">The slot of the schedule that is being sent.</param>
/// <param name="HowToAnswer">A whole sentence or more.</param>
public sealed record OwedAnswer(CaseLedger Ledger, Recipient Recipient, Register Register, int Slot, DateOnly Today, string HowToAnswer)
{
    /// <summary>The page to answer on, if there is one.</summary>
    public Uri? UploadPage { get; init; }

    public LetterSection HowToAnswerSection => new(
        "Så svarar ni",
        [
            .. UploadPage is null ? (string[])[] : ["Enklast är att svara på er egen sida på webben, som länken nedan leder till. Där får ni kvittens genast och kan också be om mer tid eller avstå."],
            HowToAnswer,
            "När svaret har kommit in får ni inga fler påminnelser.",
        ])
    {
        Action = UploadPage is null ? null : new("Lämna svaret på webben", UploadPage),
    };

    public RemissCase Case => Ledger.Case;

    /// <summary>Who owes the answer.</summary>
    public string Debtor => NameOf(Recipient.Organisation);

    /// <summary>Who waits for it.</summary>
    public string Creditor => NameOf(Case.CoordinatingBody);

    public IReadOnlyList<Contact> Contacts => Register.Find(Recipient.Organisation)?.Contacts ?? [];

    public DateOnly LastDay => SwedishCalendar.WorkingDayOnOrAfter(Recipient.Deadline);

    public bool IsLate => Today > LastDay;

    /// <summary>Reminders about this deadline, in order of time.</summary>
    public IReadOnlyList<Send> Reminders(params IEnumerable<SendState> states) =>
    [
        .. Ledger.Sends.Where(s => s.Kind is SendKind.Reminder && s.Organisation == Recipient.Organisation
            && s.Deadline == Recipient.Deadline && states.Contains(s.State)),
    ];

    /// <summary><c>om 3 arbetsdagar</c>, <c>i dag</c>, <c>för 2 arbetsdagar sedan</c></summary>
    public string When => SwedishCalendar.WorkingDaysBetween(Today, LastDay) switch
    {
        0 => "i dag",
        1 => "om 1 arbetsdag",
        -1 => "för 1 arbetsdag sedan",
        > 0 and var days => $"om {days} arbetsdagar",
        var days => $"för {-days} arbetsdagar sedan",
    };

    public IReadOnlyList<Fact> Facts =>
    [
        new("Ärende", SingleLine.Of(Case.Title, 400)),
        new("Diarienummer", SingleLine.Of(Case.Dnr)),
        new("Svar från", Debtor),
        new("Svar till", Creditor),
        new("Sista dag", $"{SwedishTime.LongDate(LastDay)} ({When})"),
    ];

    public LetterSection Questions => new("Frågor", [$"Hör av er till {(Case.Coordinators.Count > 1 ? "någon av handläggarna" : "handläggaren")} hos {Creditor}:"])
    {
        People = [.. Case.Coordinators.Select(c => new MailPerson(SingleLine.Of(c.Name), SingleLine.Of(c.Mail)))],
    };

    private string NameOf(string organisation) => SingleLine.Of(Register.Find(organisation)?.DisplayName ?? organisation);
}
