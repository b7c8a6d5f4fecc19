namespace Remiss.Web.Upload;

/// <summary>What became of one file.</summary>
public abstract record UploadOutcome
{
    public sealed record Received(UploadReceipt Receipt) : UploadOutcome;

    /// <param name="Reason">One of the refusal reasons of the security log.</param>
    /// <param name="Text">In Swedish, with what to do.</param>
    public sealed record Refused(int Status, string Reason, string Title, string Text) : UploadOutcome;
}

/// <summary>That a file has come in. What the sender can prove it with: the SHA-256 is the registrar's too.</summary>
/// <param name="Size">In bytes.</param>
public sealed record UploadReceipt(string Case, string Organisation, string File, string Sha256, long Size, DateTimeOffset ReceivedAt);
