namespace Remiss.Compilation.Choices;

/// <summary>
/// What the coordinator has chosen and written for a case's report: docs/schemas/choices.schema.json. What is not said here is drafted
/// from the ledger at every compile.
/// </summary>
public sealed record ReportChoices
{
    public static ReportChoices None { get; } = new();

    /// <summary>The paragraphs of Sammanfattning; null for the draft.</summary>
    public IReadOnlyList<string>? Summary { get; init; }

    /// <summary>One at most for each organisation.</summary>
    public IReadOnlyList<RecipientChoice> Recipients { get; init; } = [];

    /// <summary>The coordinating body's own view, by paragraphs; empty for a scaffold.</summary>
    public IReadOnlyList<string> Assessment { get; init; } = [];

    public IReadOnlyList<string> Proposal { get; init; } = [];
}

/// <param name="Passages">What is quoted, in the order of the report; null for the automatic selection.</param>
/// <param name="After">Text of the coordinator's own after the last quote.</param>
public sealed record RecipientChoice(string Organisation, IReadOnlyList<PassageChoice>? Passages = null, string? After = null);

/// <param name="Text">Exactly as it stands in the answer's extracted text.</param>
/// <param name="Start">Where it stands, in UTF-16 code units; decides when the text stands there more than once.</param>
/// <param name="Before">Text of the coordinator's own that leads to the quote.</param>
public sealed record PassageChoice(string Text, int Start = 0, string? Before = null);

/// <summary>Choices as they were saved.</summary>
/// <param name="Answers">SHA-256 of the answer that counted then, by organisation: what the texts were written on.</param>
public sealed record SavedChoices(ReportChoices Choices, string By, DateTimeOffset At, IReadOnlyDictionary<string, string> Answers);
