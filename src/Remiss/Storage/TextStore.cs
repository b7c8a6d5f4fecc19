using Azure;
using Remiss.Intake.Extraction;

namespace Remiss.Storage;

/// <summary>What was read out of a file. It follows from the content alone, so it is kept under the content's SHA-256.</summary>
public sealed class TextStore(BlobContainers containers)
{
    public async Task SaveAsync(string sha256, StoredText text, CancellationToken cancellationToken) => await containers.Text
        .GetBlobClient(Name(sha256))
        .UploadAsync(BinaryData.FromObjectAsJson(text, RemissJson.Options), overwrite: true, cancellationToken);

    /// <returns>Null when nothing has been read out of the file, or its text has been disposed of.</returns>
    public async Task<StoredText?> FindAsync(string sha256, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(sha256, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    public async Task<StoredText> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        var blob = await containers.Text.GetBlobClient(Name(sha256)).DownloadContentAsync(cancellationToken);
        return blob.Value.Content.ToObjectFromJson<StoredText>(RemissJson.Options)
            ?? throw new InvalidOperationException($"The text of {sha256} is empty. Replay the document's case.");
    }

    internal static string Name(string sha256) => sha256 + ".json";
}

/// <param name="Attachments">Names of the files that the mail carried.</param>
public sealed record StoredText(DocumentText Text, MailHeader? Mail, IReadOnlyList<string> Attachments)
{
    /// <summary>Headers, footers and page marks that were taken out of the running text.</summary>
    public IReadOnlyList<string> RunningLines { get; init; } = [];

    /// <summary>How sure OCR was of each page that it read.</summary>
    public ScanRecord? Scan { get; init; }
}
