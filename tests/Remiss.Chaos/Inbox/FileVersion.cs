namespace Remiss.Chaos.Inbox;

/// <summary>What was written to the inbox once: a blob under one ETag.</summary>
/// <param name="Case">The ledger's partition that it belongs in.</param>
/// <param name="StoredAt">By the run's clock.</param>
internal sealed record FileVersion(string Blob, string ETag, string Case, string Organisation, Content Content, DateTimeOffset StoredAt, DateTimeOffset UploadedAt)
{
    /// <summary>Its sender wrote over it or took it away; it may have been received before that, or not.</summary>
    public bool IsReplaced { get; set; }

    /// <summary>No event told of it.</summary>
    public bool EventsLost { get; set; }
}
