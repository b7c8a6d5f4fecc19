using Azure.Storage.Blobs.Models;
using Remiss.Cases;
using Remiss.Compilation.Docx;
using Remiss.Intake.Extraction;
using Remiss.Storage;

namespace Remiss.Compilation;

/// <summary>Makes the draft of the tjänsteutlåtande from what the ledger knows now.</summary>
public sealed class CompileHandler(RemissLedger ledger, TextStore texts, OriginalStore originals, BlobContainers containers, TimeProvider time)
{
    public const string ReportName = "tjansteutlatande.docx";
    public const string BilagaFolder = "bilagor";

    private const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Replaces the case's earlier draft in the container <c>compiled</c>.</summary>
    /// <param name="coordinator">Who signs as handläggare; the case's first coordinator when null.</param>
    /// <returns>Null when the case is not registered.</returns>
    public async Task<CompiledReport?> CompileAsync(string caseId, Coordinator? coordinator, CancellationToken cancellationToken)
    {
        if (await ledger.ReadAsync(caseId, cancellationToken) is not { } caseLedger) return null;

        var model = ReportBuilder.Build(
            caseLedger,
            await ledger.ReadRegisterAsync(cancellationToken),
            await ReadTextsAsync(caseLedger, cancellationToken),
            time.GetUtcNow(),
            coordinator ?? caseLedger.Case.Coordinators[0]);
        using var document = new MemoryStream();
        ReportWriter.Write(model, document);
        var report = new CompiledReport(model, $"{caseId}/{ReportName}", document.ToArray());
        await containers.Compiled.GetBlobClient(report.BlobName).UploadAsync(
            new BinaryData(report.Document),
            new BlobUploadOptions { HttpHeaders = new() { ContentType = WordDocument } },
            cancellationToken);
        return report;
    }

    /// <summary>
    /// Writes the draft and, in a folder <c>bilagor</c> beside it, the originals under the names of the report. Bilagor of an earlier draft
    /// are removed from that folder, since their numbers may now mean another answer.
    /// </summary>
    /// <returns>Paths below <paramref name="folder"/>, the report first.</returns>
    public async Task<IReadOnlyList<string>> ExportAsync(CompiledReport report, string folder, CancellationToken cancellationToken)
    {
        var bilagor = Directory.CreateDirectory(Path.Combine(folder, BilagaFolder));
        foreach (var earlier in bilagor.GetFiles("Bilaga *")) earlier.Delete();

        await File.WriteAllBytesAsync(Path.Combine(folder, ReportName), report.Document, cancellationToken);
        List<string> written = [ReportName];
        foreach (var bilaga in BilagaNames.Of(report.Model))
        {
            var path = Path.Combine(BilagaFolder, bilaga.FileName);
            await originals.FetchAsync(bilaga.Document, Path.Combine(folder, path), cancellationToken);
            written.Add(path);
        }

        return written;
    }

    private async Task<Dictionary<string, DocumentText>> ReadTextsAsync(CaseLedger caseLedger, CancellationToken cancellationToken)
    {
        var answers = caseLedger.Recipients.Select(r => r.Answer).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var read = new Dictionary<string, DocumentText>(StringComparer.Ordinal);
        foreach (var document in caseLedger.Documents.Where(d => d.IsAnswer && answers.Contains(d.Sha256)))
            read[document.Sha256] = (await texts.ReadAsync(document.Sha256, cancellationToken)).Text;
        return read;
    }
}

/// <param name="BlobName">Where it lies in the container <c>compiled</c>.</param>
public sealed record CompiledReport(ReportModel Model, string BlobName, byte[] Document);
