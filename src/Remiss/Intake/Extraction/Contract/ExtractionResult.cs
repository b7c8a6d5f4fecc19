namespace Remiss.Intake.Extraction;

/// <summary>What came out of one file.</summary>
public sealed record ExtractionResult
{
    public required ExtractionState State { get; init; }

    /// <summary>What the content is, whatever the name says: <c>pdf</c>, <c>docx</c>, <c>txt</c>, <c>html</c>, <c>eml</c> … or <c>unknown</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Why the file could not be read, or what is odd about it: the codes of <see cref="ExtractionReasons"/>.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    public DocumentText Text { get; init; } = DocumentText.Empty;

    /// <summary>Set for a mail only.</summary>
    public MailHeader? Mail { get; init; }

    public IReadOnlyList<ExtractedAttachment> Attachments { get; init; } = [];

    /// <summary>What was taken out of the running text because it comes back on page after page: headers, footers and page marks, each once.</summary>
    public IReadOnlyList<string> RunningLines { get; init; } = [];

    /// <summary>Pages, from 1, that have content but no text, or none that can be read.</summary>
    public IReadOnlyList<int> UnreadPages { get; init; } = [];

    /// <summary>What OCR says of the pages that it read.</summary>
    public ScanRecord? Scan { get; init; }

    public static ExtractionResult Unreadable(string format, string reason) =>
        new() { State = ExtractionState.Unreadable, Format = format, Reasons = [reason] };
}

public enum ExtractionState
{
    Read,
    NeedsOcr,
    Unreadable,
}

public sealed record MailHeader
{
    /// <summary>The sender's address alone, in lower case.</summary>
    public required string From { get; init; }

    public string Subject { get; init; } = "";

    public IReadOnlyList<string> To { get; init; } = [];

    public DateTimeOffset? Date { get; init; }

    public string? MessageId { get; init; }

    public string? InReplyTo { get; init; }

    /// <summary>The mail says that a program wrote it (RFC 3834 Auto-Submitted, an X-Autoreply header, a report, an absence note of Exchange's).</summary>
    public bool AutoSubmitted { get; init; }

    /// <summary>Set when the mail is a mail server's report on a mail of ours.</summary>
    public DeliveryReport? Report { get; init; }
}

/// <summary>What became of one mail to one recipient, as RFC 3464 has it.</summary>
/// <param name="MessageId">The mail that it is about, without angle brackets.</param>
/// <param name="Action"><c>failed</c>, <c>delayed</c>, <c>delivered</c>, <c>relayed</c> or <c>expanded</c>.</param>
/// <param name="Status">Three numbers, as <c>5.2.2</c>; null when the report does not tell.</param>
public sealed record DeliveryReport(string MessageId, string Action, string? Status);

/// <param name="Name">As the mail gives it; never a path, may be empty, may hold any character.</param>
/// <param name="Path">Where the extractor wrote its bytes, inside the folder that it was given, under a generated name.</param>
public sealed record ExtractedAttachment(string Name, string ContentType, string Path, long Length);

/// <param name="Engine"><c>tesseract</c> or <c>azure</c>.</param>
/// <param name="Pages">Only those that OCR looked at.</param>
public sealed record ScanRecord(string Engine, IReadOnlyList<ScannedPage> Pages);

/// <param name="Number">From 1.</param>
/// <param name="Confidence">Mean of its words', by their length, 0–1; null for a page that was not read or holds no word.</param>
public sealed record ScannedPage(int Number, double? Confidence);
