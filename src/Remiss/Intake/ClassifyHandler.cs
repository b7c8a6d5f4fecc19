using Remiss.Cases;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Suggestion;
using Remiss.Intake.Extraction;
using Remiss.Mailbox;
using Remiss.Storage;
using Remiss.Telemetry;

namespace Remiss.Intake;

/// <summary>Third step: what the document is and says, and what follows for its sender; or a person's turn to look.</summary>
public sealed class ClassifyHandler(
    RemissLedger ledger,
    TextStore texts,
    KnownFacts facts,
    DocumentClassifier classifier,
    DocumentSuggester suggester,
    ReturnedMails returned,
    FailureNote failures,
    TimeProvider time)
{
    public Task HandleAsync(DocumentId id, CancellationToken cancellationToken) =>
        failures.WatchAsync(id, () => ClassifyAsync(id, cancellationToken), cancellationToken);

    private async Task ClassifyAsync(DocumentId id, CancellationToken cancellationToken)
    {
        using var step = RemissTelemetry.Start(StepQueues.ClassifyName, id.TraceParent);
        step.Identify(id);
        var key = LedgerKeys.Document(id.Organisation, id.Sha256);
        Judgement? judgement = null;
        while (await ledger.FindAsync<Document>(id.Case, key, cancellationToken) is { Value.State: DocumentState.Extracted } document)
        {
            RemissTelemetry.Waited(StepQueues.ClassifyName, time.GetUtcNow() - document.Value.ArrivedAt);
            judgement ??= await JudgeAsync(id, document.Value, cancellationToken);
            if (await CommitAsync(id, document, judgement, cancellationToken)) return;
        }
    }

    private async Task<Judgement> JudgeAsync(DocumentId id, Document document, CancellationToken cancellationToken)
    {
        var text = await texts.ReadAsync(document.Sha256, cancellationToken);
        var mail = document.Parent is null ? text.Mail : await MailAroundAsync(id, document.Parent, cancellationToken);
        var isAssigned = id.Case != LedgerKeys.Unassigned;
        var (register, open) = await facts.ReadAsync(cancellationToken);
        var (own, closure) = isAssigned ? await ledger.FindCaseAsync(id.Case, cancellationToken) : default;
        var result = classifier.Classify(text.Text, new ClassificationContext
        {
            Register = register,
            OpenCases = With(own, open),
            PathCase = isAssigned ? id.Case : null,
            PathOrganisation = isAssigned ? id.Organisation : null,
            FileName = document.FileName,
            Mail = mail,
            IsAttachment = document.Parent is not null,
            HasAttachments = text.Attachments.Count > 0,
            Remarks = document.Reasons,
            ArrivedOn = SwedishTime.Date(document.ArrivedAt),
        });
        if (text.Mail?.Report is not { } report)
            return new(result, await suggester.SuggestAsync(text.Text, result, cancellationToken), closure, IsReport: false);

        IReadOnlyList<string> reasons = await returned.SettleAsync(report, document.Doubt, cancellationToken) is { } why ? [why] : [];
        return new(result with { Type = DocumentType.Ovrigt, Stance = Stance.Oklart, Review = reasons.Count > 0, Reasons = reasons, Passages = [] }, Suggestion: null, closure, IsReport: true);
    }

    /// <param name="own">The case that the file was put in, open or closed, as it is now.</param>
    private static IReadOnlyList<RemissCase> With(RemissCase? own, IReadOnlyList<RemissCase> open) => own switch
    {
        null => open,
        _ when open.Any(c => c.Id == own.Id) => [.. open.Select(c => c.Id == own.Id ? own : c)],
        _ => [.. open, own],
    };

    /// <summary>The mail that carried it, perhaps in an archive.</summary>
    private async Task<MailHeader?> MailAroundAsync(DocumentId id, string? parent, CancellationToken cancellationToken)
    {
        for (var depth = 0; parent is not null && depth < Nesting.Deepest; depth++)
        {
            if ((await texts.ReadAsync(parent, cancellationToken)).Mail is { } mail) return mail;
            parent = (await ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, parent), cancellationToken))?.Value.Parent;
        }

        return null;
    }

    private async Task<bool> CommitAsync(
        DocumentId id, Stored<Document> document, Judgement judgement, CancellationToken cancellationToken)
    {
        var result = judgement.Result;
        var isAssigned = id.Case != LedgerKeys.Unassigned;
        var reasons = ReasonsFor(document.Value, judgement, isAssigned);
        var judged = document.Value with
        {
            State = result.Review || reasons.Count > result.Reasons.Count ? DocumentState.Review : DocumentState.Accepted,
            Classification = result,
            Suggestion = judgement.Suggestion,
            Reasons = [.. document.Value.Reasons, .. reasons],
            LastError = null,
        };
        var change = ledger.Change(id.Case);
        if (isAssigned) judged = await AddEffectAsync(change, id, judged, cancellationToken);
        var isCommitted = await change
            .Replace(LedgerKeys.Document(judged), document, judged)
            .Audit(Entry($"document_{RemissJson.Label(judged.State)}", LedgerKeys.Document(judged), Summary(judged, result)))
            .CommitAsync(cancellationToken);
        if (isCommitted) RemissTelemetry.Came(judged.State);
        return isCommitted;
    }

    private static IReadOnlyList<string> ReasonsFor(Document document, Judgement judgement, bool isAssigned)
    {
        List<string> reasons = [.. judgement.Result.Reasons];
        if (!isAssigned && !judgement.IsReport) reasons.Add("Filen låg inte i mappen för ett öppet ärende och en av dess remissinstanser.");
        if (judgement.Closure is { IsClosed: true } closure)
            reasons.Add($"Handlingen kom in efter att ärendet avslutades {SwedishTime.MediumDate(SwedishTime.Date(closure.At))}.");
        if (document.Doubt is { } doubt && MayCount(judgement.Result.Type)) reasons.Add(doubt);
        return reasons;
    }

    /// <summary>What says nothing on its sender's behalf does no harm, whoever sent it.</summary>
    private static bool MayCount(DocumentType type) => type is not (DocumentType.Ovrigt or DocumentType.Kvittens);

    private async Task<Document> AddEffectAsync(LedgerChange change, DocumentId id, Document judged, CancellationToken cancellationToken)
    {
        var recipientKey = LedgerKeys.Recipient(id.Organisation);
        if (await ledger.FindAsync<Recipient>(id.Case, recipientKey, cancellationToken) is not { } recipient) return judged;

        var current = recipient.Value.Answer is { } answer
            ? await ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, answer), cancellationToken)
            : null;
        var effect = AnswerRules.Apply(recipient.Value, judged, current?.Value, SwedishTime.Date(judged.ArrivedAt));
        // Replaced even when it stays as it is: a decision about another answer at the same moment must not go unseen.
        if (effect.Recipient != recipient.Value || judged.Counts) change.Replace(recipientKey, recipient, effect.Recipient);
        if (effect.Recipient != recipient.Value)
        {
            change.Audit(Entry($"recipient_{RemissJson.Label(effect.Recipient.Status)}", recipientKey, judged.Path));
        }

        if (current is not null && effect.Current != current.Value)
        {
            change.Replace(LedgerKeys.Document(current.Value), current, effect.Current!)
                .Audit(Entry("answer_superseded", LedgerKeys.Document(current.Value), judged.Path));
        }

        return effect.Judged;
    }

    private AuditEntry Entry(string what, string subject, string why) => new(time.GetUtcNow(), AuditEntry.System, what, subject, why);

    /// <param name="IsReport">A mail server's report on a mail of ours: it needs no case, and its effect is on the send.</param>
    private sealed record Judgement(ClassificationResult Result, DocumentSuggestion? Suggestion, CaseClosure? Closure, bool IsReport);

    private static string Summary(Document judged, ClassificationResult result) =>
        string.Join("; ", [RemissJson.Label(result.Type), RemissJson.Label(result.Stance), .. judged.Reasons]);
}
