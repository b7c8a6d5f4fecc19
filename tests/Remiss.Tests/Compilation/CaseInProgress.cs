using System.Security.Cryptography;
using System.Text;
using Remiss.Cases;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;
using Remiss.Storage;

namespace Remiss.Tests.Compilation;

/// <summary>An invented case, filled document by document.</summary>
internal sealed class CaseInProgress
{
    public static readonly DateOnly Deadline = new(2023, 9, 29);
    public static readonly DateTimeOffset InTime = new(2023, 9, 20, 8, 15, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset TooLate = new(2023, 10, 3, 8, 15, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset CompiledAt = new(2023, 10, 5, 12, 30, 0, TimeSpan.Zero);
    public static readonly Coordinator Coordinator = new("Vera Provsson", "utredare", "vera@stadshus.example");

    private readonly List<Organisation> organisations = [new() { Id = "stadshus", Name = "Stockholms Stadshus AB" }];
    private readonly List<Recipient> recipients = [];
    private readonly List<Document> documents = [];

    public Dictionary<string, DocumentText> Texts { get; } = [];

    public RemissCase Case { get; set; } = new()
    {
        Id = "ks-2023-740",
        Dnr = "KS 2023/740",
        Title = "övergripande samverkansöverenskommelse",
        Remitter = "Kommunstyrelsen",
        CoordinatingBody = "stadshus",
        RemittedOn = new(2023, 9, 4),
        RemitterDeadline = new(2023, 10, 31),
        RecipientDeadline = Deadline,
        Coordinators = [Coordinator],
        Recipients = [],
    };

    /// <summary>The files as they came in, by SHA-256.</summary>
    public Dictionary<string, byte[]> Originals { get; } = [];

    public CaseLedger Ledger => new(Case with { Recipients = [.. recipients.Select(r => r.Organisation)] }, recipients, documents, [], []);

    public Register Register => new(organisations);

    public CaseInProgress Recipient(
        string id, string? name = null, RecipientStatus status = RecipientStatus.Awaiting, Extension? extension = null, DateOnly? deadline = null)
    {
        organisations.Add(new() { Id = id, Name = name ?? $"Bolaget {id}" });
        recipients.Add(new()
        {
            Organisation = id,
            Order = recipients.Count + 1,
            Status = status,
            Deadline = deadline ?? Deadline,
            DeadlineSince = Case.RemittedOn,
            Extension = extension,
        });
        return this;
    }

    /// <summary>A document that says <paramref name="passages"/> somewhere in its text; it does not count until it is made to.</summary>
    public Document Add(
        string organisation,
        DocumentState state = DocumentState.Accepted,
        DocumentType type = DocumentType.Remissvar,
        Stance stance = Stance.Oklart,
        string text = "",
        string[]? passages = null,
        string fileName = "remissvar.pdf",
        string? format = "pdf",
        string? parent = null,
        DateTimeOffset? arrivedAt = null)
    {
        var content = Encoding.UTF8.GetBytes($"{organisation}/{fileName}/{documents.Count}");
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        Originals[sha256] = content;
        var document = new Document
        {
            Organisation = organisation,
            Sha256 = sha256,
            Path = $"{Case.Id}/{organisation}/{fileName}",
            Size = 1000,
            State = state,
            ArrivedAt = arrivedAt ?? InTime,
            Parent = parent,
            Format = format,
            Classification = new()
            {
                Type = type,
                TypeConfidence = 0.9,
                Stance = stance,
                StanceConfidence = 0.9,
                Review = state is DocumentState.Review,
                Passages = [.. (passages ?? []).Select(p => PassageOf(text, p))],
            },
        };
        documents.Add(document);
        Texts[sha256] = TextOf(text);
        return document;
    }

    /// <summary>The document becomes the one that counts for its sender.</summary>
    public Document Counts(Document document)
    {
        var index = recipients.FindIndex(r => r.Organisation == document.Organisation);
        if (documents.Find(d => d.Sha256 == recipients[index].Answer) is { } earlier)
            documents[documents.IndexOf(earlier)] = earlier with { SupersededBy = document.Sha256 };
        recipients[index] = recipients[index] with
        {
            Answer = document.Sha256,
            Status = document.IsAnswer ? RecipientStatus.Responded : RecipientStatus.Declined,
        };
        return document;
    }

    public void Change(Document document, Document changed) => documents[documents.IndexOf(document)] = changed;

    public ReportModel Compile(SavedChoices? choices = null, Attestation? attestation = null) =>
        ReportBuilder.Build(Ledger, Register, Texts, CompiledAt, Coordinator, choices, attestation);

    /// <summary>Each line is a paragraph; one that starts with a bullet is a list item; a form feed starts a page.</summary>
    public static DocumentText TextOf(string text)
    {
        List<Paragraph> paragraphs = [];
        List<PageSpan> pages = [];
        var pageStart = 0;
        var lineStart = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is '\f')
            {
                pages.Add(new(pageStart, i - pageStart));
                pageStart = i;
            }

            if (i < text.Length && text[i] is not '\n') continue;
            if (i > lineStart)
                paragraphs.Add(new(lineStart, i - lineStart, text[lineStart] is '–' or '•' ? ParagraphKind.ListItem : ParagraphKind.Body));
            lineStart = i + 1;
        }

        pages.Add(new(pageStart, text.Length - pageStart));
        return new(text, pages, paragraphs);
    }

    private static Passage PassageOf(string text, string passage)
    {
        var start = text.IndexOf(passage, StringComparison.Ordinal);
        return start < 0
            ? throw new ArgumentException($"The text does not say: {passage}")
            : new(PassageKind.Point, null, start, passage.Length, 1);
    }
}
