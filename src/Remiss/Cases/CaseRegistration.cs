using System.Text.Json;
using Remiss.Intake;
using Remiss.Storage;

namespace Remiss.Cases;

/// <summary>Takes a case and its register in. May be called again: nothing happens when nothing has changed.</summary>
public sealed class CaseRegistration(RemissLedger ledger, RegisterHandler registerHandler, TimeProvider time)
{
    /// <summary>Rows of one transaction, well below the limit of 100.</summary>
    private const int RowsAtOnce = 45;

    /// <param name="who">For the audit log.</param>
    public async Task RegisterAsync(RemissCase remissCase, Register register, CancellationToken cancellationToken, string who = AuditEntry.System)
    {
        await registerHandler.SaveAsync(register.Organisations, who, cancellationToken);
        while (true)
        {
            var before = await ledger.FindAsync<RemissCase>(remissCase.Id, LedgerKeys.Case, cancellationToken);
            if (await TryChangeAsync(before, remissCase, who, null, cancellationToken)) break;
        }

        if (await ledger.FindAsync<CaseClosure>(remissCase.Id, LedgerKeys.Closure, cancellationToken) is not { Value.IsClosed: true })
            await ledger.OpenAsync(remissCase.Id, cancellationToken);
    }

    /// <summary>
    /// Changes the case and what follows for its recipients. Beyond 45 recipients it takes more than one transaction; the case itself goes
    /// with the last, so that a change that was interrupted is made whole when it is made again.
    /// </summary>
    /// <param name="before">Null when there is no such case.</param>
    /// <returns>False when somebody was first; decide anew.</returns>
    public async Task<bool> TryChangeAsync(
        Stored<RemissCase>? before, RemissCase after, string who, string? why, CancellationToken cancellationToken)
    {
        var caseId = after.Id;
        var known = await ledger.FindAllAsync<Recipient>(caseId, cancellationToken);
        var since = before is null ? after.RemittedOn : SwedishTime.Date(time.GetUtcNow());
        var recipients = RecipientChanges.Of(after, [.. known.Select(r => r.Value)], since, await DeclinesAsync(caseId, known, cancellationToken));
        foreach (var chunk in recipients.SkipLast(RowsAtOnce).Chunk(RowsAtOnce))
        {
            if (!await WithRecipients(caseId, chunk, known, who, why).CommitAsync(cancellationToken)) return false;
        }

        var last = WithRecipients(caseId, recipients.TakeLast(RowsAtOnce), known, who, why);
        if (!Same(after, before?.Value))
        {
            last.Audit(new(time.GetUtcNow(), who, before is null ? "case_registered" : "case_changed", caseId, why ?? after.Title));
            if (before is null) last.Insert(LedgerKeys.Case, after);
            else last.Replace(LedgerKeys.Case, before, after);
        }

        return await last.CommitAsync(cancellationToken);
    }

    /// <summary>Of those who were withdrawn and may come back.</summary>
    private async Task<IReadOnlyCollection<string>> DeclinesAsync(string caseId, IReadOnlyList<Stored<Recipient>> known, CancellationToken cancellationToken)
    {
        List<string> declines = [];
        foreach (var row in known)
        {
            if (row.Value is { Status: RecipientStatus.Withdrawn, Answer: { } answer, Organisation: var organisation }
                && await ledger.FindAsync<Document>(caseId, LedgerKeys.Document(organisation, answer), cancellationToken) is { Value.Declines: true })
                declines.Add(answer);
        }

        return declines;
    }

    private LedgerChange WithRecipients(
        string caseId, IEnumerable<Recipient> recipients, IReadOnlyList<Stored<Recipient>> known, string who, string? why)
    {
        var change = ledger.Change(caseId);
        foreach (var recipient in recipients)
        {
            var key = LedgerKeys.Recipient(recipient.Organisation);
            var old = known.FirstOrDefault(r => r.Value.Organisation == recipient.Organisation);
            if (old is null) change.Insert(key, recipient);
            else change.Replace(key, old, recipient);
            var what = $"{RemissJson.Label(recipient.Status)}, {recipient.Deadline:yyyy-MM-dd}";
            change.Audit(new(time.GetUtcNow(), who, old is null ? "recipient_added" : "recipient_changed", key, why is null ? what : $"{what}; {why}"));
        }

        return change;
    }

    private static bool Same<T>(T one, T? other) =>
        other is not null
        && JsonSerializer.Serialize(one, RemissJson.Options) == JsonSerializer.Serialize(other, RemissJson.Options);
}
