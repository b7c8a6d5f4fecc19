using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation;

/// <summary>
/// What the tjänsteutlåtande says, section by section, before anything is known about Word. Every recipient of the case stands
/// exactly once in <see cref="Answers"/> or <see cref="WithoutAnswer"/>, and exactly once in <see cref="Overview"/>.
/// </summary>
public sealed record ReportModel
{
    public required string CaseId { get; init; }

    public required ReportHeading Heading { get; init; }

    /// <summary>The paragraphs of Sammanfattning: a draft from the stances.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    public required MatterSection Matter { get; init; }

    /// <summary>The recipients that answered, in case order.</summary>
    public required IReadOnlyList<AnswerSection> Answers { get; init; }

    /// <summary>The other recipients, by outcome and then in case order.</summary>
    public required IReadOnlyList<RecipientWithoutAnswer> WithoutAnswer { get; init; }

    /// <summary>All recipients, in case order.</summary>
    public required IReadOnlyList<StanceRow> Overview { get; init; }

    /// <summary>What the coordinator has to look at before the draft is final.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>
    /// Numbered from 1 without gaps in the order in which the report mentions them: the answers in case order, then the declines that
    /// came as a document, in case order. A recipient that declined without a document has no bilaga.
    /// </summary>
    public required IReadOnlyList<Bilaga> Bilagor { get; init; }
}

/// <param name="Author">The coordinating body.</param>
/// <param name="CompiledAt">The only moment that the document knows.</param>
public sealed record ReportHeading(
    string Author,
    string Coordinator,
    string CoordinatorTitle,
    string To,
    string Title,
    string Reference,
    string Dnr,
    DateTimeOffset CompiledAt,
    DateOnly CompiledOn);

/// <param name="Background">The paragraphs of the case file.</param>
/// <param name="Topics">Empty when the case names none; then <paramref name="TopicsLead"/> is null.</param>
/// <param name="Remittal">Who remitted the matter, to whom it was remitted on, and where the answers stand.</param>
public sealed record MatterSection(
    IReadOnlyList<string> Background,
    string? TopicsLead,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Remittal);

/// <param name="Organisation">Id in the register.</param>
/// <param name="Source">Where the quotes stand, for a reader; null when there are none.</param>
/// <param name="Remarks">Late answer, replaced answer, extension, what could not be quoted.</param>
public sealed record AnswerSection(
    string Organisation,
    string Name,
    string Heading,
    int Bilaga,
    Stance Stance,
    DateOnly ArrivedOn,
    bool Late,
    IReadOnlyList<Quote> Quotes,
    string? Source,
    IReadOnlyList<string> Remarks);

/// <summary>A range of one line of an answer's text, verbatim.</summary>
/// <param name="Kind">What the line is in the answer.</param>
public sealed record Quote(string Text, QuoteSource Source, ParagraphKind Kind);

/// <param name="Document">SHA-256 of the document.</param>
/// <param name="Page">From 1.</param>
/// <param name="Start">UTF-16 position in the document's extracted text.</param>
public sealed record QuoteSource(string Document, int Page, int Start, int Length);

/// <param name="Bilaga">Number of the bilaga that holds the decline, if it came as a document.</param>
public sealed record RecipientWithoutAnswer(string Organisation, string Name, RecipientOutcome Outcome, string Sentence, int? Bilaga);

public enum RecipientOutcome
{
    Answered,
    Declined,

    /// <summary>Something came in from it and nobody knows yet what it is.</summary>
    InReview,

    NotAnswered,
    Withdrawn,
}

public sealed record StanceRow(string Organisation, string Name, string Position, string Arrived, string Bilaga);

/// <param name="Title">As the report lists it: <c>SISAB:s remissvar</c>.</param>
/// <param name="Files">The answer first, then what came with it.</param>
public sealed record Bilaga(int Number, string Organisation, string Name, string Title, IReadOnlyList<BilagaFile> Files);

/// <param name="Label"><c>1</c>, or <c>1a</c>, <c>1b</c> where the answer has several files.</param>
/// <param name="Document">SHA-256 of the original.</param>
/// <param name="Title">What the file is, where there are several.</param>
public sealed record BilagaFile(string Label, string Document, string Title, string FileName, string? Format);
