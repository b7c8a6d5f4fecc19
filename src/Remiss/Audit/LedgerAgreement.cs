using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Audit;

/// <summary>Where the rows of a case do not agree with each other, or with what the audit log says was done. Pure.</summary>
public static class LedgerAgreement
{
    private static readonly string[] Arrived = ["document_received", "duplicate_received", "arrival_moved"];

    public static IEnumerable<string> Faults(CaseLedger ledger, IReadOnlyList<AuditEntry> audit)
    {
        var said = audit.ToLookup(a => a.Subject, StringComparer.Ordinal);
        return [.. Arrivals(ledger, said), .. Documents(ledger, said), .. Recipients(ledger, said), .. Sends(ledger, said)];
    }

    private static IEnumerable<string> Arrivals(CaseLedger ledger, ILookup<string, AuditEntry> said)
    {
        var documents = ledger.Documents.Concat(ledger.Moved).Select(d => (d.Organisation, d.Sha256)).ToHashSet();
        foreach (var arrival in ledger.Arrivals.Where(a => !documents.Contains((a.Organisation, a.Sha256))))
            yield return $"{arrival.Path}: har kommit in men ingen handling {arrival.Sha256} finns.";

        foreach (var same in ledger.Arrivals.GroupBy(a => (a.Path, a.Sha256)))
        {
            var lines = said[same.Key.Path].Count(a => Arrived.Contains(a.What) && (a.Why == same.Key.Sha256 || a.What == "arrival_moved"));
            if (lines < same.Count()) yield return $"{same.Key.Path}: har kommit in {same.Count()} gånger, loggen har {lines}.";
        }
    }

    private static IEnumerable<string> Documents(CaseLedger ledger, ILookup<string, AuditEntry> said)
    {
        var arrived = ledger.Arrivals.Select(a => (a.Organisation, a.Sha256)).ToHashSet();
        var known = ledger.Documents.Concat(ledger.Moved).Select(d => (d.Organisation, d.Sha256)).ToHashSet();
        foreach (var document in ledger.Documents)
        {
            if (!arrived.Contains((document.Organisation, document.Sha256)))
                yield return $"{document.Path}: handlingen {document.Sha256} har aldrig kommit in.";
            if (document.SupersededBy is { } newer && !known.Contains((document.Organisation, newer)))
                yield return $"{document.Path}: sägs vara ersatt av {newer}, som inte finns.";
        }

        foreach (var document in ledger.Documents.Concat(ledger.Moved))
        {
            var lines = said[LedgerKeys.Document(document)].ToList();
            var expected = Expected(document);
            if (expected is not null && !lines.Exists(a => a.What == expected || a.What == "document_moved_here"))
                yield return $"{document.Path}: loggen har ingen rad {expected}.";
        }
    }

    /// <returns>Null where nothing but the arrival has been said.</returns>
    private static string? Expected(Document document) => document switch
    {
        { IsMoved: true } => "document_moved",
        { DisposedAt: not null } => "document_disposed",
        { Decision.Kind: DecisionKind.NotAnAnswer or DecisionKind.Corrected or DecisionKind.Reopened or DecisionKind.Accepted } =>
            $"document_{RemissJson.Label(document.Decision.Kind)}",
        { State: DocumentState.Received or DocumentState.Quarantined } => null,
        _ => $"document_{RemissJson.Label(document.State)}",
    };

    private static IEnumerable<string> Recipients(CaseLedger ledger, ILookup<string, AuditEntry> said)
    {
        foreach (var recipient in ledger.Recipients)
        {
            var key = LedgerKeys.Recipient(recipient.Organisation);
            if (recipient.Answer is { } answer && !ledger.DocumentsOf(recipient.Organisation).Any(d => d.Sha256 == answer && d.Counts))
                yield return $"{recipient.Organisation}: svaret som gäller, {answer}, finns inte bland de godtagna handlingarna.";
            if (!said[key].Any())
                yield return $"{recipient.Organisation}: loggen har ingen rad om remissinstansen.";
            if (recipient.Status is RecipientStatus.Responded or RecipientStatus.Declined
                && !said[key].Any(a => a.What == $"recipient_{RemissJson.Label(recipient.Status)}" || a.What == "recipient_changed"))
                yield return $"{recipient.Organisation}: loggen har ingen rad recipient_{RemissJson.Label(recipient.Status)}.";
        }
    }

    private static IEnumerable<string> Sends(CaseLedger ledger, ILookup<string, AuditEntry> said)
    {
        foreach (var send in ledger.Sends)
        {
            var id = NotificationId.Of(ledger.Case.Id, send);
            if (!said[id].Any(a => Means(a.What, send.State)))
                yield return $"{id}: liggaren säger {RemissJson.Label(send.State)}, vilket ingen rad i loggen gör.";
        }
    }

    private static bool Means(string what, SendState state) => state switch
    {
        SendState.Accepted => what is "send_accepted" or "send_confirmed",
        SendState.Owed => what is "send_owed" or "send_again",
        _ => what == $"send_{RemissJson.Label(state)}",
    };
}
