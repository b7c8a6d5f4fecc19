using System.Text;
using Remiss.Cases;
using Remiss.Compilation.Attesting;
using Remiss.Compilation.Choices;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Tests.Compilation;

/// <summary>Cases that nobody thought of: any number of recipients, in any state, whose answers hold any characters and any passages.</summary>
internal sealed class GeneratedCase(int seed)
{
    private static readonly string[] Pieces =
    [
        "Bolaget tillstyrker förslaget.", "Vi ser positivt på detta.", "Hur ska det följas upp?", "ansvaret är otydligt", "KS 2023/740", "1. ", "• punkt", "– strecksats",
        " ", "  ", "\t", "\n", "\n\n", "\r\n", "\u00A0", "\u00AD", "\u2028", "å", "A\u030A", "ﬁ", "😀", "\uD83D", "\uDE00", "\u0001", "\u000B", "\uFFFE", "]]>", "<w:p/>", "&amp;",
        "”citat”", "\"x\"", "\u202E", "\f", "s. 2", "100 %",
    ];

    private readonly Random random = new(seed);

    public CaseInProgress InProgress { get; } = new();

    public SavedChoices? Choices { get; private set; }

    public Attestation? Attestation { get; private set; }

    public static GeneratedCase Of(int seed)
    {
        var generated = new GeneratedCase(seed);
        generated.Fill(generated.random.Next(0, 13));
        return generated;
    }

    private void Fill(int recipients)
    {
        InProgress.Case = InProgress.Case with { Topics = [.. Enumerable.Range(0, random.Next(0, 4)).Select(i => new Topic($"t{i}", $"Fråga {i}"))] };
        for (var i = 0; i < recipients; i++) AddRecipient($"r{i}");
        if (Maybe(0.3)) Attestation = new("sha", CaseInProgress.CompiledAt, new("Disa Exempelgren", "Vice VD"), InProgress.Compile().Bilagor);
        for (var i = 0; i < recipients; i++)
        {
            if (Maybe(0.2)) AddDocument($"r{i}");
        }

        if (Maybe(0.4)) Choose();
    }

    private void AddRecipient(string id)
    {
        var status = (RecipientStatus)random.Next(4);
        InProgress.Recipient(id, $"Bolaget {id} AB", status, Maybe(0.2) ? new((ExtensionState)random.Next(3), new(2023, 9, 20), null, "sha") : null);
        for (var n = random.Next(4); n > 0; n--) AddDocument(id);
    }

    private void AddDocument(string organisation)
    {
        var document = InProgress.Add(
            organisation,
            (DocumentState)random.Next(8),
            (DocumentType)random.Next(9),
            (Stance)random.Next(7),
            fileName: $"fil {random.Next(5)}.pdf",
            parent: Maybe(0.3) ? "mail" : null,
            arrivedAt: CaseInProgress.InTime.AddDays(random.Next(-5, 30)));
        var text = CaseInProgress.TextOf(Text());
        InProgress.Texts[document.Sha256] = text;
        var passages = Enumerable.Range(0, random.Next(0, 8)).Select(_ => PassageOf(text)).ToList();
        var filled = document with { Classification = document.Classification! with { Passages = passages } };
        InProgress.Change(document, filled);
        if (filled.Counts && Maybe(0.8)) InProgress.Counts(filled);
    }

    private string Text()
    {
        var text = new StringBuilder();
        for (var n = random.Next(0, 60); n > 0; n--) text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    /// <summary>Ranges begin and end anywhere, now and then beyond the text.</summary>
    private Passage PassageOf(DocumentText text)
    {
        var start = random.Next(-1, text.Text.Length + 2);
        var length = random.Next(0, Math.Max(text.Text.Length - start, 1) + 1);
        var topic = Maybe(0.5) ? $"t{random.Next(4)}" : null;
        return new((PassageKind)random.Next(3), topic, start, length, 1);
    }

    private void Choose()
    {
        var choices = new List<RecipientChoice>();
        foreach (var recipient in InProgress.Ledger.Recipients.Where(r => r.Answer is not null && Maybe(0.6)))
        {
            var text = InProgress.Texts[recipient.Answer!].Text;
            var passages = Enumerable.Range(0, random.Next(4)).Select(_ =>
            {
                var start = random.Next(text.Length + 1);
                return new PassageChoice(text.Substring(start, random.Next(text.Length - start + 1)), random.Next(100), Maybe(0.5) ? "Bolaget skriver:" : null);
            });
            choices.Add(new(recipient.Organisation, [.. passages.Append(new("Finns inte i något svar."))]));
        }

        Choices = new(new() { Recipients = choices }, "Vera", CaseInProgress.CompiledAt, new Dictionary<string, string>());
    }

    private bool Maybe(double chance) => random.NextDouble() < chance;
}
