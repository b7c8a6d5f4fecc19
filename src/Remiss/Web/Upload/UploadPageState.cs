using Microsoft.AspNetCore.Http;
using Remiss.Web.Pages.Shell;

namespace Remiss.Web.Upload;

/// <summary>What the visitor has just done.</summary>
public sealed record UploadPageState
{
    public IReadOnlyList<UploadReceipt> Receipts { get; init; } = [];

    /// <summary>In Swedish, with what to do.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>The statement that was refused, to be mended.</summary>
    public SentForm? Sent { get; init; }

    public int Status { get; init; } = StatusCodes.Status200OK;
}
