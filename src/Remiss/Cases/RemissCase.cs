namespace Remiss.Cases;

/// <summary>A matter sent out for opinion, as its case file gives it.</summary>
public sealed record RemissCase
{
    /// <summary>The dnr in lower case with hyphens: <c>ks-2023-740</c>. Used in paths and keys.</summary>
    public required string Id { get; init; }

    /// <summary>The remitter's number, as it is written: <c>KS 2023/740</c>.</summary>
    public required string Dnr { get; init; }

    public required string Title { get; init; }

    /// <summary>The body that asked for the opinion and gets the report: <c>Kommunstyrelsen</c>.</summary>
    public required string Remitter { get; init; }

    /// <summary>Organisation id of the body that remits the matter on, collects the answers and writes the report.</summary>
    public required string CoordinatingBody { get; init; }

    public IReadOnlyList<string> EarlierDnr { get; init; } = [];

    /// <summary>The paragraphs of the report's section Ärendet that no ledger can know.</summary>
    public IReadOnlyList<string> Background { get; init; } = [];

    /// <summary>The day the underremiss was sent to the recipients.</summary>
    public required DateOnly RemittedOn { get; init; }

    public required DateOnly RemitterDeadline { get; init; }

    public required DateOnly RecipientDeadline { get; init; }

    public required IReadOnlyList<Coordinator> Coordinators { get; init; }

    /// <summary>The points of the matter on which answers are wanted.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The request itself: what the recipients are to read.</summary>
    public IReadOnlyList<RequestFile> Files { get; init; } = [];

    /// <summary>Whether the coordinating body's registrar gets a copy of each answer by mail.</summary>
    public bool CopyToRegistrar { get; init; }

    /// <summary>Organisation ids in the order of the report.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }
}

/// <summary>A person who handles the case (handläggare) at the coordinating body.</summary>
public sealed record Coordinator(string Name, string Title, string Mail, string? EntraId = null);

public sealed record Topic(string Id, string Title)
{
    /// <summary>Words and stems that show that a passage is about the topic, besides the words of its title.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];
}

/// <summary>A file of the request: one beside the case file, which is attached to the mail, or one that is linked to.</summary>
/// <param name="Path">Relative to the case file.</param>
/// <param name="Sha256">Under which its content is kept, once it is.</param>
public sealed record RequestFile(string Name, string? Path = null, Uri? Url = null, string? Sha256 = null);
