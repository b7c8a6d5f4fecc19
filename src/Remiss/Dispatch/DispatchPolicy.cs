using Remiss.Cases;
using Remiss.Notifications;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Dispatch;

/// <summary>
/// What the recipients of a case, and the registrar, are to be told and have not been: computed from the ledger alone, so that whatever was
/// decided or read while nothing ran is told when something runs again, once.
/// <list type="bullet">
/// <item>The request goes to whoever is to answer, as long as an answer can come in time; once for each contact and channel, whatever
/// becomes of the deadline.</item>
/// <item>A receipt is for what came together: a letter, its minutes and its mail are one.</item>
/// <item>A new upload link goes to whoever has the old one.</item>
/// <item>A decision is told while an answer is awaited.</item>
/// </list>
/// </summary>
public static class DispatchPolicy
{
    public const int MovedSlot = 1;
    public const int RefusedSlot = 2;
    public const int CompletionSlot = 3;
    public const int LinkSlot = 4;
    public const int ReceiptSlot = 1;
    public const int CopySlot = 2;

    public static DispatchDecision Decide(CaseLedger ledger, Register register, DateTimeOffset now)
    {
        var rows = ledger.Sends.Where(s => s.Kind is SendKind.Dispatch or SendKind.Receipt or SendKind.Notice).ToList();
        var settled = rows.Where(s => !IsOpen(s.State)).Select(LedgerKeys.Send).ToHashSet(StringComparer.Ordinal);
        List<OwedLetter> owed =
        [
            .. ledger.Recipients
                .SelectMany(r => OwedTo(r, ledger, rows, register.Find(r.Organisation)?.Contacts ?? [], SwedishTime.Date(now)))
                .Concat(Copies(ledger, rows, register))
                .Where(o => !settled.Contains(LedgerKeys.Send(o.Send))),
        ];
        var keys = owed.Select(o => LedgerKeys.Send(o.Send)).ToHashSet(StringComparer.Ordinal);
        return new(owed, [.. rows.Where(s => IsOpen(s.State) && !keys.Contains(LedgerKeys.Send(s)))]);
    }

    private static IEnumerable<OwedLetter> OwedTo(
        Recipient recipient, CaseLedger ledger, List<Send> rows, IReadOnlyList<Contact> contacts, DateOnly today)
    {
        var answerers = Addressee.AnswerersAmong(contacts);
        var own = rows.Where(s => s.Organisation == recipient.Organisation).ToList();
        var isAwaited = recipient.Status is RecipientStatus.Awaiting;
        IEnumerable<OwedLetter> owed = Receipts(recipient, ledger, own, answerers);
        if (isAwaited && !SwedishCalendar.IsPast(recipient.Deadline, today))
            owed = owed.Concat(Requests(recipient, own, answerers));
        if (recipient.LinkGeneration > 0 && recipient.Status is not RecipientStatus.Withdrawn)
            owed = owed.Concat(NewLinks(recipient, own, answerers));
        if (isAwaited)
            owed = owed.Concat(Decisions(recipient, own, answerers));
        if (recipient.Completion is { } wish && wish.Answer == recipient.Answer)
            owed = owed.Concat(Letters(Matter.Completion, SendKind.Notice, recipient.Organisation, wish.Until, CompletionSlot, wish.Answer, answerers));
        return owed;
    }

    private static IEnumerable<OwedLetter> Requests(Recipient recipient, List<Send> own, IReadOnlyList<Addressee> answerers) =>
        from letter in Letters(Matter.Request, SendKind.Dispatch, recipient.Organisation, recipient.Deadline, 1, null, answerers)
        let earlier = own.Find(s => s.Kind is SendKind.Dispatch && s.Channel == letter.Send.Channel && s.Contact == letter.Send.Contact)
        where earlier is null || IsOpen(earlier.State)
        select earlier is null ? letter : letter with { Send = earlier };

    /// <summary>Once for each renewal, whatever becomes of the deadline.</summary>
    private static IEnumerable<OwedLetter> NewLinks(Recipient recipient, List<Send> own, IReadOnlyList<Addressee> answerers) =>
        from letter in Letters(
            Matter.LinkRenewed, SendKind.Notice, recipient.Organisation, recipient.Deadline, LinkSlot, $"link-{recipient.LinkGeneration}", answerers)
        where letter.Send.Channel is Channel.Mail
        let earlier = own.Find(s => s.Kind is SendKind.Notice && s.About == letter.Send.About && s.Contact == letter.Send.Contact)
        where earlier is null || IsOpen(earlier.State)
        select earlier is null ? letter : letter with { Send = earlier };

