using Remiss.Cases;
using Remiss.Compilation.Report;
using Remiss.Intake;
using Remiss.Intake.Classification;
using Remiss.Storage;
using Remiss.Web.Pages.Cases;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Pages.Review;

/// <summary>All that the page of a document shows.</summary>
public sealed record DocumentModel
{
    public required string Partition { get; init; }

    public required Document Document { get; init; }

    /// <summary>Of the row as it is shown: a decision is made only on that.</summary>
    public required string Seen { get; init; }

    public required string From { get; init; }

    /// <summary>Null for a file in no case.</summary>
    public required RemissCase? Case { get; init; }

    public required Recipient? Recipient { get; init; }

    public required MarkedText Text { get; init; }

    /// <summary>As it was read out of the file; empty when nothing was.</summary>
    public required string Content { get; init; }

    /// <summary>Its pages can be shown as pictures.</summary>
    public required bool HasPictures { get; init; }

    public required ReportPlace? Why { get; init; }

    public required IReadOnlyList<Arrival> Arrivals { get; init; }

    public required IReadOnlyList<TimelineLine> Events { get; init; }

    public required IReadOnlyList<RemissCase> OpenCases { get; init; }

    public required Register Register { get; init; }

    /// <summary>From 1; 0 for a document that does not wait.</summary>
    public required int Place { get; init; }

    public required int Waiting { get; init; }

    public required string? Previous { get; init; }

    public required string? Next { get; init; }

    /// <summary>Why the decision that was sent could not be made.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The decision that could not be made.</summary>
    public SentForm? Sent { get; init; }

    public ClassificationResult? Labels => Document.Classification;

    public bool AsksForTime => Recipient?.Extension is { State: ExtensionState.Requested } asked && asked.Document == Document.Sha256;

    public string Address => Addresses.Document(Partition, Document);

    public bool IsUnassigned => Partition == LedgerKeys.Unassigned;
}
