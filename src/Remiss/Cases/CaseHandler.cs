using Remiss.Disposal;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Cases;

/// <summary>Creates cases and carries out what a coordinator decides about them: each a change of the ledger with its lines in the audit log.</summary>
public sealed class CaseHandler(RemissLedger ledger, CaseRegistration registration, CaseClosing closing, OriginalStore originals, TimeProvider time)
{
    /// <param name="text">As docs/schemas/case.schema.json has it; its organisations are in the register.</param>
    /// <param name="name">What the text is called in errors.</param>
    public async Task<CaseOutcome> CreateAsync(string text, string name, string who, CancellationToken cancellationToken)
    {
        RemissCase read;
        try
        {
            read = await CaseFile.ParseAsync(text, name, await ledger.ReadRegisterAsync(cancellationToken), cancellationToken);
        }
        catch (InvalidFileException e)
        {
            return new CaseOutcome.Refused(e.Errors);
        }

        if (await ledger.FindAsync<RemissCase>(read.Id, LedgerKeys.Case, cancellationToken) is not null)
            return Refuse($"id: ärendet {read.Id} finns redan. Ändra det i stället.");
        foreach (var file in read.Files.Where(f => f.Path is not null))
        {
            if (file.Sha256 is null || !await originals.HasAsync(file.Sha256, cancellationToken))
                return Refuse($"files: {file.Name} finns inte i lagringen. Ange en url i stället, eller lägg in ärendet med remiss run.");
        }

        await registration.RegisterAsync(read, Register.Empty, cancellationToken, who);
        return new CaseOutcome.Done(read);
    }

