using System.Security.Cryptography;
using System.Text;
using Remiss.Cases;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Evaluation;
using Remiss.Intake.Extraction;
using Remiss.Reminders;
using Remiss.Storage;

namespace Remiss.Benchmarks;

/// <summary>A case whose answers are the texts of the labelled set.</summary>
internal sealed record MeasuredCase(
    CaseLedger Ledger, Register Register, IReadOnlyDictionary<string, DocumentText> Texts, DocumentText Letter, DocumentText TwentyPages, ClassificationContext Context)
{
    private const int CharactersOnPage = 2_500;

    public static DateTimeOffset Now { get; } = new(2023, 10, 6, 9, 0, 0, TimeSpan.Zero);

    public static ReminderSchedule Schedule { get; } = new();

    public static IReadOnlyList<Contact> Contacts { get; } = [new("Svarande", "svar@bolag.example", ContactRole.Answerer)];

    public IReadOnlyList<Recipient> Waiting { get; } =
    [
        .. Enumerable.Range(0, 200).Select(i => new Recipient { Organisation = $"bolag-{i}", Order = i, Deadline = new(2023, 10, 6), DeadlineSince = new(2023, 9, 1) }),
    ];

    public static async Task<MeasuredCase> ReadAsync()
    {
        var set = await LabelledSet.ReadAsync(Path.Combine(AppContext.BaseDirectory, "eval", "labelled.jsonl"), default);
        var answers = set.Texts.Where(t => t is { Type: DocumentType.Remissvar, Organisation: not null }).DistinctBy(t => t.Organisation).ToList();
        var context = set.ContextOf(answers[0]);
        var classifier = new DocumentClassifier();
        var documents = answers.ConvertAll(t => DocumentOf(t, classifier.Classify(t.ToDocument(), set.ContextOf(t))));
        var matter = set.Cases[0] with { Recipients = [.. answers.Select(a => a.Organisation!)] };
        return new(
            new CaseLedger(matter, [.. documents.Select((d, i) => RecipientOf(d, i, matter))], documents, [], []),
            set.Register,
            documents.Zip(answers).ToDictionary(d => d.First.Sha256, d => d.Second.ToDocument(), StringComparer.Ordinal),
            answers[0].ToDocument(),
            OfLength(set, 20 * CharactersOnPage),
            context);
    }

    private static Document DocumentOf(LabelledText text, ClassificationResult labels) => new()
    {
        Organisation = text.Organisation!,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Id))),
        Path = $"ks/{text.Organisation}/Remissvar.pdf",
        Size = text.Text.Length,
        ArrivedAt = Now,
        State = DocumentState.Accepted,
        Classification = labels with { Type = DocumentType.Remissvar },
    };

    private static Recipient RecipientOf(Document document, int index, RemissCase matter) => new()
    {
        Organisation = document.Organisation,
        Order = index + 1,
        Deadline = matter.RecipientDeadline,
        DeadlineSince = matter.RemittedOn,
        Status = RecipientStatus.Responded,
        Answer = document.Sha256,
    };

    private static DocumentText OfLength(LabelledSet set, int characters)
    {
        var text = new StringBuilder(characters + CharactersOnPage);
        for (var i = 0; text.Length < characters; i = (i + 1) % set.Texts.Count) text.Append(set.Texts[i].Text).Append('\n');
        return (set.Texts[0] with { Text = text.ToString(0, characters) }).ToDocument();
    }
}
