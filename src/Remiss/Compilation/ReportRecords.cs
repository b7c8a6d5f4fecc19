using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs.Models;
using Remiss.Storage;

namespace Remiss.Compilation;

/// <summary>
/// What people have decided about a case's report. A row of the ledger points to the newest; each lies for good in a blob named by its
/// SHA-256, since it may be longer than a table property, and since an audit row names it.
/// </summary>
public sealed class ReportRecords(RemissLedger ledger, BlobContainers containers)
{
    public async Task<T?> FindAsync<T>(string caseId, string key, CancellationToken cancellationToken)
        where T : class
    {
        if (await ledger.FindAsync<Pointer>(caseId, key, cancellationToken) is not { } row) return null;
        var blob = await containers.Compiled.GetBlobClient(Name(caseId, row.Value.Sha256)).DownloadContentAsync(cancellationToken);
        return blob.Value.Content.ToObjectFromJson<T>(RemissJson.Options);
    }

    /// <summary>Names what a record holds: the same for equal records.</summary>
    public static string VersionOf<T>(T record) where T : class =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(record, RemissJson.Options)));

    /// <param name="seen">The version that the decision was made on, empty when there was none; null decides on whatever is there.</param>
    /// <returns>False when something else than <paramref name="seen"/> is there.</returns>
    public async Task<bool> SaveAsync<T>(
        string caseId, string key, T record, AuditEntry entry, CancellationToken cancellationToken, string? seen = null)
        where T : class
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(record, RemissJson.Options);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        await KeepAsync(Name(caseId, sha256), content, "application/json", cancellationToken);
        var after = new Pointer(sha256, entry.Who, entry.At);
        while (true)
        {
            var before = await ledger.FindAsync<Pointer>(caseId, key, cancellationToken);
            if (seen is not null && seen != (before?.Value.Sha256 ?? "")) return false;
            var change = ledger.Change(caseId).Audit(entry with { Why = entry.Why is null ? sha256 : $"{entry.Why} ({sha256})" });
            if (before is null) change.Insert(key, after);
            else change.Replace(key, before, after);
            if (await change.CommitAsync(cancellationToken)) return true;
        }
    }

    /// <returns>What is kept under that name; null when nothing is.</returns>
    public async Task<byte[]?> ReadAsync(string blobName, CancellationToken cancellationToken)
    {
        try
        {
            return (await containers.Compiled.GetBlobClient(blobName).DownloadContentAsync(cancellationToken)).Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Does nothing when the blob is there already: its name says what it holds.</summary>
    public async Task KeepAsync(string blobName, byte[] content, string contentType, CancellationToken cancellationToken)
    {
        try
        {
            var options = new BlobUploadOptions { Conditions = new() { IfNoneMatch = ETag.All }, HttpHeaders = new() { ContentType = contentType } };
            await containers.Compiled.GetBlobClient(blobName).UploadAsync(new BinaryData(content), options, cancellationToken);
        }
        catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobAlreadyExists || e.Status == 412)
        {
        }
    }

    private static string Name(string caseId, string sha256) => $"{caseId}/decisions/{sha256}.json";

    internal sealed record Pointer(string Sha256, string By, DateTimeOffset At);
}
