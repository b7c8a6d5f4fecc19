using System.Globalization;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation;

/// <summary>One recipient's section under Underremiss.</summary>
internal static class AnswerText
{
    /// <param name="text">Null when the answer's text is not known.</param>
    public static AnswerSection Of(RecipientStanding standing, Bilaga bilaga, DocumentText? text)
    {
        var answer = standing.Answer!;
        var passages = answer.Classification?.Passages ?? [];
        var quotes = text is null ? [] : QuoteSelection.Of(answer.Sha256, passages, text);
        List<string> remarks = [.. RecipientSentences.Remarks(standing)];
        if (text is not null && passages.Any(p => !QuoteSelection.Fits(p, text)))
            remarks.Add("Utdrag som inte stämmer med svarets text har utelämnats.");
        if (quotes.Any(q => !XmlText.CanHold(q.Text)))
            remarks.Add("Styrtecken som ett Worddokument inte kan innehålla har utelämnats ur citaten.");

        return new(
            standing.Recipient.Organisation,
            standing.Name,
            $"{SwedishText.Genitive(standing.Name)} remissvar har i huvudsak följande lydelse (bilaga {bilaga.Number})",
            bilaga.Number,
            standing.Stance,
            standing.ArrivedOn!.Value,
            standing.Late,
            quotes,
            quotes.Count == 0 ? null : Source(quotes, bilaga.Files[0].Label, text!),
            remarks);
    }

    private static string Source(IReadOnlyList<Quote> quotes, string label, DocumentText text)
    {
        if (text.Pages.Count <= 1) return $"Utdrag ur bilaga {label}.";
        var pages = quotes.Select(q => q.Source.Page).Distinct().Select(p => p.ToString(CultureInfo.InvariantCulture));
        return $"Utdrag ur bilaga {label}, s. {SwedishText.Join([.. pages])}.";
    }
}