    /// <param name="who">The coordinator, as the audit log is to name him.</param>
    /// <param name="reason">In his own words.</param>
    public async Task<CaseOutcome> HandleAsync(string caseId, CaseDecision decision, string who, string? reason, CancellationToken cancellationToken)
    {
        if (await ledger.FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken) is not { } row) return new CaseOutcome.NoCase();
        if (decision is CaseDecision.Close or CaseDecision.Reopen)
            return await CloseAsync(row.Value, decision is CaseDecision.Close, who, reason, cancellationToken);
        if (await ledger.FindAsync<CaseClosure>(caseId, LedgerKeys.Closure, cancellationToken) is { Value.IsClosed: true })
            return Refuse("Ärendet är avslutat. Öppna det igen först.");
        return decision is CaseDecision.ChangeRecipientDeadline own
            ? await ChangeOneAsync(row.Value, own, who, reason, cancellationToken)
            : await ChangeAsync(caseId, decision, who, reason, cancellationToken);
    }

    private async Task<CaseOutcome> ChangeAsync(string caseId, CaseDecision decision, string who, string? reason, CancellationToken cancellationToken)
    {
        var register = await ledger.ReadRegisterAsync(cancellationToken);
        while (true)
        {
            if (await ledger.FindAsync<RemissCase>(caseId, LedgerKeys.Case, cancellationToken) is not { } row) return new CaseOutcome.NoCase();
            if (FaultOf(decision, row.Value, register) is { } fault) return Refuse(fault);

            var after = Changed(row.Value, decision);
            try
            {
                await CaseFile.ParseAsync(CaseFile.Write(after), caseId, register, cancellationToken);
            }
            catch (InvalidFileException e)
            {
                return new CaseOutcome.Refused(e.Errors);
            }

            if (await registration.TryChangeAsync(row, after, who, reason, cancellationToken)) return new CaseOutcome.Done(after);
        }
    }

    private static string? FaultOf(CaseDecision decision, RemissCase remissCase, Register register) => decision switch
    {
        CaseDecision.AddRecipient add when remissCase.Recipients.Contains(add.Organisation) => $"{NameOf(add.Organisation, register)} är redan remissinstans i ärendet.",
        CaseDecision.WithdrawRecipient withdraw when !remissCase.Recipients.Contains(withdraw.Organisation) => NoRecipient(withdraw.Organisation, register),
        _ => null,
    };

    private static string NoRecipient(string organisation, Register register) => $"{NameOf(organisation, register)} är inte remissinstans i ärendet.";

    private static string NameOf(string organisation, Register register) => SingleLine.Of(register.Find(organisation)?.DisplayName ?? organisation, 100);

    private static RemissCase Changed(RemissCase remissCase, CaseDecision decision) => decision switch
    {
        CaseDecision.ChangeDeadlines change => remissCase with { RecipientDeadline = change.Recipients, RemitterDeadline = change.Remitter },
        CaseDecision.AddRecipient add => remissCase with { Recipients = [.. remissCase.Recipients, add.Organisation] },
        CaseDecision.WithdrawRecipient withdraw => remissCase with { Recipients = [.. remissCase.Recipients.Where(r => r != withdraw.Organisation)] },
        CaseDecision.ChangeCoordinators change => remissCase with { Coordinators = change.Coordinators },
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    private async Task<CaseOutcome> ChangeOneAsync(
        RemissCase remissCase, CaseDecision.ChangeRecipientDeadline own, string who, string? reason, CancellationToken cancellationToken)
    {
        var key = LedgerKeys.Recipient(own.Organisation);
        while (true)
        {
            if (await ledger.FindAsync<Recipient>(remissCase.Id, key, cancellationToken) is not { } row)
                return Refuse(NoRecipient(own.Organisation, await ledger.ReadRegisterAsync(cancellationToken)));
            if (row.Value.Status is RecipientStatus.Withdrawn)
                return Refuse("Remissinstansen är inte längre med i ärendet.");
            if (own.Deadline < remissCase.RemittedOn)
                return Refuse($"Välj en dag efter {SwedishTime.MediumDate(remissCase.RemittedOn)}, då underremissen skickades.");
            if (row.Value.Deadline == own.Deadline) return new CaseOutcome.Done(remissCase);

            var now = time.GetUtcNow();
            var after = row.Value with { Deadline = own.Deadline, DeadlineSince = SwedishTime.Date(now), HasOwnDeadline = true };
            var entry = new AuditEntry(now, who, "deadline_changed", key, $"{row.Value.Deadline:yyyy-MM-dd} → {own.Deadline:yyyy-MM-dd}; {reason}".TrimEnd(' ', ';'));
            if (await ledger.Change(remissCase.Id).Replace(key, row, after).Audit(entry).CommitAsync(cancellationToken))
                return new CaseOutcome.Done(remissCase);
        }
    }

    private async Task<CaseOutcome> CloseAsync(RemissCase remissCase, bool isClosed, string who, string? reason, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) return Refuse("Skriv ett skäl.");
        if (!isClosed && await ledger.FindAsync<CaseDisposal>(remissCase.Id, LedgerKeys.Disposal, cancellationToken) is not null)
            return Refuse("Ärendet är gallrat och kan inte öppnas igen.");

        await ledger.NoteUnfinishedAsync(remissCase.Id, cancellationToken);
        while (true)
        {
            var before = await ledger.FindAsync<CaseClosure>(remissCase.Id, LedgerKeys.Closure, cancellationToken);
            if ((before?.Value.IsClosed ?? false) != isClosed)
            {
                var after = new CaseClosure(isClosed, who, time.GetUtcNow(), reason.Trim());
                var change = ledger.Change(remissCase.Id).Audit(new(after.At, who, isClosed ? "case_closed" : "case_reopened", remissCase.Id, after.Reason));
                if (before is null) change.Insert(LedgerKeys.Closure, after);
                else change.Replace(LedgerKeys.Closure, before, after);
                if (!await change.CommitAsync(cancellationToken)) continue;
            }

            await closing.FinishAsync(remissCase.Id, cancellationToken);
            return new CaseOutcome.Done(remissCase);
        }
    }

    private static CaseOutcome.Refused Refuse(string fault) => new([fault]);
}
