using Remiss.Cases;
using Remiss.Intake;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Reminders;

/// <summary>What a coordinator's decision means for the recipient. Pure.</summary>
public static class DecisionRules
{
    private const int LongestWish = 1000;

    public static DecisionEffect Apply(
        RecipientDecision decision, Recipient recipient, CaseLedger ledger, IReadOnlyList<Contact> contacts, DateTimeOffset now)
    {
        var today = SwedishTime.Date(now);
        if (recipient.Status is RecipientStatus.Withdrawn)
            return Refuse("Remissinstansen är inte längre med i ärendet.");
        if (!ledger.IsOpen)
            return Refuse("Ärendet är avslutat. Öppna det igen först.");

        return decision switch
        {
            RecipientDecision.GrantExtension grant => Grant(grant, recipient, ledger, today),
            RecipientDecision.RefuseExtension => recipient.Extension is { State: ExtensionState.Requested } request
                ? Change(recipient with { Extension = request with { State = ExtensionState.Refused } }, Request(recipient, ledger))
                : Refuse("Det finns ingen begäran om anstånd att avslå."),
            RecipientDecision.Pause pause => pause.Until > today
                ? Change(recipient with { PausedUntil = pause.Until })
                : Refuse("Välj en dag efter i dag.", "until"),
            RecipientDecision.RenewLink => Change(recipient with { LinkGeneration = recipient.LinkGeneration + 1 }),
            RecipientDecision.EndPause => Change(recipient with { PausedUntil = null }),
            RecipientDecision.RequestCompletion wish => Complete(wish, recipient, today),
            RecipientDecision.RemindNow => RemindNow(recipient, ledger, contacts, now),
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        };
    }

    private static DecisionEffect Grant(RecipientDecision.GrantExtension grant, Recipient recipient, CaseLedger ledger, DateOnly today)
    {
        if (recipient.Status is not RecipientStatus.Awaiting)
            return Refuse("Remissinstansen har redan svarat.");
        if (grant.Until <= recipient.Deadline || grant.Until < today)
            return Refuse($"Välj en dag efter {SwedishTime.MediumDate(recipient.Deadline < today ? today : recipient.Deadline)}.", "until");

        var request = recipient.Extension is { State: ExtensionState.Requested } asked ? asked : new(default, today, grant.Until, "");
        return Change(
            recipient with { Extension = request with { State = ExtensionState.Granted }, Deadline = grant.Until, DeadlineSince = today },
            Request(recipient, ledger));
    }

    private static DecisionEffect Complete(RecipientDecision.RequestCompletion wish, Recipient recipient, DateOnly today) =>
        (recipient, wish) switch
        {
            ({ Answer: null }, _) => Refuse("Det finns inget svar att komplettera."),
            (_, { What: var what }) when string.IsNullOrWhiteSpace(what) || what.Length > LongestWish =>
                Refuse($"Skriv vad som saknas, med högst {LongestWish} tecken.", "text"),
            (_, { Until: var until }) when until <= today => Refuse("Välj en dag efter i dag.", "until"),
            _ => Change(recipient with { Completion = new(wish.What.Trim(), wish.Until, recipient.Answer!) }),
        };

    private static DecisionEffect RemindNow(Recipient recipient, CaseLedger ledger, IReadOnlyList<Contact> contacts, DateTimeOffset now)
    {
        if (!ReminderPolicy.IsOwed(recipient, ledger.Documents))
            return Refuse("Inget svar väntas just nu: det har kommit, eller något från dem väntar på granskning.");
        var answerers = Addressee.AnswerersAmong(contacts);
        if (answerers.Count == 0)
            return Refuse("Registret har ingen kontakt att påminna.");
        var earlier = ledger.Sends
            .Where(s => s.Kind is SendKind.Reminder && s.Organisation == recipient.Organisation && s.Deadline == recipient.Deadline && ReminderSchedule.IsManual(s.Slot))
            .ToList();
        if (earlier.Any(s => SwedishTime.Date(s.At) == SwedishTime.Date(now) || s.State is SendState.Owed or SendState.Sending))
            return Refuse("En påminnelse är redan beställd i dag.");

        var slot = ReminderSchedule.ManualSlot(earlier.Select(s => s.Slot).Distinct().Count());
        return new DecisionEffect.Changed(recipient, null,
        [
            .. from to in answerers
               from channel in to.Channels
               select new Send
               {
                   Kind = SendKind.Reminder,
                   Organisation = recipient.Organisation,
                   Deadline = recipient.Deadline,
                   Slot = slot,
                   Channel = channel,
                   Contact = to.Mail,
                   At = now,
               },
        ]);
    }

    /// <summary>The request has been decided upon, so it no longer waits for anybody.</summary>
    private static Document? Request(Recipient recipient, CaseLedger ledger) =>
        recipient.Extension is { State: ExtensionState.Requested } request
        && ledger.DocumentsOf(recipient.Organisation).FirstOrDefault(d => d.Sha256 == request.Document) is { State: DocumentState.Review } document
            ? document with { State = DocumentState.Accepted }
            : null;

    private static DecisionEffect.Changed Change(Recipient recipient, Document? document = null) => new(recipient, document, []);

    private static DecisionEffect.Refused Refuse(string why, string? field = null) => new(why, field);
}
