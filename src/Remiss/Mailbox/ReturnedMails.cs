using Remiss.Intake.Extraction;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Mailbox;

/// <summary>A mail that came back is a contact that was not reached: its send is told so, and with it the coordinator.</summary>
public sealed class ReturnedMails(RemissLedger ledger, SendOnce sendOnce)
{
    /// <param name="doubt">Why the report itself may not be believed.</param>
    /// <returns>Why a person has to look at the report, in Swedish; null when everything has been done.</returns>
    public async Task<string?> SettleAsync(DeliveryReport report, string? doubt, CancellationToken cancellationToken)
    {
        if (report.Action is not "failed") return null;
        if (doubt is not (null or MailPlacement.OnlyReport)) return $"Mejlet säger att ett utskick kom tillbaka, men är inte styrkt. {doubt}";

        foreach (var partition in (IEnumerable<string>)[.. await ledger.OpenCasesAsync(cancellationToken), LedgerKeys.Weekly])
        {
            var sends = await ledger.ListAsync<Send>(partition, cancellationToken);
            if (sends.FirstOrDefault(s => MessageId.AreSame(s.Draft?.InternetMessageId, report.MessageId)) is not { } send) continue;

            await sendOnce.ReturnAsync(partition, send, Why(report.Status), cancellationToken);
            return null;
        }

        return "Mejlet säger att ett utskick kom tillbaka, men utskicket finns inte i något öppet ärende.";
    }

    /// <summary>The classes of RFC 3463.</summary>
    private static string Why(string? status) => (status ?? "") switch
    {
        var s when s.StartsWith("5.1.", StringComparison.Ordinal) => $"Adressen finns inte ({s}).",
        "5.2.1" => "Brevlådan är avstängd (5.2.1).",
        "5.2.2" or "4.2.2" => $"Brevlådan är full ({status}).",
        "5.2.3" or "5.3.4" => $"Mejlet är för stort för mottagaren ({status}).",
        var s when s.StartsWith("5.4.", StringComparison.Ordinal) || s.StartsWith("4.4.", StringComparison.Ordinal) => $"Mottagarens mejlserver svarar inte ({s}).",
        var s when s.StartsWith("5.7.", StringComparison.Ordinal) => $"Mottagarens mejlserver släpper inte fram våra mejl ({s}).",
        "" => "Mejlet gick inte att leverera.",
        var s => $"Mejlet gick inte att leverera ({s}).",
    };
}
