using Remiss.Compilation.Choices;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation.Report;

/// <summary>The coordinator's passages, found again in the text of the answer that counts now.</summary>
/// <param name="Lost">Passages that the text no longer holds; they are not quoted.</param>
internal sealed record ChosenQuotes(IReadOnlyList<Quote> Quotes, IReadOnlyList<PassageChoice> Lost)
{
    public static ChosenQuotes Of(string document, IReadOnlyList<PassageChoice> passages, DocumentText text)
    {
        List<Quote> quotes = [];
        List<PassageChoice> lost = [];
        foreach (var passage in passages)
        {
            if (Find(passage, text.Text) is not { } start)
            {
                lost.Add(passage);
                continue;
            }

            var lines = QuoteSelection.Range(document, start, passage.Text.Length, text);
            quotes.AddRange(lines.Select((quote, index) => index == 0 ? quote with { Before = passage.Before } : quote));
        }

        return new(quotes, lost);
    }

    /// <summary>Where the passage says that it stands, otherwise where the same text stands nearest to it.</summary>
    public static int? Find(PassageChoice passage, string text)
    {
        if (passage.Text.Length == 0) return null;
        int? nearest = null;
        for (var at = text.IndexOf(passage.Text, StringComparison.Ordinal); at >= 0; at = text.IndexOf(passage.Text, at + 1, StringComparison.Ordinal))
        {
            if (nearest is null || Math.Abs((long)at - passage.Start) < Math.Abs((long)nearest.Value - passage.Start)) nearest = at;
        }

        return nearest;
    }
}
