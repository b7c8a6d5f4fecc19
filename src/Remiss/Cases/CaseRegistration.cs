using System.Text.Json;
using Remiss.Storage;

namespace Remiss.Cases;

/// <summary>Takes a case and its register in. May be called again: nothing happens when nothing has changed.</summary>
public sealed class CaseRegistration(RemissLedger ledger, TimeProvider time)
{
    /// <summary>Rows of one transaction, well below the limit of 100.</summary>
    private const int RowsAtOnce = 45;

    public async Task RegisterAsync(RemissCase remissCase, Register register, CancellationToken cancellationToken)
    {
        var known = await ledger.ReadRegisterAsync(cancellationToken);
        foreach (var organisation in register.Organisations.Where(o => !Same(o, known.Find(o.Id))))
        {
            await ledger.SaveAsync(organisation, cancellationToken);
        }

        await SaveRecipientsAsync(remissCase, cancellationToken);
        await SaveCaseAsync(remissCase, cancellationToken);
        await ledger.OpenAsync(remissCase.Id, cancellationToken);
    }

    private async Task SaveRecipientsAsync(RemissCase remissCase, CancellationToken cancellationToken)
    {
        var isNew = await ledger.FindAsync<RemissCase>(remissCase.Id, LedgerKeys.Case, cancellationToken) is null;
        var since = isNew ? remissCase.RemittedOn : SwedishTime.Date(time.GetUtcNow());
        while (true)
        {
            var before = await ledger.FindAllAsync<Recipient>(remissCase.Id, cancellationToken);
            var after = RecipientChanges.Of(remissCase, [.. before.Select(r => r.Value)], since);
            if (after.Count == 0) return;

            var change = ledger.Change(remissCase.Id);
            foreach (var recipient in after.Take(RowsAtOnce))
            {
                var key = LedgerKeys.Recipient(recipient.Organisation);
                var old = before.FirstOrDefault(r => r.Value.Organisation == recipient.Organisation);
                if (old is null) change.Insert(key, recipient);
                else change.Replace(key, old, recipient);
                change.Audit(new(time.GetUtcNow(), AuditEntry.System, old is null ? "recipient_added" : "recipient_changed", key,
                    $"{RemissJson.Label(recipient.Status)}, {recipient.Deadline:yyyy-MM-dd}"));
            }

            await change.CommitAsync(cancellationToken);
        }
    }

    private async Task SaveCaseAsync(RemissCase remissCase, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await ledger.FindAsync<RemissCase>(remissCase.Id, LedgerKeys.Case, cancellationToken);
            if (Same(remissCase, before?.Value)) return;

            var entry = new AuditEntry(
                time.GetUtcNow(), AuditEntry.System, before is null ? "case_registered" : "case_changed", remissCase.Id, remissCase.Title);
            var change = ledger.Change(remissCase.Id).Audit(entry);
            if (before is null) change.Insert(LedgerKeys.Case, remissCase);
            else change.Replace(LedgerKeys.Case, before, remissCase);
            if (await change.CommitAsync(cancellationToken)) return;
        }
    }

    private static bool Same<T>(T one, T? other) =>
        other is not null
        && JsonSerializer.Serialize(one, RemissJson.Options) == JsonSerializer.Serialize(other, RemissJson.Options);
}
