namespace Remiss.Intake.Classification.Suggestion;

/// <summary>What a language model would say of a document under review. A person may follow it; it decides nothing.</summary>
/// <param name="Quotes">What it bases the stance on: exact ranges of the extracted text.</param>
public sealed record DocumentSuggestion(DocumentType Type, Stance Stance, IReadOnlyList<SuggestedQuote> Quotes);

/// <param name="Start">UTF-16 position in the extracted text.</param>
/// <param name="Page">From 1.</param>
public sealed record SuggestedQuote(int Start, int Length, int Page);
