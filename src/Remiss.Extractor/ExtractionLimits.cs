namespace Remiss.Extractor;

/// <summary>What one file may cost. Generous for an honest answer of some hundred pages, small for a machine.</summary>
internal sealed record ExtractionLimits
{
    public long InputBytes { get; init; } = 100L << 20;

    /// <summary>What the parts of an archive that are read may become together.</summary>
    public long InflatedBytes { get; init; } = 100L << 20;

    public int ArchiveEntries { get; init; } = 10_000;

    /// <summary>Of XML elements, HTML elements or parts of a mail inside each other.</summary>
    public int Depth { get; init; } = 500;

    /// <summary>Of an HTML page; Word makes some hundred for a page of text.</summary>
    public int Elements { get; init; } = 100_000;

    public int Characters { get; init; } = 10_000_000;

    public int Paragraphs { get; init; } = 500_000;

    public int Pages { get; init; } = 20_000;

    public int Attachments { get; init; } = 1_000;

    public long AttachmentBytes { get; init; } = 200L << 20;
}

internal sealed class LimitExceededException(string reason) : Exception("A limit was exceeded: " + reason)
{
    public string Reason { get; } = reason;
}
