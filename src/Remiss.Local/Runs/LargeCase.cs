using System.Security.Cryptography;
using System.Text;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Notifications;
using Remiss.Storage;

namespace Remiss.Local.Runs;

/// <summary>A made-up case of any size, written straight into the ledger as the steps would have left it.</summary>
internal sealed class LargeCase(RemissLedger ledger, CaseRegistration registration, TextStore texts, TimeProvider time)
{
    public const string Id = "ks-2026-1";

    /// <summary>Each document takes five rows of a transaction of at most 100.</summary>
    private const int DocumentsAtOnce = 18;

    private const string Body = "Bolaget tillstyrker förslaget. Bolaget har erfarenhet av liknande samverkan och ser behov av tydligare ansvar.\n";

    public async Task<RemissCase> CreateAsync(int recipients, int documents, CancellationToken cancellationToken, string id = Id)
    {
        var now = time.GetUtcNow();
        var today = SwedishTime.Date(now);
        var organisations = Enumerable.Range(1, recipients).Select(n => new Organisation
        {
            Id = $"bolag-{n}",
            Name = $"Provbolaget {n} AB",
            Contacts = [new("Svarande", $"svar@bolag-{n}.example", ContactRole.Answerer)],
        }).ToList();
        var remissCase = new RemissCase
        {
            Id = id,
            Dnr = "KS 2026/1",
            Title = "Ett stort ärende för mätning",
            Remitter = "Kommunstyrelsen",
            CoordinatingBody = organisations[0].Id,
            RemittedOn = today.AddDays(-30),
            RecipientDeadline = today.AddDays(5),
            RemitterDeadline = today.AddDays(30),
            Coordinators = [new("Mätande handläggare", "Handläggare", "handlaggare@example.invalid")],
            Recipients = [.. organisations.Select(o => o.Id)],
        };
        await registration.RegisterAsync(remissCase, new Register(organisations), cancellationToken);

        var all = Enumerable.Range(0, documents).Select(n => Document(id, organisations[n % recipients].Id, n, n / recipients, now)).ToList();
        foreach (var chunk in all.Chunk(DocumentsAtOnce))
        {
            var change = ledger.Change(id);
            foreach (var document in chunk) Add(change, document);
            await change.CommitAsync(cancellationToken);
        }

        await AnswerAsync(id, all, now, cancellationToken);
        return remissCase;
    }

    private static Document Document(string id, string organisation, int number, int round, DateTimeOffset now)
    {
        var length = Body.Length * 40;
        return new()
        {
            Organisation = organisation,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation}/{number}"))),
            Path = $"{id}/{organisation}/Yttrande {number}.pdf",
            Size = 120_000,
            State = round % 10 == 9 ? DocumentState.Review : DocumentState.Accepted,
            ArrivedAt = now.AddMinutes(-10_000 + number),
            Reasons = round % 10 == 9 ? ["Ställningstagandet är osäkert: troligast tillstyrker (58 %)."] : [],
            Format = "pdf",
            Pages = 3,
            Characters = length,
            Classification = new()
            {
                Type = round == 0 ? DocumentType.Remissvar : DocumentType.Bilaga,
                TypeConfidence = .97,
                Stance = round == 0 ? (Stance)(number % 6) : Stance.Oklart,
                StanceConfidence = .9,
                Review = round % 10 == 9,
                Passages = [.. Enumerable.Range(0, 8).Select(i => new Passage(PassageKind.Point, null, i * Body.Length, Body.Length - 1, 1))],
                Evidence = [.. Enumerable.Range(0, 8).Select(i => new Evidence("stance", "avsändaren tillstyrker förslaget", i * Body.Length, 24))],
            },
        };
    }

    private static void Add(LedgerChange change, Document document)
    {
        var arrival = new Arrival
        {
            Path = document.Path,
            Version = document.Sha256,
            Organisation = document.Organisation,
            Sha256 = document.Sha256,
            Size = document.Size,
            ArrivedAt = document.ArrivedAt,
            StoredAt = document.ArrivedAt,
        };
        var key = LedgerKeys.Document(document);
        change.Insert(key, document)
            .Insert(LedgerKeys.Arrival(arrival), arrival)
            .Audit(new(document.ArrivedAt, AuditEntry.System, "document_received", document.Path, document.Sha256))
            .Audit(new(document.ArrivedAt, AuditEntry.System, "document_extracted", key))
            .Audit(new(document.ArrivedAt, AuditEntry.System, "document_accepted", key, "remissvar; tillstyrker"));
    }

    private async Task AnswerAsync(string id, IReadOnlyList<Document> documents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = string.Concat(Enumerable.Repeat(Body, 40));
        var read = new StoredText(new(text, [new(0, text.Length)], [.. Enumerable.Range(0, 40).Select(i => new Paragraph(i * Body.Length, Body.Length - 1, ParagraphKind.Body))]), Mail: null, []);
        var answers = documents.Where(d => d.Classification!.Type is DocumentType.Remissvar).ToDictionary(d => d.Organisation);
        await Parallel.ForEachAsync(answers.Values, cancellationToken, async (answer, ct) => await texts.SaveAsync(answer.Sha256, read, ct));
        foreach (var chunk in (await ledger.FindAllAsync<Recipient>(id, cancellationToken)).Chunk(DocumentsAtOnce))
        {
            var change = ledger.Change(id);
            foreach (var row in chunk)
            {
                var key = LedgerKeys.Recipient(row.Value.Organisation);
                var send = new Send
                {
                    Kind = SendKind.Dispatch,
                    Organisation = row.Value.Organisation,
                    Deadline = row.Value.Deadline,
                    Slot = 1,
                    Channel = Channel.Mail,
                    Contact = $"svar@{row.Value.Organisation}.example",
                    State = SendState.Accepted,
                    At = now.AddDays(-30),
                    Subject = "Remiss",
                };
                change.Replace(key, row, answers.TryGetValue(row.Value.Organisation, out var answer)
                        ? row.Value with { Status = RecipientStatus.Responded, Answer = answer.Sha256 }
                        : row.Value)
                    .Audit(new(now, AuditEntry.System, "recipient_responded", key))
                    .Insert(LedgerKeys.Send(send), send)
                    .Audit(new(send.At, AuditEntry.System, "send_accepted", NotificationId.Of(id, send)));
            }

            await change.CommitAsync(cancellationToken);
        }
    }
}