    private static IEnumerable<OwedLetter> Decisions(Recipient recipient, List<Send> own, IReadOnlyList<Addressee> answerers)
    {
        var (matter, slot) = recipient.Extension?.State switch
        {
            ExtensionState.Granted => (Matter.ExtensionGranted, MovedSlot),
            ExtensionState.Refused => (Matter.ExtensionRefused, RefusedSlot),
            _ => (Matter.DeadlineMoved, MovedSlot),
        };
        var about = matter is Matter.DeadlineMoved ? null : recipient.Extension!.Document is { Length: > 0 } document ? document : null;
        // What was decided on a request has been told with the day that held then; another day since is news of its own.
        if (about is not null && own.Exists(s => s.Kind is SendKind.Notice && s.Slot == slot && s.About == about && s.Deadline != recipient.Deadline))
            (matter, slot, about) = (Matter.DeadlineMoved, MovedSlot, null);
        return Letters(matter, SendKind.Notice, recipient.Organisation, recipient.Deadline, slot, about, answerers)
            .Where(letter => matter is not Matter.DeadlineMoved || WasToldOtherwise(letter.Send, own));
    }

    private static bool WasToldOtherwise(Send send, List<Send> own) => own.Exists(s =>
        s.Contact == send.Contact && s.Deadline != send.Deadline && (s.Kind is SendKind.Dispatch || s is { Kind: SendKind.Notice, Slot: MovedSlot }));

    private static IEnumerable<OwedLetter> Receipts(Recipient recipient, CaseLedger ledger, List<Send> own, IReadOnlyList<Addressee> answerers) =>
        from together in ledger.DocumentsOf(recipient.Organisation).Where(d => d.Counts).GroupBy(d => d.Parent ?? d.Sha256)
        let first = together.OrderBy(d => d.ArrivedAt).First()
        from letter in Letters(
            Matter.Receipt, SendKind.Receipt, recipient.Organisation, SwedishTime.Date(first.ArrivedAt), ReceiptSlot, together.Key, answerers)
        where letter.Send.Channel is Channel.Mail
        select AsBegun(letter, own) with { Documents = [.. together] };

    /// <summary>The day that a document came in may turn out to be an earlier one; what is told of it is still one thing.</summary>
    private static OwedLetter AsBegun(OwedLetter letter, List<Send> rows) =>
        rows.Find(s => s.About == letter.Send.About && s.Slot == letter.Send.Slot && s.Kind == letter.Send.Kind && s.Contact == letter.Send.Contact
            && s.Channel == letter.Send.Channel && s.Organisation == letter.Send.Organisation) is { } begun
            ? letter with { Send = begun }
            : letter;

    private static IEnumerable<OwedLetter> Copies(CaseLedger ledger, List<Send> rows, Register register) => !ledger.Case.CopyToRegistrar
        ? []
        : from document in ledger.Documents.Where(d => d.Counts)
          from contact in register.Find(ledger.Case.CoordinatingBody)?.Contacts ?? []
          where contact.Role is ContactRole.Registrar
          from letter in Letters(
              Matter.Copy, SendKind.Receipt, document.Organisation, SwedishTime.Date(document.ArrivedAt), CopySlot, document.Sha256,
              [Addressee.Of(contact, Audience.Coordinator)])
          where letter.Send.Channel is Channel.Mail
          select AsBegun(letter, rows) with { Documents = [document] };

    private static IEnumerable<OwedLetter> Letters(
        Matter matter, SendKind kind, string organisation, DateOnly deadline, int slot, string? about, IReadOnlyList<Addressee> to) =>
        from addressee in to
        from channel in addressee.Channels
        select new OwedLetter(
            new Send
            {
                Kind = kind,
                Organisation = organisation,
                Deadline = deadline,
                Slot = slot,
                Channel = channel,
                Contact = addressee.Mail,
                About = about,
                At = default,
            },
            addressee,
            matter,
            []);

    private static bool IsOpen(SendState state) => state is SendState.Owed or SendState.Sending;
}

/// <param name="Passed">Open rows of what is no longer owed.</param>
public sealed record DispatchDecision(IReadOnlyList<OwedLetter> Owed, IReadOnlyList<Send> Passed);
