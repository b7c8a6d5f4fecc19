using System.Security.Cryptography;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Notifications;
using Remiss.Storage;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Upload;

/// <summary>
/// Takes in what a company states in a form: that it wants more time, or that it declines. The statement is kept as a document like any that
/// comes in, but needs no reading to be understood, so it is in the ledger at once, with its arrival and its lines in the audit log.
/// </summary>
public sealed class StatementHandler(RemissLedger ledger, OriginalStore originals, TextStore texts, TimeProvider time)
{
    public const string UntilField = "datum";
    public const string WhyField = "skal";

    private const int LongestName = 100;
    private const int LongestReason = 2000;
    private const int LongestDelay = 366;

    public Task<StatementOutcome> AskForTimeAsync(
        UploadVisit visit, DateOnly? until, string? why, string? writer, CancellationToken cancellationToken)
    {
        var faults = FaultsOf(why, writer);
        if (until is not { } date || date <= visit.LastDay || date < Today)
            faults.Add(new($"Välj en dag efter {SwedishTime.MediumDate(visit.LastDay < Today ? Today : visit.LastDay)}.", UntilField));
        else if (date > Today.AddDays(LongestDelay))
            faults.Add(new("Välj en dag inom ett år.", UntilField));
        if (faults.Count > 0) return Task.FromResult<StatementOutcome>(new StatementOutcome.Faulty(faults));

        var letter = StatementLetter.MoreTime(visit, until!.Value, Trimmed(why), NameOf(writer), time.GetUtcNow());
        return RecordAsync(visit, letter, NameOf(writer), document => document with
        {
            State = DocumentState.Review,
            Reasons = [$"{visit.Debtor} ber om mer tid, till {SwedishTime.LongDate(until.Value)}."],
            Classification = Judged(visit, DocumentType.Anstand, Stance.Oklart, NameOf(writer)) with
            {
                Review = true,
                Reasons = [$"{visit.Debtor} ber om mer tid, till {SwedishTime.LongDate(until.Value)}."],
                RequestedDeadline = until,
            },
        }, cancellationToken);
    }

    public Task<StatementOutcome> DeclineAsync(UploadVisit visit, string? why, string? writer, CancellationToken cancellationToken)
    {
        var faults = FaultsOf(why, writer);
        if (faults.Count > 0) return Task.FromResult<StatementOutcome>(new StatementOutcome.Faulty(faults));

        var letter = StatementLetter.Decline(visit, Trimmed(why), NameOf(writer), time.GetUtcNow());
        return RecordAsync(visit, letter, NameOf(writer), document => document with
        {
            State = DocumentState.Accepted,
            Classification = Judged(visit, DocumentType.Avstar, Stance.Avstar, NameOf(writer)),
        }, cancellationToken);
    }

    private DateOnly Today => SwedishTime.Date(time.GetUtcNow());

    private async Task<StatementOutcome> RecordAsync(
        UploadVisit visit, StatementLetter letter, string writer, Func<Document, Document> judge, CancellationToken cancellationToken)
    {
        var (caseId, organisation, bytes, now) = (visit.Case.Id, visit.Recipient.Organisation, letter.Bytes, time.GetUtcNow());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await KeepAsync(sha256, bytes, letter.Text, cancellationToken);

        var arrival = new Arrival
        {
            Path = $"{caseId}/{organisation}/{letter.FileName}",
            Version = $"upload-{sha256}",
            Organisation = organisation,
            Sha256 = sha256,
            Size = bytes.Length,
            ArrivedAt = now,
            StoredAt = now,
            Sender = UploadHandler.SenderOf(writer),
            Way = "form",
        };
        var receipt = new StatementOutcome.Recorded(new(caseId, organisation, letter.FileName, sha256, bytes.Length, now));
        var judged = judge(new()
        {
            Organisation = organisation,
            Sha256 = sha256,
            Path = arrival.Path,
            Size = arrival.Size,
            ArrivedAt = now,
            Format = "txt",
            Pages = 1,
            Characters = letter.Text.Text.Length,
        });
        var recipientKey = LedgerKeys.Recipient(organisation);
        while (true)
        {
            if (await ledger.FindAsync<Recipient>(caseId, recipientKey, cancellationToken) is not { } recipient)
                return new StatementOutcome.Faulty([new("Ni är inte längre med i ärendet. Hör av er till handläggaren.")]);
            if (await ledger.FindAsync<Document>(caseId, LedgerKeys.Document(judged), cancellationToken) is not null) return receipt;
            if (recipient.Value.Status is not RecipientStatus.Awaiting)
                return new StatementOutcome.Faulty([new("Ni har redan svarat eller avstått. Vill ni ändra er, hör av er till handläggaren.")]);

            var effect = AnswerRules.Apply(recipient.Value, judged, null, SwedishTime.Date(now));
            var who = $"{writer} (uppladdningslänk, {visit.Debtor})";
            var change = ledger.Change(caseId)
                .Insert(LedgerKeys.Arrival(arrival), arrival)
                .Insert(LedgerKeys.Document(judged), effect.Judged)
                .Replace(recipientKey, recipient, effect.Recipient)
                .Audit(new(now, who, "document_received", arrival.Path, sha256))
                .Audit(new(now, who, $"document_{RemissJson.Label(judged.State)}", LedgerKeys.Document(judged), RemissJson.Label(judged.Classification!.Type)))
                .Audit(new(now, who, $"recipient_{RemissJson.Label(effect.Recipient.Status)}", recipientKey, arrival.Path));
            if (await change.CommitAsync(cancellationToken)) return receipt;
        }
    }

    private async Task KeepAsync(string sha256, byte[] bytes, DocumentText text, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder();
        var path = folder.Document(".txt");
        await File.WriteAllBytesAsync(path, bytes, cancellationToken);
        await originals.KeepAsync(sha256, path, cancellationToken);
        await texts.SaveAsync(sha256, new(text, null, []), cancellationToken);
    }

    private ClassificationResult Judged(UploadVisit visit, DocumentType type, Stance stance, string writer) => new()
    {
        Type = type,
        TypeConfidence = 1,
        Stance = stance,
        StanceConfidence = 1,
        Review = false,
        Organisation = new(visit.Recipient.Organisation, visit.Debtor, 1),
        Case = new(visit.Case.Id, visit.Case.Dnr),
        Date = Today,
        Signatory = new(writer, null),
        Evidence = [new("type", "formuläret på uppladdningssidan", 0, 0)],
    };

    private static List<FormFault> FaultsOf(string? why, string? writer)
    {
        List<FormFault> faults = [];
        if (SingleLine.Of(writer ?? "", int.MaxValue).Length is 0 or > LongestName) faults.Add(new($"Skriv ditt namn, med högst {LongestName} tecken.", UploadForm.NameField));
        if (why?.Length > LongestReason) faults.Add(new($"Skriv högst {LongestReason} tecken.", WhyField));
        return faults;
    }

    private static string NameOf(string? writer) => SingleLine.Of(writer ?? "", LongestName);

    private static string? Trimmed(string? why) => string.IsNullOrWhiteSpace(why) ? null : why.Trim();
}

public abstract record StatementOutcome
{
    public sealed record Recorded(UploadReceipt Receipt) : StatementOutcome;

    public sealed record Faulty(IReadOnlyList<FormFault> Faults) : StatementOutcome;
}
