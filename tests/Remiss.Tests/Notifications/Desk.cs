using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Remiss.Audit;
using Remiss.Cases;
using Remiss.Disposal;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Suggestion;
using Remiss.Intake.Extraction;
using Remiss.Intake.Extraction.Ocr;
using Remiss.Intake.Quarantine;
using Remiss.Intake.Review;
using Remiss.Mailbox;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Tests.Notifications;

/// <summary>Where people decide: an office, and the handlers of their decisions on its storage.</summary>
internal sealed class Desk(Office office)
{
    public const string Who = "Handläggare Ett";

    public static readonly string CaseId = Office.Case.Id;

    public Office Office => office;

    public RemissLedger Ledger => office.Ledger;

    public MemoryStorage Storage => office.Storage;

    public MemoryQueues Queues { get; } = new();

    public BlobContainers Containers => new(Storage.BlobService);

    public TextStore Texts => new(Containers);

    public StepQueues Steps => new(Queues);

    public ScanReading Scans { get; } = new(new NoOcr(), Options.Create(new OcrOptions()), NullLogger<ScanReading>.Instance);

    public DocumentMover Mover => new(Ledger, Steps, office.Time);

    public ReviewHandler Review => new(Ledger, Texts, Mover, office.Time);

    public SecrecyHandler Secrecy => new(Ledger, office.Time);

    public CaseClosing Closing => new(Ledger, office.SendOnce());

    public CaseHandler Cases => new(Ledger, new CaseRegistration(Ledger, Register, office.Time), Closing, office.Originals, office.Time);

    public RegisterHandler Register => new(Ledger, office.Time);

    public DisposalHandler Disposal => new(Ledger, Containers, office.Time);

    public ArrivalRecorder Recorder => new(Ledger, office.Originals, Steps, Mover, office.Time);

    public ReceiveHandler Receive => new(
        Ledger, Recorder, new MalwareScan(Options.Create(new QuarantineOptions()), office.Time), Options.Create(new IntakeOptions()), office.Time);

    public ClassifyHandler Classify => new(
        Ledger,
        Texts,
        new KnownFacts(Ledger),
        new DocumentClassifier(),
        new DocumentSuggester(null, office.Time, NullLogger<DocumentSuggester>.Instance),
        new ReturnedMails(Ledger, office.SendOnce()),
        new FailureNote(Ledger, NullLogger<FailureNote>.Instance),
        office.Time);

    public UnknownSends UnknownSends => new(Ledger, office.SendOnce());

    public CaseVerification Verification => new(Ledger, office.Originals);

    public ReconciliationRun Sweep => new(
        Ledger,
        new Reconciliation(Containers, Receive),
        Steps, Mover, Closing, Disposal, UnknownSends, office.Time);

    public static async Task<Desk> OpenAsync(string now = "2023-10-03 09:00") => new(await Office.OpenAsync(now));

    /// <summary>A file that came in and was read and judged as it says, with everything in the ledger that belongs to it.</summary>
    public async Task<DocumentId> ReceiveAsync(
        string partition, string organisation, string text, DocumentState state = DocumentState.Review, DocumentType type = DocumentType.Remissvar,
        Stance stance = Stance.Tillstyrker, string? parent = null, string? file = null)
    {
        var sha256 = Hash(text);
        var path = $"{partition}/{organisation}/{file ?? sha256[..4] + ".txt"}";
        var local = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(local, text);
            await Recorder.RecordAsync(
                new(local, partition, organisation, new Origin(path, "v1", office.Time.GetUtcNow()), office.Time.GetUtcNow(), parent), default);
        }
        finally
        {
            File.Delete(local);
        }

        var id = new DocumentId(partition, organisation, sha256);
        await Texts.SaveAsync(sha256, new(new DocumentText(text, [new(0, text.Length)], [new(0, text.Length, ParagraphKind.Body)]), null, []), default);
        await SetAsync(id, d => d with
        {
            State = state,
            Reasons = state is DocumentState.Review ? ["Ställningstagandet är osäkert."] : [],
            Classification = state is DocumentState.Review or DocumentState.Accepted
                ? new() { Type = type, TypeConfidence = 0.6, Stance = stance, StanceConfidence = 0.5, Review = true, Passages = [new(PassageKind.Stance, "uppfoljning", 0, text.Length, 1)] }
                : null,
        });
        return id;
    }

    public async Task SetAsync(DocumentId id, Func<Document, Document> change)
    {
        var row = (await Ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, id.Sha256), default))!;
        var after = change(row.Value);
        var entry = new AuditEntry(office.Time.GetUtcNow(), AuditEntry.System, $"document_{RemissJson.Label(after.State)}", LedgerKeys.Document(after));
        Assert.True(await Ledger.Change(id.Case).Replace(LedgerKeys.Document(after), row, after).Audit(entry).CommitAsync(default));
    }

    public async Task<Document> FindAsync(DocumentId id) =>
        (await Ledger.FindAsync<Document>(id.Case, LedgerKeys.Document(id.Organisation, id.Sha256), default))!.Value;

    public async Task<Recipient> RecipientAsync(string organisation) =>
        (await Ledger.FindAsync<Recipient>(CaseId, LedgerKeys.Recipient(organisation), default))!.Value;

    public async Task<CaseLedger> ReadAsync() => (await Ledger.ReadAsync(CaseId, default))!;

    public Task<ReviewOutcome> DecideAsync(DocumentId id, ReviewDecision decision, string? reason = "Jag har läst den.") =>
        Review.HandleAsync(id, decision, Who, reason, default);

    public async Task<IReadOnlyList<string>> AuditAsync(string partition) =>
        [.. (await Ledger.ListAsync<AuditEntry>(partition, default)).Where(a => a.Who == Who).Select(a => a.What).Order(StringComparer.Ordinal)];

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
