using System.Globalization;
using Remiss.Compilation.Bilagor;
using Remiss.Compilation.Choices;
using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation.Report;

/// <summary>One recipient's answer: its section under Underremiss, and what it says of a topic or asks for.</summary>
/// <param name="text">Null when the answer's text is not known.</param>
internal sealed class AnswerText(RecipientStanding standing, Bilaga bilaga, DocumentText? text, RecipientChoice? choice)
{
    private readonly string document = standing.Answer!.Sha256;
    private readonly IReadOnlyList<Passage> passages = standing.Answer!.Classification?.Passages ?? [];

    private readonly ChosenQuotes? chosen = text is not null && choice?.Passages is { } wanted
        ? ChosenQuotes.Of(standing.Answer!.Sha256, wanted, text)
        : null;

    public RecipientStanding Standing => standing;

    /// <summary>How many of the coordinator's passages the answer no longer holds.</summary>
    public int Lost => chosen?.Lost.Count ?? 0;

    public AnswerSection Section()
    {
        var quotes = text is null ? [] : Quotes(text);
        List<string> remarks = [.. RecipientSentences.Remarks(standing)];
        if (standing.IsSecret) remarks.Add("Svaret återges inte här och bifogas inte.");
        if (text is not null && passages.Any(p => !QuoteSelection.Fits(p, text)))
            remarks.Add("Utdrag som inte stämmer med svarets text har utelämnats.");

        return new(
            standing.Recipient.Organisation,
            standing.Name,
            Heading(),
            bilaga.Number,
            standing.Stance,
            standing.ArrivedOn!.Value,
            standing.Late,
            quotes,
            choice?.After,
            quotes.Count == 0 ? null : $"Utdrag ur bilaga {Place(quotes)}.",
            remarks)
        {
            IsSecret = standing.IsSecret,
        };
    }

    private string Heading() => standing.IsSecret
        ? $"{SwedishText.Genitive(standing.Name)} remissvar omfattas av sekretess (bilaga {bilaga.Number})"
        : $"{SwedishText.Genitive(standing.Name)} remissvar har i huvudsak följande lydelse (bilaga {bilaga.Number})";

    /// <summary>What the answer says in the passages that the condition holds for; null when it says nothing.</summary>
    public Extract? Extract(Func<Passage, bool> wanted)
    {
        if (text is null) return null;
        var quotes = QuoteSelection.Of(document, passages.Where(wanted), text);
        return quotes.Count == 0 ? null : new(standing.Recipient.Organisation, standing.Name, bilaga.Number, quotes, Place(quotes));
    }

    /// <summary>When nothing of the coordinator's selection is left, the automatic one stands in for it.</summary>
    private IReadOnlyList<Quote> Quotes(DocumentText known) => chosen is { } selection && (selection.Quotes.Count > 0 || selection.Lost.Count == 0)
        ? selection.Quotes
        : QuoteSelection.InTheMain(document, passages, known);

    private string Place(IReadOnlyList<Quote> quotes)
    {
        var label = bilaga.LabelOf(document);
        if (text!.Pages.Count <= 1) return label;
        var pages = quotes.Select(q => q.Source.Page).Distinct().Order().Select(p => p.ToString(CultureInfo.InvariantCulture));
        return $"{label}, s. {SwedishText.Join([.. pages])}";
    }
}
