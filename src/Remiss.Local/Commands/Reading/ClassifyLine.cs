using Remiss.Intake.Classification;
using Remiss.Intake.Extraction;

namespace Remiss.Local.Commands.Reading;

/// <summary>One line of <c>remiss classify --json</c>. Labels are null for a file that could not be read.</summary>
internal sealed record ClassifyLine
{
    public required string File { get; init; }

    public required ExtractionState State { get; init; }

    public DocumentType? Type { get; init; }

    public double? TypeConfidence { get; init; }

    public Stance? Stance { get; init; }

    public double? StanceConfidence { get; init; }

    public required bool Review { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    public OrganisationMatch? Organisation { get; init; }

    public CaseMatch? Case { get; init; }

    public DnrNumbers Dnr { get; init; } = DnrNumbers.None;

    public DateOnly? Date { get; init; }

    public Signatory? Signatory { get; init; }

    public IReadOnlyList<PassageLine> Passages { get; init; } = [];

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    public static ClassifyLine Of(ReadFile file, ClassificationResult? result) => new()
    {
        File = file.Name,
        State = file.Result.State,
        Type = result?.Type,
        TypeConfidence = result?.TypeConfidence,
        Stance = result?.Stance,
        StanceConfidence = result?.StanceConfidence,
        Review = result?.Review ?? true,
        Reasons = [.. file.Result.Reasons, .. result?.Reasons ?? []],
        Organisation = result?.Organisation,
        Case = result?.Case,
        Dnr = result?.Dnr ?? DnrNumbers.None,
        Date = result?.Date,
        Signatory = result?.Signatory,
        Passages = [.. (result?.Passages ?? []).Select(p => PassageLine.Of(p, file.Result.Text.Text))],
        Evidence = result?.Evidence ?? [],
    };
}

/// <param name="Text">Exactly the range of the extracted text.</param>
internal sealed record PassageLine(PassageKind Kind, string? Topic, string Text, int Start, int Length, int Page)
{
    public static PassageLine Of(Passage passage, string text) =>
        new(passage.Kind, passage.Topic, text.Substring(passage.Start, passage.Length), passage.Start, passage.Length, passage.Page);
}
