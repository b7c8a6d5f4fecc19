using System.Text.Json;
using Remiss.Intake.Classification.Language;
using Remiss.Intake.Classification.Stances;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification.Suggestion;

/// <summary>Reads what a language model replied as something that nobody can trust: one JSON object with known labels, and quotes that are in the text.</summary>
internal static class SuggestionReply
{
    private const int LongestReply = 20_000;
    private const int MostQuotes = 3;
    private const int ShortestQuote = 12;
    private const int LongestQuote = 700;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4 };

    /// <summary>Null when the reply is no such object, or claims a stance that no quote of the text bears out.</summary>
    public static DocumentSuggestion? Read(string reply, DocumentText text)
    {
        if (reply.Length > LongestReply) return null;
        try
        {
            using var json = JsonDocument.Parse(reply, Strict);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (Label<DocumentType>(json.RootElement, "type") is not { } type || Label<Stance>(json.RootElement, "stance") is not { } stance) return null;
            var quotes = Quotes(json.RootElement, text);
            return stance is Stance.Oklart || quotes.Count > 0 ? new DocumentSuggestion(type, stance, quotes) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static T? Label<T>(JsonElement reply, string name) where T : struct, Enum
    {
        if (!reply.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) return null;
        foreach (var label in Enum.GetValues<T>())
        {
            if (value.ValueEquals(RemissJson.Label(label))) return label;
        }

        return null;
    }

    private static List<SuggestedQuote> Quotes(JsonElement reply, DocumentText text)
    {
        var quotes = new List<SuggestedQuote>();
        if (!reply.TryGetProperty("quotes", out var list) || list.ValueKind != JsonValueKind.Array) return quotes;
        foreach (var quote in list.EnumerateArray())
        {
            if (quotes.Count == MostQuotes) break;
            if (quote.ValueKind != JsonValueKind.String || quote.GetString() is not { Length: >= ShortestQuote and <= LongestQuote } said || IsOrder(said)) continue;
            var start = text.Text.IndexOf(said, StringComparison.Ordinal);
            if (start >= 0 && quotes.TrueForAll(q => q.Start != start)) quotes.Add(new SuggestedQuote(start, said.Length, text.PageAt(start)));
        }

        return quotes;
    }

    private static bool IsOrder(string quote)
    {
        var words = WordReader.Read(quote);
        return StanceWordings.Orders.Any(words, 0, words.Length);
    }
}
