using Remiss.Chaos.Inbox;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Chaos.Judging;

/// <summary>The rows of what was sent in one partition: everything owed is there once, settled, with its lines in the audit log.</summary>
internal sealed class SendJudge(LeftIn left, Verdict verdict)
{
    public void Run()
    {
        foreach (var send in left.Sends)
        {
            var id = NotificationId.Of(left.Partition, send);
            verdict.Check(send.State is not (SendState.Owed or SendState.Sending), $"HALF send {id} is still {send.State}");
            var lines = left.Lines($"send_{RemissJson.Label(send.State)}", id);
            verdict.Check(lines == 1 || (lines > 1 && send.State is SendState.Owed or SendState.Sending), $"audit: {lines} lines say that {id} is {send.State}");
        }

        if (left.Partition == LedgerKeys.Weekly) return;
        foreach (var together in left.Documents.Where(d => d.Counts && d.Organisation != LedgerKeys.NoOrganisation).GroupBy(d => (d.Organisation, About: d.Parent ?? d.Sha256)))
            Once(SendKind.Receipt, together.Key.Organisation, together.Key.About);
        foreach (var recipient in left.Recipients) Once(SendKind.Dispatch, recipient.Organisation, null);
    }

    /// <summary>One row of the kind for the organisation's contact by mail; a request may be missing where the answer came first.</summary>
    private void Once(SendKind kind, string organisation, string? about)
    {
        var rows = left.Sends.Where(s =>
            s.Kind == kind && s.Organisation == organisation && s.About == about && s.Channel is Channel.Mail && s.Contact == ChaosCases.Mail(organisation)).ToList();
        verdict.Check(rows.Count <= 1, $"TWICE: {rows.Count} rows of {kind} to {organisation} about {about?[..8]}: {string.Join(", ", rows.Select(r => $"{r.Deadline:yyyy-MM-dd} {r.State}"))}");
        if (kind is SendKind.Receipt) verdict.Check(rows.Count == 1 && rows[0].State is SendState.Accepted, $"LOST receipt to {organisation} about {about?[..8]}: {rows.FirstOrDefault()?.State}");
    }
}
