using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Remiss.Cases;
using Remiss.Compilation.Docx;
using Remiss.Compilation.Report;
using Remiss.Storage;

namespace Remiss.Compilation;

/// <summary>Makes the draft of the tjänsteutlåtande from what the ledger knows now.</summary>
public sealed class CompileHandler(ReportSourceReader reader, TemplateFile templateFile, BlobContainers containers, TimeProvider time)
{
    public const string ReportName = "tjansteutlatande.docx";
    public const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Replaces the case's earlier draft in the container <c>compiled</c>.</summary>
    /// <param name="coordinator">Who signs as handläggare; the case's first coordinator when null.</param>
    /// <param name="template">The template in the settings when null.</param>
    /// <returns>Null when the case is not registered.</returns>
    /// <exception cref="InvalidTemplateException">The template cannot carry the report.</exception>
    public async Task<CompiledReport?> CompileAsync(
        string caseId, Coordinator? coordinator, CancellationToken cancellationToken, ReportTemplate? template = null)
    {
        if (await reader.ReadAsync(caseId, cancellationToken) is not { } sources) return null;

        var model = sources.Build(time.GetUtcNow(), coordinator);
        var report = CompiledReport.Of(model, sources, template ?? await templateFile.ReadAsync(cancellationToken));
        await containers.Compiled.GetBlobClient(report.BlobName).UploadAsync(
            new BinaryData(report.Document),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = WordDocument } },
            cancellationToken);
        return report;
    }
}

/// <param name="BlobName">Where it lies in the container <c>compiled</c>.</param>
public sealed record CompiledReport(ReportModel Model, ReportSources Sources, ReportTemplate Template, string BlobName, byte[] Document)
{
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Document));

    public static CompiledReport Of(ReportModel model, ReportSources sources, ReportTemplate template)
    {
        using var document = new MemoryStream();
        ReportWriter.Write(model, template, document);
        return new(model, sources, template, $"{model.CaseId}/{CompileHandler.ReportName}", document.ToArray());
    }
}
