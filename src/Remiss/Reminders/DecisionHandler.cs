using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Review;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Reminders;

/// <summary>
/// Carries out what a coordinator decides about a recipient: one change of the ledger with its line in the audit log. What follows for
/// others is sent by the runs, which see it in the ledger.
/// </summary>
public sealed class DecisionHandler(RemissLedger ledger, TimeProvider time)
{
    /// <param name="who">The coordinator, as the audit log is to name it.</param>
    public async Task<DecisionEffect> HandleAsync(
        string caseId, string organisation, RecipientDecision decision, string who, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await ledger.FindAsync<Recipient>(caseId, LedgerKeys.Recipient(organisation), cancellationToken);
            if (row is null || await ledger.ReadAboutAsync(caseId, organisation, SendKind.Reminder, cancellationToken) is not { } read)
                return new DecisionEffect.Refused("Remissinstansen finns inte i ärendet.");

            var contacts = (await ledger.ReadRegisterAsync(cancellationToken)).Find(organisation)?.Contacts ?? [];
            var effect = DecisionRules.Apply(decision, row.Value, read, contacts, time.GetUtcNow());
            if (effect is not DecisionEffect.Changed changed || await CommitAsync(caseId, row, changed, decision, who, cancellationToken))
                return effect;
        }
    }

    private async Task<bool> CommitAsync(
        string caseId, Stored<Recipient> row, DecisionEffect.Changed changed, RecipientDecision decision, string who, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var key = LedgerKeys.Recipient(row.Value.Organisation);
        var (what, why) = Tell(decision);
        var change = ledger.Change(caseId)
            .Replace(key, row, changed.Recipient)
            .Audit(new(now, who, what, key, why));
        foreach (var send in changed.Sends)
            change.Insert(LedgerKeys.Send(send), send).Audit(new(now, who, "send_owed", NotificationId.Of(caseId, send)));
        if (changed.Document is { } document)
        {
            var documentKey = LedgerKeys.Document(document);
            if (await ledger.FindAsync<Document>(caseId, documentKey, cancellationToken) is not { Value.State: DocumentState.Review } before)
                return false;
            change.Replace(documentKey, before, Decided(before.Value, who, now, why))
                .Audit(new(now, who, "document_accepted", documentKey, what));
        }

        return await change.CommitAsync(cancellationToken);
    }

    private static Document Decided(Document request, string who, DateTimeOffset now, string? why) => request with
    {
        State = DocumentState.Accepted,
        Proposal = request.Decision is null ? request.Classification : request.Proposal,
        Decision = new(DecisionKind.Accepted, who, now, why, request.Decision?.Before ?? request.State),
    };

    private static (string What, string? Why) Tell(RecipientDecision decision) => decision switch
    {
        RecipientDecision.GrantExtension grant => ("extension_granted", $"{grant.Until:yyyy-MM-dd}"),
        RecipientDecision.RefuseExtension => ("extension_refused", null),
        RecipientDecision.Pause pause => ("reminders_paused", $"{pause.Until:yyyy-MM-dd}"),
        RecipientDecision.EndPause => ("reminders_resumed", null),
        RecipientDecision.RemindNow => ("reminder_ordered", null),
        RecipientDecision.RenewLink => ("upload_link_renewed", null),
        RecipientDecision.RequestCompletion wish => ("completion_requested", $"{wish.Until:yyyy-MM-dd}: {wish.What}"),
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };
}
