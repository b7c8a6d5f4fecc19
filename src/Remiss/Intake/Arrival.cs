namespace Remiss.Intake;

/// <summary>A file that came in, also when its content was here already. The registrar's record.</summary>
public sealed record Arrival
{
    /// <summary>Where the sender put it: <c>{case}/{organisation}/{file}</c> in NFC; for an attachment, the mail's path and its own name.</summary>
    public required string Path { get; init; }

    /// <summary>The blob's ETag, or the version that the library or mailbox gives it.</summary>
    public required string Version { get; init; }

    public required string Organisation { get; init; }

    public required string Sha256 { get; init; }

    public required long Size { get; init; }

    /// <summary>When it reached us: the receipt time of the library or mailbox it came through, otherwise <see cref="StoredAt"/>.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The storage's Last-Modified for this ETag.</summary>
    public required DateTimeOffset StoredAt { get; init; }

    /// <summary>SHA-256 of the mail that carried it.</summary>
    public string? Parent { get; init; }

    /// <summary>Who put it there, as the library or mailbox says.</summary>
    public string? Sender { get; init; }

    /// <summary>Which way in it took, as that way calls itself; null for a file put straight into the inbox.</summary>
    public string? Way { get; init; }

    /// <summary>What the library or mailbox calls it: the id of the drive item or of the message.</summary>
    public string? Item { get; init; }

    /// <summary>The library's own checksum of the content.</summary>
    public string? QuickXorHash { get; init; }
}
