using System.Security.Cryptography;
using Remiss.Cases;
using Remiss.Storage;

namespace Remiss.Compilation.Attesting;

/// <summary>Records that somebody has approved a report. The document is kept for good, and its bilagor keep their numbers.</summary>
public sealed class AttestHandler(ReportSourceReader reader, TemplateFile templateFile, ReportRecords records, TimeProvider time)
{
    /// <param name="document">The report as it was finished in Word; the draft as it is compiled now when null.</param>
    /// <param name="who">The person at the keyboard, for the audit log.</param>
    /// <returns>Null when the case is not registered.</returns>
    public async Task<AttestedReport?> AttestAsync(
        string caseId, Attester by, byte[]? document, string who, CancellationToken cancellationToken)
    {
        if (await reader.ReadAsync(caseId, cancellationToken) is not { } sources) return null;

        var now = time.GetUtcNow();
        var model = sources.Build(now, coordinator: null) with { Approvals = [new(by.Name, by.Title, SwedishTime.Date(now))] };
        var content = document ?? CompiledReport.Of(model, sources, await templateFile.ReadAsync(cancellationToken)).Document;
        var attestation = new Attestation(Convert.ToHexStringLower(SHA256.HashData(content)), now, by, model.Bilagor);
        var blobName = BlobNameOf(caseId, attestation);
        await records.KeepAsync(blobName, content, CompileHandler.WordDocument, cancellationToken);

        var entry = new AuditEntry(now, who, "report_attested", LedgerKeys.ReportAttestation, attestation.Document);
        await records.SaveAsync(caseId, LedgerKeys.ReportAttestation, attestation, entry, cancellationToken);
        return new(attestation, blobName, content);
    }

    /// <returns>The report as it was approved last; null when nobody has, or when it has been disposed of.</returns>
    public async Task<byte[]?> ReadAsync(string caseId, CancellationToken cancellationToken) =>
        await records.FindAsync<Attestation>(caseId, LedgerKeys.ReportAttestation, cancellationToken) is { } attestation
            ? await records.ReadAsync(BlobNameOf(caseId, attestation), cancellationToken)
            : null;

    private static string BlobNameOf(string caseId, Attestation attestation) => $"{caseId}/attested/{attestation.Document}.docx";
}

/// <param name="BlobName">Where the document lies in the container <c>compiled</c>.</param>
public sealed record AttestedReport(Attestation Attestation, string BlobName, byte[] Document);
