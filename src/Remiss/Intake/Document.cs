using System.Text.Json.Serialization;
using Remiss.Intake.Classification;
using Remiss.Intake.Classification.Suggestion;
using Remiss.Intake.Review;

namespace Remiss.Intake;

/// <summary>One content from one organisation in a case, however many times it arrived.</summary>
public sealed record Document
{
    /// <summary>Organisation id, or <c>_</c> when it is not known.</summary>
    public required string Organisation { get; init; }

    /// <summary>In lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Where it lay at its first arrival: <c>{case}/{organisation}/{file}</c>; for an attachment, the mail's path and its own name.</summary>
    public required string Path { get; init; }

    [JsonIgnore]
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];

    public required long Size { get; init; }

    public DocumentState State { get; init; }

    /// <summary>When it first arrived.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>SHA-256 of the mail that carried it.</summary>
    public string? Parent { get; init; }

    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Why the way it came in does not vouch for its sender; a person looks before it counts.</summary>
    public string? Doubt { get; init; }

    public string? Format { get; init; }

    public int Pages { get; init; }

    public int Characters { get; init; }

    public ClassificationResult? Classification { get; init; }

    /// <summary>What a language model, where one is registered, would say of a document under review; it changes no state.</summary>
    public DocumentSuggestion? Suggestion { get; init; }

    /// <summary>What the last failed attempt said; cleared when the step succeeds.</summary>
    public string? LastError { get; init; }

    /// <summary>SHA-256 of the newer answer that counts instead.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>The newest decision of a person; null while only the program has judged it.</summary>
    public DocumentDecision? Decision { get; init; }

    /// <summary>What the program said, where a person has said something else or the same since.</summary>
    public ClassificationResult? Proposal { get; init; }

    /// <summary>Where a person has moved it; then this row only tells so.</summary>
    public DocumentMove? MovedTo { get; init; }

    /// <summary>Where it first lay, when a person has moved it here.</summary>
    public DocumentMove? MovedFrom { get; init; }

    /// <summary>Set while its content is kept out of mails and of what is compiled.</summary>
    public Secrecy? Secrecy { get; init; }

    /// <summary>When its content was disposed of; labels, dates and the hash stay.</summary>
    public DateTimeOffset? DisposedAt { get; init; }

    [JsonIgnore]
    public bool IsSecret => Secrecy is not null;

    /// <summary>A person has said what it is; nothing that runs by itself says otherwise.</summary>
    [JsonIgnore]
    public bool IsPinned => Decision is { Kind: not DecisionKind.Reopened };

    /// <summary>It lies somewhere else now.</summary>
    [JsonIgnore]
    public bool IsMoved => State is DocumentState.Moving or DocumentState.Moved;

    /// <summary>A person has to act before the document counts.</summary>
    [JsonIgnore]
    public bool NeedsPerson => WaitingStates.Contains(State);

    /// <summary>The states in which a person has to act.</summary>
    [JsonIgnore]
    public static IReadOnlyList<DocumentState> WaitingStates { get; } =
        [DocumentState.Review, DocumentState.NeedsOcr, DocumentState.Unreadable, DocumentState.Quarantined, DocumentState.Failed];

    /// <summary>Nobody knows yet what it is, so its sender may have answered.</summary>
    [JsonIgnore]
    public bool IsOpen => State is not DocumentState.Accepted && !IsMoved;

    /// <summary>It answers the request; a bilaga only accompanies an answer, and a decline gives none.</summary>
    [JsonIgnore]
    public bool IsAnswer => Counts && !Declines;

    /// <summary>Its sender gives no answer, whether in a letter, in minutes or in a report.</summary>
    [JsonIgnore]
    public bool Declines => Classification is { Type: DocumentType.Avstar } or { Stance: Stance.Avstar };

    /// <summary>It settles what its sender owes: an answer, or a decline to give one.</summary>
    [JsonIgnore]
    public bool Counts => State is DocumentState.Accepted
        && Classification?.Type is (DocumentType.Remissvar or DocumentType.Protokollsutdrag or DocumentType.Tjansteutlatande or DocumentType.Avstar);
}

public enum DocumentState
{
    Received,
    Extracted,
    NeedsOcr,
    Accepted,
    Review,
    Unreadable,
    Quarantined,
    Failed,

    /// <summary>On its way to another case or organisation; the sweep finishes it.</summary>
    Moving,

    /// <summary>It lies in another case or with another organisation.</summary>
    Moved,
}
