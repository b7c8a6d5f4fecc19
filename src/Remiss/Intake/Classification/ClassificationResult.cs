namespace Remiss.Intake.Classification;

/// <summary>What a document is and says, with what decided it.</summary>
public sealed record ClassificationResult
{
    public required DocumentType Type { get; init; }

    /// <summary>0–1.</summary>
    public required double TypeConfidence { get; init; }

    public required Stance Stance { get; init; }

    /// <summary>0–1.</summary>
    public required double StanceConfidence { get; init; }

    /// <summary>A person must look; the labels are then best guesses.</summary>
    public required bool Review { get; init; }

    /// <summary>Why a person must look, in Swedish, for a coordinator. Empty when <see cref="Review"/> is false.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>The sender.</summary>
    public OrganisationMatch? Organisation { get; init; }

    public CaseMatch? Case { get; init; }

    public DnrNumbers Dnr { get; init; } = DnrNumbers.None;

    /// <summary>The document's own date, not the deadline's or the request's.</summary>
    public DateOnly? Date { get; init; }

    public Signatory? Signatory { get; init; }

    /// <summary>For <see cref="DocumentType.Anstand"/>: the date asked for.</summary>
    public DateOnly? RequestedDeadline { get; init; }

    public IReadOnlyList<Passage> Passages { get; init; } = [];

    /// <summary>One or more for each label given: the rule, in Swedish, and the range of the text that set it off.</summary>
    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}

public enum DocumentType
{
    Remissvar,
    Anstand,
    Avstar,
    Kvittens,
    Bilaga,
    Remiss,
    Protokollsutdrag,
    Tjansteutlatande,
    Ovrigt,
}

public enum Stance
{
    Tillstyrker,
    TillstyrkerMedSynpunkter,
    IngenErinran,
    DelvisAvstyrker,
    Avstyrker,
    Avstar,
    Oklart,
}

public sealed record OrganisationMatch(string Id, string Name, double Confidence);

public sealed record CaseMatch(string Id, string Dnr);

/// <summary>Numbers as they are written in the text, each once.</summary>
public sealed record DnrNumbers(IReadOnlyList<string> Own, IReadOnlyList<string> Counterpart)
{
    public static DnrNumbers None { get; } = new([], []);
}

public sealed record Signatory(string Name, string? Title);

/// <param name="Topic">Id of the case's topic that the passage is about, if any.</param>
/// <param name="Start">UTF-16 position in the extracted text; the passage is exactly that range.</param>
/// <param name="Page">From 1.</param>
public sealed record Passage(PassageKind Kind, string? Topic, int Start, int Length, int Page);

public enum PassageKind
{
    Stance,
    Point,
    Request,
}

/// <param name="Label">Which label it speaks for: <c>type</c>, <c>stance</c>, <c>stance_rival</c> (speaks for another stance), <c>organisation</c>, <c>case</c>, <c>date</c>, <c>signatory</c>.</param>
/// <param name="Rule">In Swedish, for a coordinator: "bolaget skriver att det inte har någon erinran".</param>
/// <param name="Length">0 when something outside the text decided (the path, the sender).</param>
public sealed record Evidence(string Label, string Rule, int Start, int Length);
