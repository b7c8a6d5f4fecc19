using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Compilation.Report;

/// <summary>
/// What the tjänsteutlåtande says, section by section, before anything is known about Word. Every recipient of the case stands
/// exactly once in <see cref="Answers"/> or <see cref="WithoutAnswer"/>, and exactly once in <see cref="Overview"/>.
/// </summary>
public sealed record ReportModel
{
    public required string CaseId { get; init; }

    public required ReportHeading Heading { get; init; }

    /// <summary>The paragraphs of Sammanfattning: the coordinator's, or a draft from the stances.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>The coordinator wrote <see cref="Summary"/>.</summary>
    public bool SummaryIsWritten { get; init; }

    public required MatterSection Matter { get; init; }

    /// <summary>The recipients that answered, in the order of their bilagor.</summary>
    public required IReadOnlyList<AnswerSection> Answers { get; init; }

    /// <summary>The other recipients, by outcome and then in case order.</summary>
    public required IReadOnlyList<RecipientWithoutAnswer> WithoutAnswer { get; init; }

    /// <summary>All recipients, in case order.</summary>
    public required IReadOnlyList<StanceRow> Overview { get; init; }

    /// <summary>The case's topics, each with what the answers say of it.</summary>
    public required IReadOnlyList<TopicSection> Topics { get; init; }

    /// <summary>What the answers ask for, in the order of the answers: each needs a reply.</summary>
    public required IReadOnlyList<Extract> Requests { get; init; }

    public required OwnView OwnView { get; init; }

    /// <summary>What the coordinator has to look at before the draft is final.</summary>
    public required IReadOnlyList<string> Checks { get; init; }

    /// <summary>The coordinator's choices whose source is no longer what it was.</summary>
    public IReadOnlyList<ChangedSource> ChangedSources { get; init; } = [];

    /// <summary>
    /// Numbered from 1 without gaps in the order in which the report mentions them: the answers in case order, then the declines that
    /// came as a document, in case order. A recipient that declined without a document has no bilaga. What an attestation has numbered
    /// stays as it is; what came after follows it.
    /// </summary>
    public required IReadOnlyList<Bilaga> Bilagor { get; init; }

    /// <summary>Who has approved the report; empty in a draft.</summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];
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
/// <param name="Quotes">In the order of the report.</param>
/// <param name="After">The coordinator's text after the last quote.</param>
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
    string? After,
    string? Source,
    IReadOnlyList<string> Remarks)
{
    /// <summary>Nothing of the answer is told until a person releases it.</summary>
    public bool IsSecret { get; init; }
}

/// <summary>A range of one line of an answer's text, verbatim.</summary>
/// <param name="Kind">What the line is in the answer.</param>
/// <param name="Before">The coordinator's own text that leads to the quote.</param>
public sealed record Quote(string Text, QuoteSource Source, ParagraphKind Kind, string? Before = null);

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

/// <param name="Extracts">In the order of the answers; empty when no answer speaks of the topic.</param>
public sealed record TopicSection(string Topic, string Title, IReadOnlyList<Extract> Extracts);

/// <summary>What one recipient's answer says of one thing.</summary>
/// <param name="Place"><c>2a, s. 3</c>: the bilaga and, where it has several, the pages.</param>
public sealed record Extract(string Organisation, string Name, int Bilaga, IReadOnlyList<Quote> Quotes, string Place);

/// <summary>The coordinator's own text; an empty part is left as a scaffold.</summary>
public sealed record OwnView(IReadOnlyList<string> Assessment, IReadOnlyList<string> Proposal);

/// <param name="Sentence">What has changed, for the coordinator.</param>
public sealed record ChangedSource(string Organisation, string Sentence);

/// <param name="Title">As the report lists it: <c>SISAB:s remissvar</c>.</param>
/// <param name="Files">The answer first, then what came with it.</param>
public sealed record Bilaga(int Number, string Organisation, string Name, string Title, IReadOnlyList<BilagaFile> Files)
{
    internal Bilaga WithSecrecy(IReadOnlySet<(string Organisation, string Sha256)> secret)
    {
        bool IsSecret(BilagaFile file) => secret.Contains((Organisation, file.Document));
        return Files.All(f => f.IsSecret == IsSecret(f)) ? this : this with { Files = [.. Files.Select(f => f with { IsSecret = IsSecret(f) })] };
    }
}

/// <param name="Label"><c>1</c>, or <c>1a</c>, <c>1b</c> where the answer has several files.</param>
/// <param name="Document">SHA-256 of the original.</param>
/// <param name="Title">What the file is, where there are several.</param>
public sealed record BilagaFile(string Label, string Document, string Title, string FileName, string? Format)
{
    /// <summary>It has its number, but is not attached until a person releases it.</summary>
    public bool IsSecret { get; init; }
}

public sealed record Approval(string Name, string Title, DateOnly On);
