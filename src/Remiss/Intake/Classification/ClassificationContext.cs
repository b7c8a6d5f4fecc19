using Remiss.Cases;
using Remiss.Intake.Extraction;

namespace Remiss.Intake.Classification;

/// <summary>What is known about a document besides its text.</summary>
public sealed record ClassificationContext
{
    public Register Register { get; init; } = Register.Empty;

    /// <summary>Every case that a document may belong to.</summary>
    public IReadOnlyList<RemissCase> OpenCases { get; init; } = [];

    /// <summary>Id of the case whose folder the file was put in; null where there was none.</summary>
    public string? PathCase { get; init; }

    /// <summary>Id of the organisation whose folder the file was put in; null where there was none.</summary>
    public string? PathOrganisation { get; init; }

    /// <summary>A weak signal.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The mail itself, or the mail that carried the file.</summary>
    public MailHeader? Mail { get; init; }

    /// <summary>The document came attached to a mail.</summary>
    public bool IsAttachment { get; init; }

    /// <summary>The document is a mail with at least one attachment other than a picture.</summary>
    public bool HasAttachments { get; init; }

    /// <summary>What the extraction found odd about the file: codes of <see cref="ExtractionReasons"/>.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The day it arrived, in Sweden; no document is dated later.</summary>
    public DateOnly? ArrivedOn { get; init; }
}
